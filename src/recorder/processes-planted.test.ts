import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import type { Schedule } from '#model/schedule.ts';
import { tryOut } from './testing/try-out.ts';

/** A recorder that is wrong about processes in one way has to be found out by what holds for every recording. */

const PROGRAM = `
  from multiprocessing import Lock, Process, Queue

  def go():
      pass

  def work(n, line, lock):
      with lock:
          for each in range(8):
              go()
      line.put(n)

  if __name__ == "__main__":
      line, lock = Queue(), Lock()
      children = [Process(target=work, args=(n, line, lock)) for n in range(2)]
      for child in children:
          child.start()
      for child in children:
          line.get()
      for child in children:
          child.join()
`;
const machine = { line: 1000, process: 6000, cores: 1 };

/** Changes what a process does, or puts down, where its module is imported. */
const faults = {
  'cores that are not counted': `
from interleave_recorder import program
begin = program.begin_threads
def wrong(machine, stacks, port=None):
    blocking = begin(machine, stacks, port)
    type(machine.threads)._give_up = lambda self, thread: self.holders.remove(thread)
    for each in range(4):
        port.give_core()
    return blocking
program.begin_threads = wrong`,
  'a process that does not say that it is over': dropped("kind == 'exit'"),
  'a process that does not start Python': dropped("kind == 'boot'"),
  'bytes that nobody sent': dropped("kind == 'transfer' and what['does'] == 'send'"),
  'a core that is taken from nobody': dropped("what.get('because') == 'preempted'"),
  'a lock of two processes that is not released': dropped(
    "kind == 'use' and what['does'] == 'release'",
  ),
};

/** Python that leaves some steps out. */
function dropped(which: string): string {
  return `
from interleave_recorder.journal import Journal
pass_on = Journal.add
def add(self, kind, lane, line=None, **what):
    if ${which}:
        return {"kind": kind}
    return pass_on(self, kind, lane, line, **what)
Journal.add = add`;
}

const faulty = (change: (schedule: Schedule) => void) => async () => {
  const schedule = structuredClone(await good());
  change(schedule);
  assert.notDeepEqual(faultsOf(schedule), []);
};
/** Recorded once, and not before the first test asks. */
let recorded: Promise<Schedule> | undefined;
const good = () => (recorded ??= tryOut(PROGRAM, { machine }));

test('the program of these tests is recorded without a fault', async () => {
  assert.deepEqual(faultsOf(await good()), []);
});

for (const [name, planted] of Object.entries(faults)) {
  test(`a planted fault is found: ${name}`, async () => {
    const found = await tryOut(PROGRAM, { planted, machine }).then(faultsOf, (error: Error) => [
      error.message,
    ]);
    assert.notDeepEqual(found, []);
  });
}

test(
  'a process with another exit code than its step has is found',
  faulty(({ processes }) => {
    for (const process of processes ?? []) if (process.code !== undefined) process.code += 1;
  }),
);

test(
  'a lane that is in the wrong process is found',
  faulty(({ lanes }) => {
    for (const lane of lanes) if (lane.process === 2) lane.process = 1;
  }),
);
