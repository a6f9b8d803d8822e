import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { KeyStepError, keyStepNumbers } from '#model/key-steps.ts';
import type { Example } from '#model/example.ts';
import { gridSchema, runName, runsOf } from '#model/grid.ts';
import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { expandSchedule, storeSchedule } from '#model/stored.ts';
import { combinationsOf, SwitchError, type Combination } from '#model/switches.ts';
import type { Interpreters } from '#recorder/host.ts';
import { record, RecordingError } from '#recorder/record.ts';
import { AuthorError, type ExampleFolder } from '#tools/examples.ts';
import { writeAtomically } from '#tools/write.ts';

/** Where the totals of a grid's runs are kept, in the example's folder. */
const GRID_FILE = 'totals.json';

/** One recording of an example: of the program as it stands, of one combination of its switches, of its grid. */
export interface Recording {
  readonly example: string;
  readonly file: string;
  readonly text: string;
  readonly summary: { readonly lanes: string; readonly steps: string; readonly total: string };
  /** Milliseconds. */
  readonly took: number;
}

/** Records an example in all its combinations. Throws an AuthorError that says which and why. */
export async function recordExample(
  interpreters: Interpreters,
  folder: ExampleFolder,
): Promise<Recording[]> {
  const { example } = folder;
  try {
    const combinations = combinationsOf(folder.text, example.switches);
    const schedules = await Promise.all(
      combinations.map((combination) => recordOne(interpreters, folder, combination)),
    );
    for (const { slug, schedule } of schedules) {
      const said = slug === '' ? example : example.switched[slug];
      keyStepNumbers(schedule, said?.steps ?? []);
    }
    checkSwitched(example, combinations);
    const recordings = schedules.map((each) => recordingOf(folder, each));
    const runs = runsOf(folder.text, example.grid);
    return runs.length === 0
      ? recordings
      : [...recordings, await recordGrid(interpreters, folder, runs)];
  } catch (error) {
    const isAuthors = [RecordingError, KeyStepError, SwitchError].some(
      (kind) => error instanceof kind,
    );
    if (!isAuthors) throw error;
    throw new AuthorError(`content/examples/${folder.name}: ${(error as Error).message}`);
  }
}

function checkSwitched({ switched }: Example, combinations: readonly Combination[]): void {
  const slugs = combinations.map(({ slug }) => slug).filter(Boolean);
  const unknown = Object.keys(switched).find((slug) => !slugs.includes(slug));
  if (unknown !== undefined)
    throw new SwitchError(
      `\`switched:\` speaks of \`${unknown}\`, which is no combination of the switches. Use one of: ${slugs.join(', ')}.`,
    );
}

interface Recorded {
  readonly slug: string;
  readonly schedule: Schedule;
  readonly took: number;
}

async function recordOne(
  interpreters: Interpreters,
  { example }: ExampleFolder,
  { slug, text }: Combination,
): Promise<Recorded> {
  const start = performance.now();
  try {
    const declared = example.switched[slug]?.ends ?? example.ends;
    const { machine, world } = example;
    const schedule = await record(interpreters, text, machine, { declared, world });
    return { slug, schedule, took: Math.round(performance.now() - start) };
  } catch (error) {
    if (error instanceof RecordingError && slug !== '')
      error.message = `With the switches at ${slug}: ${error.message}`;
    throw error;
  }
}

function recordingOf({ name }: ExampleFolder, { slug, schedule, took }: Recorded): Recording {
  return {
    example: name,
    file: slug === '' ? 'schedule.json' : `schedules/${slug}.json`,
    text: storeSchedule(schedule),
    summary: {
      lanes: String(schedule.lanes.length),
      steps: String(schedule.steps.length),
      total: `${totalOf(schedule) / 1e6} s`,
    },
    took,
  };
}

async function recordGrid(
  interpreters: Interpreters,
  folder: ExampleFolder,
  runs: readonly Combination[],
): Promise<Recording> {
  const found = await Promise.all(runs.map((run) => recordOne(interpreters, folder, run)));
  const totals = found.map(({ schedule }) => totalOf(schedule));
  const grid = gridSchema.parse({
    provenance: found[0]?.schedule.provenance,
    axes: Object.fromEntries(
      Object.entries(folder.example.grid).map(([axis, { values }]) => [axis, values]),
    ),
    totals: Object.fromEntries(runs.map(({ positions }, n) => [runName(positions), totals[n]])),
  });
  return {
    example: folder.name,
    file: GRID_FILE,
    text: `${JSON.stringify(grid)}\n`,
    summary: {
      lanes: '',
      steps: `${runs.length} runs`,
      total: `${Math.min(...totals) / 1e6}–${Math.max(...totals) / 1e6} s`,
    },
    took: found.reduce((all, { took }) => all + took, 0),
  };
}

/** Writes what differs from what is there, and takes away recordings of combinations that are gone. */
export function keep({ url }: ExampleFolder, recordings: readonly Recording[]): string[] {
  const changed: string[] = [];
  for (const { file, text } of recordings) {
    const target = new URL(file, url);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(new URL('.', target), { recursive: true });
    writeAtomically(target, text);
    changed.push(file);
  }
  for (const file of leftovers(url, recordings)) {
    rmSync(new URL(file, url));
    changed.push(file);
  }
  return changed;
}

/** Files that are not as the recordings say they should be. */
export function stale({ url }: ExampleFolder, recordings: readonly Recording[]): string[] {
  const differing = recordings
    .filter(({ file, text }) => {
      const target = new URL(file, url);
      return !existsSync(target) || readFileSync(target, 'utf8') !== text;
    })
    .map(({ file }) => file);
  return [...differing, ...leftovers(url, recordings)];
}

function leftovers(url: URL, recordings: readonly Recording[]): string[] {
  const folder = new URL('schedules/', url);
  const files = existsSync(folder) ? readdirSync(folder).map((file) => `schedules/${file}`) : [];
  if (existsSync(new URL(GRID_FILE, url))) files.push(GRID_FILE);
  return files.filter((file) => !recordings.some((recording) => recording.file === file));
}

/** The recording of an example as it stands. */
export function readSchedule({ name, url }: ExampleFolder): Schedule {
  const file = new URL('schedule.json', url);
  if (!existsSync(file))
    throw new AuthorError(`\`${name}\` is not recorded. Run \`npm run record ${name}\`.`);
  return expandSchedule(JSON.parse(readFileSync(file, 'utf8')));
}

/** A table of recordings: what an author wants to see at a glance. */
export function tableOf(recordings: readonly Recording[]): string {
  const rows = recordings.map(({ example, file, summary, text, took }) => [
    file === 'schedule.json' ? example : `  ${file.replace(/^schedules\/|\.json$/g, '')}`,
    summary.lanes,
    summary.steps,
    summary.total,
    String(gzipSync(text, { level: 9 }).length),
    `${took} ms`,
  ]);
  const all = [['example', 'lanes', 'steps', 'total', 'bytes', 'took'], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths?.[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .join('\n');
}
