import { publishedFile } from '#links/permalinks.ts';
import { run } from '#tools/checks/process.ts';

/** What the list of addresses held in the versions of it that were published: those of the main line. */
export async function readPastAddresses(): Promise<{
  /** Each address with a commit whose version had it. */
  past: ReadonlyMap<string, string>;
  notChecked: readonly string[];
}> {
  const args = ['log', '--first-parent', '-m', '-p', '-U0', '--format=commit %H', '--no-renames'];
  const log = await run('git', [...args, '--', publishedFile]).catch(() => undefined);
  if (log === undefined || !log.ok) {
    const what = `whether ${publishedFile} lost addresses: git does not answer here; install git and clone`;
    return { past: new Map(), notChecked: [what] };
  }
  const shallow = await run('git', ['rev-parse', '--is-shallow-repository']);
  const what = `whether ${publishedFile} lost addresses before this shallow clone begins: git fetch --unshallow`;
  return {
    past: addressesAdded(log.output),
    notChecked: shallow.output.trim() === 'true' ? [what] : [],
  };
}

/** Every address that a line was ever added for. */
export function addressesAdded(log: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let commit = '';
  for (const line of log.split('\n')) {
    const [, hash] = /^commit ([0-9a-f]{40,})$/.exec(line) ?? [];
    if (hash !== undefined) commit = hash;
    const [, address] = /^\+[{,] "([^"]+)": \[/.exec(line) ?? [];
    if (address !== undefined) found.set(address, commit);
  }
  return found;
}

/** The addresses of the list as it is committed here, and in what is being merged. */
export async function committedAddresses(): Promise<ReadonlySet<string>> {
  const shown = await Promise.all(
    ['HEAD', 'MERGE_HEAD'].map((commit) => run('git', ['show', `${commit}:${publishedFile}`])),
  );
  const lines = shown.flatMap(({ ok, output }) => (ok ? output.split('\n') : []));
  return new Set(lines.flatMap((line) => /^[{,] "([^"]+)": \[/.exec(line)?.[1] ?? []));
}
