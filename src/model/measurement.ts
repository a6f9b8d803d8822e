import { z } from 'zod';
import { slugSchema } from './slug.ts';

/**
 * What no virtual clock can give: a script in content/measurements/<name>/, run on real interpreters.
 * measurement.yaml says what it is about, result.json keeps what came out.
 */

/** How a sample is counted. */
export const unitSchema = z.enum(['s', 'bytes', 'per second']);
export type Unit = z.infer<typeof unitSchema>;

const pythonSchema = z.string().regex(/^3\.\d+$/, 'A Python is written as "3.13".');

const seriesSchema = z.strictObject({
  /** What one sample is, as a reader is told: "two threads". */
  says: z.string().min(3),
  unit: unitSchema,
  /** The first Python that can run it. */
  since: pythonSchema.optional(),
});

/** What stands in measurement.yaml. */
export const measurementSchema = z.strictObject({
  /** Its heading on /measurements/. */
  title: z.string().min(3),
  /** What is measured, and how, in sentences. */
  says: z.string().min(20),
  /** The page that it was made for. */
  home: slugSchema,
  /** What the script measures, by name; empty for programs whose output is kept. */
  series: z.record(slugSchema, seriesSchema).default({}),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** Fewer samples than this have no spread worth telling. */
export const FEWEST = 5;

const runSchema = z
  .strictObject({
    /** The file that was run: "measure.py", "program.js". */
    script: z.string().regex(/^[a-z-]+\.(py|js)$/),
    /** Hash of that file, as it was when it ran. */
    hash: z.string().regex(/^[0-9a-f]{16}$/),
    /** "CPython 3.13.0", "CPython 3.14.2, free-threaded", "Node 26.10.0": never where it lies. */
    interpreter: z.string().regex(/^(CPython|Node) \d+\.\d+\.\d+(, free-threaded)?$/),
    /** "Linux", "macOS", "Windows": never the name of a machine. */
    system: z.enum(['Linux', 'macOS', 'Windows', 'another system']),
    /** Cores that the run could use. */
    cores: z.int().positive(),
    /** How many programs wanted a core, on average, in the minute before; more than cores means noise. */
    load: z.number().nonnegative(),
    /** The day of the run. */
    date: z.iso.date(),
    /** Raw samples, in the order in which they were taken. */
    series: z.record(slugSchema, z.array(z.number().positive()).min(FEWEST)).optional(),
    /** Lines of stdout, of a program whose output is kept. */
    printed: z.array(z.string()).min(1).optional(),
  })
  .refine(({ series, printed }) => (series === undefined) !== (printed === undefined), {
    error: 'A run has either samples or what was printed.',
  });

/** What stands in result.json, written by `npm run measure`; the newest interpreter comes last. */
export const measuredSchema = z.strictObject({ runs: z.array(runSchema).min(1) });
export type Measured = z.infer<typeof measuredSchema>;
export type MeasuredRun = z.infer<typeof runSchema>;

/** Where a result does not fit its measurement.yaml, in words; `hashes` are those of the scripts as they stand. */
export function measuredFaults(
  { series }: Measurement,
  { runs }: Measured,
  hashes: ReadonlyMap<string, string>,
): string[] {
  const ran = new Set(runs.map(({ script }) => script));
  return [
    ...[...hashes.keys()]
      .filter((script) => !ran.has(script))
      .map((script) => `${script} was never run`),
    ...runs.flatMap((run) => {
      const stale =
        hashes.get(run.script) === run.hash
          ? []
          : [`${run.script} has changed since it ran on ${run.interpreter}`];
      return [...stale, ...seriesFaults(series, run)];
    }),
  ];
}

function seriesFaults(declared: Measurement['series'], run: MeasuredRun): string[] {
  const got = Object.keys(run.series ?? {});
  const missing = Object.entries(declared).filter(
    ([name, { since }]) => !got.includes(name) && isThere(run.interpreter, since),
  );
  return [
    ...got
      .filter((name) => !(name in declared))
      .map(
        (name) =>
          `${run.interpreter} measured \`${name}\`, which measurement.yaml does not tell of`,
      ),
    ...missing.map(([name]) => `${run.interpreter} has no samples of \`${name}\``),
  ];
}

/** Whether an interpreter is as new as a series asks for. */
function isThere(interpreter: string, since: string | undefined): boolean {
  const minor = (text: string) => Number(text.split('.')[1]);
  return since === undefined || minor(interpreter) >= minor(since);
}
