import { exampleNames } from './load.ts';
import type { Verified } from '#model/verified.ts';

/** Which real interpreters ran the examples, and how often they agreed with the recording. */
const files = import.meta.glob<Verified>('/content/examples/*/verified.json', {
  import: 'default',
  eager: true,
});

/** What real interpreters did with an example; nothing where that was never asked. */
export function verifiedOf(name: string): Verified | undefined {
  return files[`/content/examples/${name}/verified.json`];
}

export interface RealRuns {
  readonly pythons: readonly string[];
  /** Examples with at least one real run. */
  readonly examples: number;
  readonly runs: number;
}

export function realRuns(): RealRuns {
  const all = Object.entries(files)
    .filter(([path]) => exampleNames.includes(path.split('/').at(-2) ?? ''))
    .map(([, { runs }]) => runs);
  const pythons = new Set(all.flat().map(({ python }) => python));
  return {
    pythons: [...pythons].sort((one, other) => one.localeCompare(other, 'en', { numeric: true })),
    examples: all.filter((runs) => runs.length > 0).length,
    runs: all.flat().length,
  };
}
