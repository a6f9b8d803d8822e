import { parseArgs } from 'node:util';
import { startDrawer } from '#sequence/drawer.ts';
import { checkDrawings } from '#tools/checks/drawings.ts';
import { launchOptions } from '#tools/browser.ts';
import { bytesTable, drawSource, removeLeft, staleDrawings, type Source } from '#tools/drawings.ts';
import { AuthorError } from '#tools/examples.ts';
import { allSources, foldersOf } from '#tools/drawn-sources.ts';

/**
 * `npm run draw [name…]`      draws diagrams and sequences in a browser
 * `npm run draw -- --check`   fails if one is not drawn as its text stands; starts no browser
 */

/**
 * Draws the named ones, or all, where the text has changed; `again` draws them in any case. Answers
 * with the files that changed and what was wrong, in words.
 */
export async function drawAll(
  names: readonly string[],
  { again = false } = {},
): Promise<{ sources: readonly Source[]; changed: string[]; faults: string[] }> {
  const { sources: all, faults: broken } = allSources();
  const sources = names.length === 0 ? all : all.filter((source) => isNamed(source, names));
  const faults = broken.filter(
    (fault) =>
      names.length === 0 || names.some((name) => fault.includes(`/${name.split('/')[0]}/`)),
  );
  const unknown = names.filter((name) => !all.some((source) => isNamed(source, [name])));
  if (unknown.length > 0 && faults.length === 0)
    throw new AuthorError(
      `Nothing to draw is called ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`,
    );
  const changed: string[] = [];
  const stale = sources.filter((source) => staleDrawings([source]).length > 0);
  const toDraw = again ? sources : stale;
  if (toDraw.length > 0) {
    const drawer = await startDrawer(launchOptions());
    try {
      for (const source of toDraw) {
        try {
          changed.push(...(await drawSource(drawer, source)));
        } catch (error) {
          if (!(error instanceof AuthorError)) throw error;
          faults.push(error.message);
        }
      }
    } finally {
      await drawer.close();
    }
  }
  if (names.length === 0)
    for (const { folder, path, sources: own } of foldersOf(all))
      changed.push(...removeLeft(folder, own).map((file) => `${path}${file} (taken away)`));
  return { sources, changed, faults };
}

/** "loop-turn", "three-sleepers" for all its sequences, "three-sleepers/overlap". */
function isNamed({ name }: Source, names: readonly string[]): boolean {
  return names.some((one) => name === one || name.startsWith(`${one}/`));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  if (values.check) {
    const { passed, failed, details } = await checkDrawings();
    if (failed > 0) console.error(details);
    else console.log(`${passed} drawings are as their texts say.`);
    return failed > 0 ? 1 : 0;
  }
  const { sources, changed, faults } = await drawAll(positionals, {
    again: positionals.length > 0,
  });
  console.log(bytesTable(sources));
  for (const file of changed) console.log(`wrote ${file}`);
  for (const fault of faults) console.error(`\n${fault}`);
  return faults.length > 0 ? 1 : 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
