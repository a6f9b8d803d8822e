import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { tryOut } from './testing/try-out.ts';

/** A scheduler that is wrong in one way has to be found out by what holds for every recording. */

const PROGRAM = `
  import threading, time

  lock = threading.Lock()

  def add(n):
      return n + 1

  def work(n):
      with lock:
          for n in range(8):
              add(n)
      time.sleep(1)

  threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
  for thread in threads:
      thread.start()
  for thread in threads:
      thread.join()
`;
const machine = { line: 1000 };

/** Changes steps on their way into the journal: \`aside\` has those of threads that do not run. */
function plant(name: 'add' | 'aside', body: string): string {
  return `
from interleave_recorder.journal import Journal
pass_on = Journal.${name}
def ${name}(self, kind, lane, ${name === 'add' ? 'line=None, ' : ''}**what):
${body.replace(/^/gm, '    ')}
    return pass_on(self, kind, lane, ${name === 'add' ? 'line, ' : ''}**what)
Journal.${name} = ${name}
`;
}

const faults = {
  'a GIL that is not released': plant(
    'add',
    `
if what.get('because') == 'asked':
    return {}`,
  ),
  'a GIL that is taken unasked': plant(
    'aside',
    `
if what.get('does') == 'ask' and lane == 2:
    return {}`,
  ),
  'two holders of a lock': plant(
    'add',
    `
if kind == 'use' and what['does'] == 'release' and lane == 1:
    return {}`,
  ),
  'a thread that runs without the GIL': plant(
    'aside',
    `
if what.get('does') == 'acquire' and lane == 3:
    return {}`,
  ),
  'a wake for another reason than the wait': plant(
    'aside',
    `
if what.get('cause', {}).get('by') == 'resource':
    what['cause'] = {'by': 'future'}`,
  ),
  'a timer that is early': plant(
    'add',
    `
if kind == 'set-timer':
    what['due'] += 5000`,
  ),
  'a scheduler with room for two': `
def room_for_two():
    import sys
    from interleave_recorder import program
    begin = program.begin_threads
    def wrong(machine, stacks, port=None):
        blocking = begin(machine, stacks, port)
        machine.threads.room = 2
        return blocking
    program.begin_threads = wrong
import interleave_recorder.program
room_for_two()`,
};

test('the program of these tests is recorded without a fault', async () => {
  assert.deepEqual(faultsOf(await tryOut(PROGRAM, { machine })), []);
});

for (const [name, planted] of Object.entries(faults)) {
  test(`a planted fault is found: ${name}`, async () => {
    assert.notDeepEqual(faultsOf(await tryOut(PROGRAM, { planted, machine })), []);
  });
}
