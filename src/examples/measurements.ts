import { AstroError } from 'astro/errors';
import { parse } from 'yaml';
import {
  measuredSchema,
  measurementSchema,
  type Measured,
  type Measurement,
} from '#model/measurement.ts';
import { measuredWords, type MeasuredWords } from '#model/words/measured.ts';
import { UnknownValue } from '#model/words/values.ts';

/** The measurements of content/measurements/ as the site's pages see them. */
export interface MeasuredFolder {
  readonly name: string;
  readonly measurement: Measurement;
  readonly measured: Measured;
  /** File names and texts of what was run. */
  readonly scripts: readonly (readonly [string, string])[];
}

const FOLDER = '/content/measurements/';
const settings = import.meta.glob<string>('/content/measurements/*/measurement.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const results = import.meta.glob<string>('/content/measurements/*/result.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const scripts = import.meta.glob<string>('/content/measurements/*/*.{py,js}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const measurementNames: readonly string[] = Object.keys(results)
  .map((path) => path.slice(FOLDER.length, -'/result.json'.length))
  .sort();

/** A measurement for the page that asks; one that is not there stops the build with those there are. */
export function loadMeasurement(name: string, page: string): MeasuredFolder {
  const yaml = settings[`${FOLDER}${name}/measurement.yaml`];
  const result = results[`${FOLDER}${name}/result.json`];
  if (yaml === undefined || result === undefined)
    throw new AstroError(
      `The page ${page} asks for the measurement \`${name}\`, which does not exist or was never run.`,
      `Use one of: ${measurementNames.join(', ')}. Or run it with \`npm run measure ${name}\`.`,
    );
  const own = Object.entries(scripts).filter(([path]) => path.startsWith(`${FOLDER}${name}/`));
  return {
    name,
    measurement: measurementSchema.parse(parse(yaml)),
    measured: measuredSchema.parse(JSON.parse(result)),
    scripts: own.map(([path, text]) => [path.slice(`${FOLDER}${name}/`.length), text]),
  };
}

/** A figure for the page that asks; one that cannot be had stops the build with those that can. */
export function measuredFigure(
  { of, value, on }: { of: string; value: string; on?: string | undefined },
  page: string,
): MeasuredWords {
  const { measurement, measured } = loadMeasurement(of, page);
  try {
    return measuredWords(of, measurement, measured, value, on);
  } catch (error) {
    if (!(error instanceof UnknownValue)) throw error;
    throw new AstroError(`In the page ${page}: ${error.message}`, error.hint);
  }
}
