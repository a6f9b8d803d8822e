import { renameSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { storeSchedule } from '../model/stored.ts';
import { Interpreters } from '../recorder/host.ts';
import { record, RecordingError } from '../recorder/record.ts';
import { exampleNames, readExample } from './examples.ts';

const interpreters = new Interpreters();
const names = process.argv.slice(2);
await Promise.all(
  (names.length ? names : exampleNames()).map(async (name) => {
    const { text, example, url } = readExample(name);
    const start = performance.now();
    try {
      const schedule = await record(interpreters, text, example.machine, example.ends);
      const stored = storeSchedule(schedule);
      writeFileSync(new URL('schedule.json.tmp', url), stored);
      renameSync(new URL('schedule.json.tmp', url), new URL('schedule.json', url));
      console.log(
        name.padEnd(30),
        schedule.lanes.length,
        schedule.steps.length,
        gzipSync(stored).length,
        Math.round(performance.now() - start),
      );
    } catch (error) {
      console.log(name.padEnd(30), 'FAILED', error instanceof Error ? error.message : error);
    }
  }),
);
await interpreters.close();
