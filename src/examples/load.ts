import { AstroError } from 'astro/errors';
import { parse } from 'yaml';
import { exampleSchema, type Example } from '#model/example.ts';
import { scheduleSchema, type Schedule } from '#model/schedule.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';
import { fillTags, tagsIn, UnknownValue } from '#model/words/values.ts';

/** The examples as the site's pages see them: what the author says, the program, and what was recorded. */
export interface RecordedExample {
  readonly name: string;
  /** Its texts with every recorded figure filled in. */
  readonly example: Example;
  readonly program: string;
  readonly schedule: Schedule;
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
  return { name, example, program, schedule };
}

/** The text with each `{example.value}` replaced by what was recorded. */
export async function fillRecorded(text: string, where: string): Promise<string> {
  const names = new Set(tagsIn(text).flatMap((tag) => (tag.split('.')[0] ?? '').split('--vs--')));
  const found = new Map<string, Schedule>();
  for (const name of names) {
    const schedule = await loadSchedule(name);
    if (schedule) found.set(name, schedule);
  }
  try {
    return fillTags(text, { get: (name) => found.get(name), names: () => recordings.keys() });
  } catch (error) {
    if (!(error instanceof UnknownValue)) throw error;
    throw new AstroError(`In ${where}: ${error.message}`, error.hint);
  }
}
