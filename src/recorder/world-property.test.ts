import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { randomNetwork } from './testing/random-network.ts';
import { tryOut } from './testing/try-out.ts';

/** How many programs; `PROGRAMS=1000 SEED=1 node --test src/recorder/world-property.test.ts` tries more. */
const PROGRAMS = Number(process.env['PROGRAMS'] ?? 16);
const SEED = Number(process.env['SEED'] ?? 1);

test(`what holds for every recording holds for ${PROGRAMS} random programs with connections`, async (t) => {
  const kinds = new Map<string, number>();
  const one = async (seed: number) => {
    const { text, world } = randomNetwork(seed);
    const schedule = await tryOut(text, { world }).catch((error: Error) => {
      throw new Error(`Seed ${seed}: ${error.message}\n${text}\n${JSON.stringify(world)}`);
    });
    for (const step of schedule.steps) {
      const kind = step.kind === 'net' ? `net: ${step.does}` : step.kind;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    assert.deepEqual(faultsOf(schedule), [], `seed ${seed}:\n${text}\n${JSON.stringify(world)}`);
  };
  await Promise.all(Array.from({ length: PROGRAMS }, (_, n) => one(SEED * 100_000 + n)));
  t.diagnostic([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '));
});
