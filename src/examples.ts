import { parse } from 'yaml';
import { exampleSchema, type Example } from '#model/example.ts';
import { scheduleSchema, type Schedule } from '#model/schedule.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';

/** The examples as the site's pages see them: what the author says, the program, and what was recorded. */
export interface RecordedExample {
  readonly name: string;
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

export const exampleNames: readonly string[] = Object.keys(schedules)
  .map((path) => path.slice(FOLDER.length, path.lastIndexOf('/')))
  .sort();

/** Nothing when there is no such example, or it has not been recorded. */
export async function loadExample(name: string): Promise<RecordedExample | undefined> {
  const [yaml, program, stored] = await Promise.all([
    settings[`${FOLDER}${name}/example.yaml`]?.(),
    programs[`${FOLDER}${name}/example.py`]?.(),
    schedules[`${FOLDER}${name}/schedule.json`]?.(),
  ]);
  if (yaml === undefined || program === undefined || stored === undefined) return undefined;
  const schedule = scheduleSchema.parse(expandSchedule(stored));
  return { name, example: exampleSchema.parse(parse(yaml)), program, schedule };
}
