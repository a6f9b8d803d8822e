import type { Measured, MeasuredRun, Measurement, Unit } from '../measurement.ts';
import { UnknownValue } from './values.ts';

/** Figures computed from the raw samples of a measurement, as text. */

/** A figure with what a reader needs to judge it. */
export interface MeasuredWords {
  /** "12 ms", "2.1 times", or a line of output. */
  readonly figure: string;
  /** "middle half of 21 samples: 11 to 14 ms"; nothing for output. */
  readonly spread?: string;
  /** "11 to 14 ms", and of how many samples; for a series. */
  readonly range?: string;
  readonly samples?: number;
  /** "CPython 3.13.0, 2 cores, Linux, 21 November 2026". */
  readonly conditions: string;
}

const NBSP = '\u00a0';

/** What prose may ask of one run: each series, each pair of a unit as "a/b", or lines of output. */
export function measuredNames({ series }: Measurement, run: MeasuredRun): string[] {
  const lines = (run.printed ?? []).map((_, n) => `output.${n + 1}`);
  const names = Object.keys(run.series ?? {});
  const [first, second] = names;
  const ratio = first && second && unitOf(series, first) === unitOf(series, second);
  return [...names, ...(ratio ? [`${second}/${first}`] : []), ...lines, 'conditions'];
}

/**
 * One figure: the median of a series ("threads"), how many times one median is the other ("threads/one"),
 * or what was printed ("output", "output.2"), or
 * the conditions alone, for a table ("conditions"). `on` chooses among the interpreters: "3.11", "Node".
 */
export function measuredWords(
  name: string,
  measurement: Measurement,
  measured: Measured,
  value: string,
  on?: string,
): MeasuredWords {
  const run = runOn(name, measured, on);
  const conditions = conditionsOf(run);
  const [first = '', second] = value.split('/');
  const samples = run.series?.[first];
  const others = second === undefined ? undefined : run.series?.[second];
  const unit = unitOf(measurement.series, first);
  if (samples && unit && second === undefined) {
    const { low, middle, high } = quartiles(samples);
    const write = writerFor(unit, middle);
    const range = `${write(low, false)} to ${write(high)}`;
    const spread = `middle half of ${samples.length} samples: ${range}`;
    return { figure: write(middle), spread, range, samples: samples.length, conditions };
  }
  if (samples && others && unit === unitOf(measurement.series, second ?? '')) {
    const [one, other] = [quartiles(samples), quartiles(others)];
    const spread = `medians of ${samples.length} and ${others.length} samples`;
    return { figure: times(one.middle / other.middle), spread, conditions };
  }
  if (value === 'conditions') return { figure: conditions, conditions };
  const [output, line] = value.split('.');
  const printed = line === undefined ? run.printed?.join('\n') : run.printed?.[Number(line) - 1];
  if (output === 'output' && printed !== undefined) return { figure: printed, conditions };
  const names = measuredNames(measurement, run);
  throw new UnknownValue(
    `\`${value}\` is no figure of the measurement \`${name}\` on ${run.interpreter}.`,
    `Use one of: ${names.join(', ')}${names.some((each) => each.includes('/')) ? ' (any two of a unit, with a stroke between them)' : ''}.`,
  );
}

function runOn(name: string, { runs }: Measured, on: string | undefined): MeasuredRun {
  const found = runs.findLast(
    ({ interpreter }) =>
      on === undefined || interpreter.split(/[ ,]+/).some((part) => isOn(part, on)),
  );
  if (found) return found;
  const all = runs.map(({ interpreter }) => interpreter.split(' ')[1] ?? interpreter);
  throw new UnknownValue(
    `The measurement \`${name}\` was not run on \`${on}\`.`,
    `Use one of: ${all.map((each) => each.replace(/,$/, '')).join(', ')}. Or run \`npm run measure ${name}\` where that interpreter is.`,
  );
}

function isOn(part: string, on: string): boolean {
  return part === on || part.startsWith(`${on}.`);
}

/** "CPython 3.13.0, 2 cores, Linux, 21 November 2026"; the day stays with its month at the end of a line. */
export function conditionsOf(run: MeasuredRun): string {
  return `${run.interpreter}, ${surroundingsOf(run)}`;
}

/** The same without the interpreter, for runs that share a table. */
export function surroundingsOf({ cores, system, load, date }: MeasuredRun): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const busy =
    load > cores ? `, while other programs kept ${cores === 1 ? 'it' : 'them'} busy` : '';
  return `${cores} ${cores === 1 ? 'core' : 'cores'}${busy}, ${system}, ${day.format(new Date(date)).replace(' ', '\u00a0')}`;
}

/** The median and the two values between which the middle half of the samples lies. */
export function quartiles(samples: readonly number[]): {
  low: number;
  middle: number;
  high: number;
} {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}

function unitOf(series: Measurement['series'], name: string): Unit | undefined {
  return series[name]?.unit;
}

/** "2.1 times". */
export function times(ratio: number): string {
  return `${digits(ratio)}${NBSP}times`;
}

const SIZES = {
  s: [
    [1, 's'],
    [1e-3, 'ms'],
    [1e-6, 'µs'],
    [1e-9, 'ns'],
  ],
  bytes: [
    [2 ** 20, 'MiB'],
    [2 ** 10, 'KiB'],
    [1, 'bytes'],
  ],
  'per second': [[1, 'per second']],
} as const satisfies Record<Unit, readonly (readonly [number, string])[]>;

/** Writes figures of one unit in the size that suits this one; `false` leaves the unit out. */
export function writerFor(unit: Unit, like: number): (value: number, named?: boolean) => string {
  const sizes: readonly (readonly [number, string])[] = SIZES[unit];
  const [size, name] = sizes.find(([least]) => like >= least) ?? sizes.at(-1) ?? [1, ''];
  return (value, named = true) => digits(value / size) + (named ? NBSP + name : '');
}

/** Two digits that count; more would be noise. "0.98", "2.1", "14", "3,500". */
function digits(value: number): string {
  return new Intl.NumberFormat('en', {
    maximumSignificantDigits: 2,
    minimumSignificantDigits: 2,
  }).format(value);
}
