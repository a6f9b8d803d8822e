import assert from 'node:assert/strict';
import test from 'node:test';
import { cancel, gather, recording, recordings } from './fixtures.ts';
import { castOf, summaryOf } from './summary.ts';

const told = (...args: Parameters<typeof summaryOf>) =>
  summaryOf(...args).replaceAll('\u00a0', ' ');

test('a run is one sentence', () => {
  assert.equal(told(gather()), 'Three tasks wait at the same time; all are done by 1.0 s.');
  assert.equal(
    told(gather(true)),
    'Three tasks hold the loop one after the other; all are done by 3.0 s.',
  );
  assert.equal(
    told(cancel()),
    'Two tasks wait at the same time; the run ends at 1.2 s, with job cancelled.',
  );
});

test('processes, threads and tasks are called what they are', () => {
  const sentences = {
    // Two processes have a GIL each, and one that the program started has no loop.
    'cpu-two-processes': 'Two processes compute at the same time; all are done by 78 ms.',
    'pool-of-processes': 'Two processes compute at the same time; all are done by 96 ms.',
    'global-in-a-process': 'A process runs beside the program; it is done at 20 ms.',
    // The thread in which asyncio ends its pool is none of the program's.
    'requests-in-threads': 'Three threads wait at the same time; all are done by 1.0 s.',
    'file-read': 'A thread waits beside the loop; all are done by 0.70 s.',
    // An event is no line, and who awaits one task waits beside the others.
    'stop-flag': 'Two threads wait at the same time; both are done by 2.5 s.',
    'opened-once': 'Four tasks wait at the same time; all are done by 1.0 s.',
    'await-create-task-in-turn': 'Two tasks run one after the other; both are done by 2.0 s.',
    // Nor is the one of asyncio's that waits for a call that nobody awaits any more.
    'to-thread-timeout': 'A thread waits beside the loop; all are done by 3.0 s.',
  };
  for (const [name, sentence] of Object.entries(sentences))
    assert.equal(told(recording(name)), sentence, name);
});

test('who gives the loop back takes turns, and who is found late is kept waiting', () => {
  const sentences = {
    'sleep-zero-yields':
      'Two tasks take turns on the loop; the run ends at 3.060 s, with heartbeat cancelled.',
    'factorial-real-cpu': 'Three tasks hold the loop one after the other; all are done by 2.080 s.',
    'late-wake-up': 'hog holds the loop and keeps fetch waiting; both are done by 0.422 s.',
  };
  for (const [name, sentence] of Object.entries(sentences))
    assert.equal(told(recording(name)), sentence, name);
});

test('every recording has a summary', () => {
  for (const { name, schedule } of recordings())
    assert.match(told(schedule), /^\S.{10,110}\.$/, name);
});

test("who a run is about: not asyncio's own thread, which ends the executor", () => {
  const schedule = recording('to-thread-heartbeat');
  const names = castOf(schedule).map((lane) => schedule.lanes[lane]?.name);
  assert.deepEqual(names, ['main', 'heartbeat', 'worker']);
});
