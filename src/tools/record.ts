import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { machineSchema, type Schedule } from '../model/schedule.ts';
import { storeSchedule } from '../model/stored.ts';
import { Interpreters } from '../recorder/host.ts';
import { record } from '../recorder/record.ts';
import { exampleNames, readExample } from './examples.ts';

const interpreters = new Interpreters();
const names = process.argv.slice(2);
for (const name of names.length ? names : exampleNames()) {
  const { text, example, url } = readExample(name);
  const start = performance.now();
  const schedule = await record(interpreters, text, example.machine, example.ends);
  const stored = storeSchedule(schedule);
  writeFileSync(new URL('schedule.json', url), stored);
  console.log(
    name,
    schedule.lanes.length,
    schedule.steps.length,
    gzipSync(stored).length,
    Math.round(performance.now() - start),
  );
}
await interpreters.close();
