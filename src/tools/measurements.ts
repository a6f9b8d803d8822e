import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  measuredFaults,
  measuredSchema,
  measurementSchema,
  type Measurement,
} from '#model/measurement.ts';
import { fingerprint } from '#recorder/provenance.ts';
import { AuthorError } from '#tools/examples.ts';

/** The folders of content/measurements/ on disk. */

export const MEASUREMENTS = new URL('../../content/measurements/', import.meta.url);

export interface MeasurementFolder {
  readonly name: string;
  readonly url: URL;
  readonly measurement: Measurement;
  /** What is run, by file name, with the hash of each. */
  readonly scripts: ReadonlyMap<string, string>;
}

export function measurementNames(folder = MEASUREMENTS): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Reads a measurement as its author wrote it; throws an AuthorError that names what is wrong. */
export function readMeasurement(name: string, folder = MEASUREMENTS): MeasurementFolder {
  const url = new URL(`${name}/`, folder);
  const file = new URL('measurement.yaml', url);
  if (!existsSync(file))
    throw new AuthorError(
      `There is no measurement \`${name}\`. Use one of: ${measurementNames(folder).join(', ')}.`,
    );
  const read = measurementSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new AuthorError(
      `content/measurements/${name}/measurement.yaml:\n${z.prettifyError(read.error)}`,
    );
  const names = readdirSync(url)
    .filter((each) => /\.(py|js)$/.test(each))
    .sort();
  if (names.length === 0)
    throw new AuthorError(`content/measurements/${name} has no script: add measure.py.`);
  const hash = (script: string) => fingerprint(readFileSync(new URL(script, url), 'utf8'));
  const scripts = new Map(names.map((script) => [script, hash(script)]));
  return { name, url, measurement: read.data, scripts };
}

/** What is wrong with the stored result of a measurement, in words with the cure. Runs nothing. */
export function resultFaults(name: string, folder = MEASUREMENTS): string[] {
  const { url, measurement, scripts } = readMeasurement(name, folder);
  const file = new URL('result.json', url);
  const cure = `Run \`npm run measure ${name}\`.`;
  if (!existsSync(file)) return [`${name} was never run. ${cure}`];
  const read = measuredSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success)
    return [`content/measurements/${name}/result.json:\n${z.prettifyError(read.error)}\n${cure}`];
  return measuredFaults(measurement, read.data, scripts).map(
    (fault) => `${name}: ${fault}. ${cure}`,
  );
}
