import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faultOfAddress } from '#links/follow.ts';
import { readBuiltSite } from '#tools/checks/built-site.ts';
import type { Outcome } from '#tools/checks/check.ts';
import { siteForLinks } from '#tools/checks/permalinks.ts';
import { run } from '#tools/checks/process.ts';

/** Reads objects.inv with Sphinx itself, and builds a page that links by names from it. */
export async function checkInventory(folder: string, origin: string): Promise<Outcome> {
  const python = await sphinxPython();
  if (python === undefined) {
    const what = 'whether Sphinx reads objects.inv: apt-get install python3-sphinx';
    return { passed: 0, failed: 0, notChecked: [what] };
  }
  const built = await readBuiltSite(folder);
  const { site } = siteForLinks(built);
  const entries = await readEntries(python, join(folder, 'objects.inv'));
  const faults = entries.flatMap(({ name, uri }) => {
    const fault = faultOfAddress(`/${uri}`, site);
    return fault ? [`objects.inv leads from ${name} to /${uri}, and ${fault}.`] : [];
  });
  const linked = await buildLinks(python, folder, `${origin}${built.base}`);
  return {
    passed: entries.length - faults.length + (linked === undefined ? 1 : 0),
    failed: faults.length + (linked === undefined ? 0 : 1),
    details: [...faults.slice(0, 15), ...(linked === undefined ? [] : [linked])].join('\n'),
  };
}

/** The first Python that has Sphinx; Debian's own is not always the first in the path. */
async function sphinxPython(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { ok } = await run(python, ['-c', 'import sphinx']).catch(() => ({ ok: false }));
    if (ok) return python;
  }
  return undefined;
}

const READ = `
import json, sys
from sphinx.util.inventory import InventoryFile
with open(sys.argv[1], 'rb') as file:
    found = InventoryFile.load(file, '', lambda base, uri: uri)
print(json.dumps([
    {'name': f'{role} {name}', 'uri': entry[2]}
    for role, names in found.items() for name, entry in names.items()
]))
`;

interface Entry {
  readonly name: string;
  readonly uri: string;
}

async function readEntries(python: string, file: string): Promise<readonly Entry[]> {
  const { ok, output } = await run(python, ['-W', 'ignore', '-c', READ, file]);
  if (!ok) throw new Error(`Sphinx cannot read objects.inv:\n${output}`);
  return JSON.parse(output) as Entry[];
}

/** One link of each role, written as the page on wikis tells it. */
const links = [
  [':ref:`interleave:concurrency`', 'concurrency/'],
  [':ref:`words <concurrency.two-counts>`', 'concurrency/#two-counts'],
  [':term:`global interpreter lock (GIL)`', 'topics/#gil'],
  [':external+interleave:doc:`about`', 'about/'],
  [':ref:`concurrency.orders-counted`', 'concurrency/#orders-counted'],
] as const;

/** What went wrong when Sphinx built a page with these links; nothing when all of them lead where they should. */
async function buildLinks(
  python: string,
  folder: string,
  address: string,
): Promise<string | undefined> {
  const work = await mkdtemp(join(tmpdir(), 'sphinx-'));
  try {
    const from = JSON.stringify(resolve(folder, 'objects.inv'));
    const map = `{'interleave': (${JSON.stringify(address)}, ${from})}`;
    const conf = `extensions = ['sphinx.ext.intersphinx']\nintersphinx_mapping = ${map}\n`;
    await writeFile(join(work, 'conf.py'), conf);
    const text = links.map(([link]) => `- ${link}`).join('\n');
    await writeFile(join(work, 'index.rst'), `Links\n=====\n\n${text}\n`);
    const out = join(work, 'out');
    const { ok, output } = await run(python, [
      '-m',
      'sphinx',
      '-q',
      '-n',
      '-W',
      '-b',
      'html',
      work,
      out,
    ]);
    if (!ok) return `Sphinx cannot link by names of objects.inv:\n${output.replaceAll(work, '')}`;
    const html = await readFile(join(out, 'index.html'), 'utf8');
    const missing = links.filter(([, uri]) => !html.includes(`href="${address}${uri}"`));
    const list = missing.map(([link, uri]) => `${link} does not lead to ${address}${uri}`);
    return list.length === 0 ? undefined : list.join('\n');
  } finally {
    await rm(work, { recursive: true });
  }
}
