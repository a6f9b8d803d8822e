import { DIAGRAMS, diagramSources, type Source } from '#tools/drawings.ts';

/** Everything that is drawn ahead: diagrams by hand, and the sequences that examples ask for. */
export function allSources(): {
  readonly sources: readonly Source[];
  readonly faults: readonly string[];
} {
  return { sources: diagramSources(), faults: [] };
}

/** The folders in which drawings lie, each with what belongs there. */
export function foldersOf(sources: readonly Source[]) {
  const own = sources.filter(({ isMade }) => !isMade);
  return [{ folder: DIAGRAMS, path: 'content/diagrams/', sources: own }];
}
