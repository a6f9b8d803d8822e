import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { randomProcesses } from './testing/random-processes.ts';
import { tryOut } from './testing/try-out.ts';

/** How many programs; `PROGRAMS=1000 SEED=1 node --test src/recorder/processes-property.test.ts` tries more. */
const PROGRAMS = Number(process.env['PROGRAMS'] ?? 6);
const SEED = Number(process.env['SEED'] ?? 1);

test(`what holds for every recording holds for ${PROGRAMS} random programs with processes`, async (t) => {
  const counts = new Map<string, number>();
  const add = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
  const one = async (seed: number) => {
    const { text, machine } = randomProcesses(seed);
    const told = `Seed ${seed}, ${JSON.stringify(machine)}:\n${text}`;
    const schedule = await tryOut(text, { machine }).catch((error: Error) => {
      throw new Error(`${told}${error.message}`);
    });
    for (const { code } of schedule.processes?.slice(1) ?? []) add(`exit code ${code}`);
    for (const step of schedule.steps)
      add('because' in step && step.because ? `gives up: ${step.because}` : step.kind);
    add('processes', (schedule.processes?.length ?? 1) - 1);
    assert.deepEqual(faultsOf(schedule), [], told);
  };
  await Promise.all(Array.from({ length: PROGRAMS }, (_, n) => one(SEED * 100_000 + n)));
  const list = [...counts].map(([what, count]) => `${what} ${count}`).join(', ');
  t.diagnostic(`${PROGRAMS} programs from seed ${SEED}: ${list}`);
});
