import { spawn } from 'node:child_process';
import { availableParallelism, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  measuredFaults,
  measuredSchema,
  type Measured,
  type MeasuredRun,
} from '#model/measurement.ts';
import { measuredWords } from '#model/words/measured.ts';
import { AuthorError } from '#tools/examples.ts';
import { measurementNames, readMeasurement, type MeasurementFolder } from '#tools/measurements.ts';
import { findBuilds } from '#tools/pythons.ts';
import { writeAtomically } from '#tools/write.ts';

/** `npm run measure [name…]`: runs what no virtual clock can give on the interpreters found, one after the other. */

/** Longer than any script may take. */
const PATIENCE = 300_000;

interface Interpreter {
  readonly path: string;
  /** "CPython 3.13.0". */
  readonly name: string;
  readonly suffix: '.py' | '.js';
}

export async function findInterpreters(): Promise<Interpreter[]> {
  const pythons = await findBuilds();
  return [
    { path: process.execPath, name: `Node ${process.versions.node}`, suffix: '.js' },
    ...pythons.map(({ path, version, freeThreaded }): Interpreter => {
      const name = `CPython ${version}${freeThreaded ? ', free-threaded' : ''}`;
      return { path, name, suffix: '.py' };
    }),
  ];
}

/** Runs one measurement on all interpreters that can, keeps the samples, and answers with its file. */
async function measure(folder: MeasurementFolder, all: readonly Interpreter[]): Promise<string> {
  const runs: MeasuredRun[] = [];
  for (const interpreter of all)
    for (const [script, hash] of folder.scripts)
      if (script.endsWith(interpreter.suffix)) {
        console.log(`${folder.name}: ${script} on ${interpreter.name}`);
        const about = { script, hash, interpreter: interpreter.name, ...surroundings() };
        const printed = await output(interpreter, new URL(script, folder.url));
        runs.push({ ...about, ...resultOf(folder, printed) });
      }
  const measured = measuredSchema.safeParse({ runs });
  if (!measured.success)
    throw new AuthorError(`${folder.name}: ${z.prettifyError(measured.error)}`);
  const faults = measuredFaults(folder.measurement, measured.data, folder.scripts);
  if (faults.length > 0) throw new AuthorError(`${folder.name}: ${faults.join('; ')}.`);
  writeAtomically(new URL('result.json', folder.url), storeMeasured(measured.data));
  tell(folder, measured.data);
  return `content/measurements/${folder.name}/result.json`;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, MeasuredRun['system']>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** What may be told of the machine: never its name, nor where anything lies on it. */
function surroundings(): Pick<MeasuredRun, 'system' | 'cores' | 'load' | 'date'> {
  return {
    system: SYSTEMS[platform()] ?? 'another system',
    cores: availableParallelism(),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    date: new Date().toISOString().slice(0, 10),
  };
}

const samplesSchema = z.record(z.string(), z.array(z.number()));

function resultOf(
  { name, measurement }: MeasurementFolder,
  printed: string,
): Pick<MeasuredRun, 'series' | 'printed'> {
  if (Object.keys(measurement.series).length === 0)
    return { printed: printed.trimEnd().split('\n') };
  try {
    return { series: samplesSchema.parse(JSON.parse(printed)) };
  } catch (error) {
    throw new AuthorError(
      `${name}: its script has to print one line of JSON, {"<series>": [samples]}. ${String(error)}`,
    );
  }
}

/** What a script prints. Its complaints come through; one that fails stops the measurement. */
async function output({ path }: Interpreter, script: URL): Promise<string> {
  const child = spawn(path, [fileURLToPath(script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' },
    timeout: PATIENCE,
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve).on('error', reject);
  });
  if (status === 0) return text;
  throw new AuthorError(`${fileURLToPath(script)} ended with ${status ?? 'a signal'}.`);
}

/** A line for each series, so that a change can be read as a difference; samples with four digits that count. */
export function storeMeasured({ runs }: Measured): string {
  const short = (sample: number) => Number(sample.toPrecision(4));
  const rows = runs.map(({ series, printed, ...about }) => {
    const samples = Object.entries(series ?? {}).map(
      ([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(values.map(short))}`,
    );
    const rest = printed
      ? `"printed":${JSON.stringify(printed)}`
      : `"series":{\n${samples.join(',\n')}\n}`;
    return `{${JSON.stringify(about).slice(1, -1)},\n${rest}}`;
  });
  return `{"runs":[\n${rows.join(',\n')}\n]}\n`;
}

function tell({ name, measurement }: MeasurementFolder, measured: Measured): void {
  for (const { interpreter, series } of measured.runs)
    for (const value of Object.keys(series ?? {})) {
      const on = interpreter.split(/[ ,]/)[1];
      const { figure, spread } = measuredWords(name, measurement, measured, value, on);
      console.log(`  ${interpreter}  ${value}  ${figure}  (${spread})`);
    }
}

if (import.meta.main) {
  try {
    const names = process.argv.slice(2);
    const folders = (names.length > 0 ? names : measurementNames()).map((name) =>
      readMeasurement(name),
    );
    const interpreters = await findInterpreters();
    for (const folder of folders) console.log(`wrote ${await measure(folder, interpreters)}`);
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
