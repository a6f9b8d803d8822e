import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { tryOut } from './testing/try-out.ts';

/** A recorder that is wrong in one way has to be found out by what holds for every recording. */

const PROGRAM = `
  import asyncio

  lock = asyncio.Lock()

  async def work(n):
      async with lock:
          await asyncio.sleep(1)

  async def main():
      tasks = [asyncio.create_task(work(n)) for n in range(3)]
      await asyncio.sleep(1.5)
      tasks[2].cancel()
      await asyncio.wait(tasks)

  asyncio.run(main())
`;

/** Replaces what the recorder's journal does with a step; \`pass_on\` is what it really does. */
function plant(body: string): string {
  return `
from interleave_recorder.journal import Journal
pass_on, kept = Journal.add, []
def add(self, kind, lane, line=None, **what):
${body.replace(/^/gm, '    ')}
    return pass_on(self, kind, lane, line, **what)
Journal.add = add
`;
}

const faults = {
  'lost wake': plant(`
if kind == 'queue' and what['cause']['by'] == 'timer':
    return {}`),
  'swapped queue': plant(`
if kind == 'queue' and what['cause']['by'] == 'start' and what['target'] > 2:
    kept.append((lane, line, what))
    if len(kept) == 3:
        for entry in reversed(kept):
            pass_on(self, kind, *entry[:2], **entry[2])
    return {}`),
  'wrong holder': plant(`
if kind == 'use' and what['does'] == 'release':
    lane = 2`),
  'missing cancel': plant(`
if kind == 'cancel':
    return {}`),
  'double run': plant(`
if kind == 'wait' and what['waits']['for'] == 'timer' and lane == 3:
    return {}`),
};

test('the program of these tests is recorded without a fault', async () => {
  assert.deepEqual(faultsOf(await tryOut(PROGRAM)), []);
});

for (const [name, planted] of Object.entries(faults)) {
  test(`a planted fault is found: ${name}`, async () => {
    const found = faultsOf(await tryOut(PROGRAM, { planted }));
    assert.notDeepEqual(found, []);
  });
}
