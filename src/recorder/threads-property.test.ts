import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { randomThreads } from './testing/random-threads.ts';
import { tryOut } from './testing/try-out.ts';

/** How many programs; `PROGRAMS=1000 SEED=1 node --test src/recorder/threads-property.test.ts` tries more. */
const PROGRAMS = Number(process.env['PROGRAMS'] ?? 16);
const SEED = Number(process.env['SEED'] ?? 1);

test(`what holds for every recording holds for ${PROGRAMS} random programs with threads`, async (t) => {
  let steps = 0;
  const ways = new Map<string, number>();
  const one = async (seed: number) => {
    const { text, machine } = randomThreads(seed);
    const told = `Seed ${seed}, ${JSON.stringify(machine)}:\n${text}`;
    const schedule = await tryOut(text, { machine }).catch((error: Error) => {
      throw new Error(`${told}${error.message}`);
    });
    steps += schedule.steps.length;
    for (const step of schedule.steps) {
      const way = 'because' in step && step.because ? `gives up: ${step.because}` : step.kind;
      ways.set(way, (ways.get(way) ?? 0) + 1);
    }
    assert.deepEqual(faultsOf(schedule), [], told);
  };
  await Promise.all(Array.from({ length: PROGRAMS }, (_, n) => one(SEED * 100_000 + n)));
  const counts = [...ways].map(([way, count]) => `${way} ${count}`).join(', ');
  t.diagnostic(`${PROGRAMS} programs from seed ${SEED}, ${steps} steps: ${counts}`);
});
