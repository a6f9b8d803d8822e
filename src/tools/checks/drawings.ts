import type { Outcome } from '#tools/checks/check.ts';
import { allSources, foldersOf } from '#tools/drawn-sources.ts';
import { leftDrawings, staleDrawings } from '#tools/drawings.ts';

/** Each diagram and sequence is drawn as its text stands, and none is left of a text that is gone. Starts no browser. */
export async function checkDrawings(): Promise<Outcome> {
  const { sources, faults } = allSources();
  const left = foldersOf(sources).flatMap(({ folder, path, sources: own }) =>
    leftDrawings(folder, own).map(
      (file) => `${path}${file} belongs to nothing. Type \`npm run draw\`.`,
    ),
  );
  const all = [...faults, ...staleDrawings(sources), ...left];
  return { passed: sources.length, failed: all.length, details: all.join('\n') };
}
