import { AstroError } from 'astro/errors';
import { parse } from 'yaml';
import { exampleSchema, type Example } from '#model/example.ts';
import type { Grid } from '#model/grid.ts';
import { scheduleSchema, type Schedule } from '#model/schedule.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';
import { combinationsOf, type Combination } from '#model/switches.ts';
import { switchedExample } from '#model/words/switched.ts';
import { fillTags, tagsIn, UnknownValue } from '#model/words/values.ts';
import { findGrid } from './grids.ts';

/** The examples as the site's pages see them: what the author says, the program, and what was recorded. */
export interface RecordedExample {
  readonly name: string;
  /** Its texts with every recorded figure filled in. */
  readonly example: Example;
  readonly program: string;
  readonly schedule: Schedule;
  /** The positions of its switches. */
  readonly combination: Combination;
  /** The program as it stands in example.py. */
  readonly original: string;
}

const FOLDER = '/content/examples/';
const settings = import.meta.glob<string>('/content/examples/*/example.yaml', {
  query: '?raw',
  import: 'default',
});
const programs = import.meta.glob<string>('/content/examples/*/example.py', {
  query: '?raw',
  import: 'default',
});
const schedules = import.meta.glob<StoredSchedule>('/content/examples/*/schedule.json', {
  import: 'default',
});
const switched = import.meta.glob<StoredSchedule>('/content/examples/*/schedules/*.json', {
  import: 'default',
});

/** "three-sleepers", and "three-sleepers/nap-3" for another position of its switch. */
const recordings = new Map(
  Object.entries({ ...schedules, ...switched }).map(([path, load]) => [
    path
      .slice(FOLDER.length)
      .replace(/\/schedules?(\/|\.json$)/, '$1')
      .replace(/(\.json|)$/, ''),
    load,
  ]),
);

export const exampleNames: readonly string[] = [...recordings.keys()]
  .filter((name) => !name.includes('/'))
  .sort();

const kept = new Map<string, Promise<Schedule>>();

/** One recording; nothing when there is none of that name. */
function loadSchedule(name: string): Promise<Schedule> | undefined {
  const load = recordings.get(name);
  if (load && !kept.has(name))
    kept.set(
      name,
      load().then((stored) => scheduleSchema.parse(expandSchedule(stored))),
    );
  return kept.get(name);
}

/** An example for the page that asks for it; one that is not there stops the build with the cure. */
export async function loadExample(name: string, page: string): Promise<RecordedExample> {
  const schedule = await loadSchedule(name);
  const yaml = await settings[`${FOLDER}${name}/example.yaml`]?.();
  const program = await programs[`${FOLDER}${name}/example.py`]?.();
  if (!schedule || yaml === undefined || program === undefined)
    throw new AstroError(
      `The page ${page} asks for the example \`${name}\`, which does not exist or is not recorded.`,
      `Use one of: ${exampleNames.join(', ')}. Or create it with \`npm run new:example ${name}\`.`,
    );
  const example = exampleSchema.parse(parse(await fillRecorded(yaml, `content/examples/${name}`)));
  const [combination = { slug: '', positions: {}, text: program }] = combinationsOf(
    program,
    example.switches,
  );
  return { name, example, program, schedule, combination, original: program };
}

/** The same example in another position of its switches; "" for the program as it stands. */
export async function loadCombination(
  name: string,
  slug: string,
  page: string,
): Promise<RecordedExample> {
  const whole = await loadExample(name, page);
  if (slug === '') return whole;
  const all = combinationsOf(whole.program, whole.example.switches).slice(1);
  const combination = all.find((each) => each.slug === slug);
  if (!combination)
    throw new AstroError(
      `The page ${page} asks for \`${name}\` with \`${slug}\`, which is no combination of its switches.`,
      all.length > 0
        ? `Use one of: ${all.map((each) => each.slug).join(', ')}.`
        : `It has no switches: add them under \`switches:\` in content/examples/${name}/example.yaml.`,
    );
  const schedule = await loadSchedule(`${name}/${slug}`);
  if (!schedule)
    throw new AstroError(
      `The example \`${name}\` is not recorded with \`${slug}\`.`,
      `Record it: \`npm run record ${name}\`.`,
    );
  const recordings = { schedule, asItStands: whole.schedule };
  return {
    ...whole,
    example: switchedExample(whole.example, combination, recordings),
    program: combination.text,
    schedule,
    combination,
  };
}

/** A recording's place below /schedules/ and /examples/: "five-tasks", "five-tasks/calls-10". */
export function recordingPath({ name, combination }: RecordedExample): string {
  return [name, combination.slug].filter(Boolean).join('/');
}

/** Every recorded combination of every example, the programs as they stand left out. */
export const combinationNames: readonly {
  readonly example: string;
  readonly combination: string;
}[] = [...recordings.keys()].sort().flatMap((key) => {
  const [example = '', combination] = key.split('/');
  return combination === undefined ? [] : [{ example, combination }];
});

/** The text with each `{example.value}` replaced by what was recorded. */
export async function fillRecorded(text: string, where: string): Promise<string> {
  const names = new Set(tagsIn(text).flatMap((tag) => (tag.split('.')[0] ?? '').split('--vs--')));
  const found = new Map<string, Schedule>();
  const grids = new Map<string, Grid>();
  for (const name of names) {
    const schedule = await loadSchedule(name);
    if (schedule) found.set(name, schedule);
    const grid = await findGrid(name);
    if (grid) grids.set(name, grid);
  }
  try {
    return fillTags(text, {
      get: (name) => found.get(name),
      names: () => recordings.keys(),
      grid: (name) => grids.get(name),
    });
  } catch (error) {
    if (!(error instanceof UnknownValue)) throw error;
    throw new AstroError(`In ${where}: ${error.message}`, error.hint);
  }
}
