import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { randomProgram } from './testing/random-program.ts';
import { tryOut } from './testing/try-out.ts';

/** How many programs; `PROGRAMS=1000 SEED=1 node --test src/recorder/property.test.ts` tries more. */
const PROGRAMS = Number(process.env['PROGRAMS'] ?? 16);
const SEED = Number(process.env['SEED'] ?? 1);

test(`what holds for every recording holds for ${PROGRAMS} random programs`, async (t) => {
  let steps = 0;
  const one = async (seed: number) => {
    const program = randomProgram(seed);
    const schedule = await tryOut(program).catch((error: Error) => {
      throw new Error(`Seed ${seed}: ${error.message}\n${program}`);
    });
    steps += schedule.steps.length;
    assert.deepEqual(faultsOf(schedule), [], `seed ${seed}:\n${program}`);
  };
  await Promise.all(Array.from({ length: PROGRAMS }, (_, n) => one(SEED * 100_000 + n)));
  t.diagnostic(`${PROGRAMS} programs from seed ${SEED}, ${steps} steps`);
});
