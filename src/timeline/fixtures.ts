import { globSync, readFileSync } from 'node:fs';
import type { Schedule } from '#model/schedule.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';

/** Every committed recording, those of other positions of switches included. For tests; never shipped. */

export interface Recording {
  /** "three-sleepers", and "three-sleepers/nap-3" for another position of its switch. */
  readonly name: string;
  readonly schedule: Schedule;
}

const FOLDER = 'content/examples/';

/** Each is read when its turn comes, so that the largest are not all held at once. */
export function* recordings(): Generator<Recording> {
  for (const file of globSync(`${FOLDER}*/{schedule,schedules/*}.json`).sort()) {
    const name = file
      .replaceAll('\\', '/')
      .slice(FOLDER.length)
      .replace(/\/schedules?(\/|\.json$)/, '$1')
      .replace(/\.json$/, '');
    // Written by the recorder, which parses it with the schema.
    const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredSchedule;
    yield { name, schedule: expandSchedule(stored) };
  }
}

export function recording(name: string): Schedule {
  for (const one of recordings()) if (one.name === name) return one.schedule;
  throw new Error(`There is no recording "${name}".`);
}
