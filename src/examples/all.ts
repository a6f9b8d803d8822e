import { exampleNames, loadExample, type RecordedExample } from './load.ts';

let all: Promise<readonly RecordedExample[]> | undefined;

/** Every example, read once for the whole build. */
export function allExamples(): Promise<readonly RecordedExample[]> {
  all ??= Promise.all(exampleNames.map((name) => loadExample(name, '/examples/')));
  return all;
}
