import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { describe } from 'node:test';
import type { SequenceChoice } from '#model/sequence-choice.ts';
import { recording } from '#model/words/fixtures.ts';
import { choose, linesOf } from './fixtures.ts';
import { tell } from './tell.ts';

/** Recorded examples as conversations. */

function told(name: string, choice: Partial<SequenceChoice>): string[] {
  const program = readFileSync(`content/examples/${name}/example.py`, 'utf8');
  const example = { steps: [] };
  return linesOf(tell(recording(name), { program, example, choice: choose(choice) }));
}

test('an eager task begins in the turn of its maker and hands back to it, not to the loop', () => {
  const said = told('eager-start', { lanes: ['main', 'loop', 'price tea', 'price milk'] });
  assert.deepEqual(said, [
    '-- 0.0 s',
    'event loop > main: first turn',
    'main > price tea: begins at once',
    'price tea > main: returns 3',
    'main > price milk: begins at once',
    'price milk > main: waits until 1.0 s',
    'main > event loop: waits for price milk',
    '-- 1.0 s',
    'event loop > price milk: its timer is due',
    'price milk > event loop: returns 3',
    'event loop > main: price milk is over',
    'main > event loop: returns',
  ]);
});

describe('executors and their threads', () => {
  test('a call is handed over, taken, and its result goes to the thread that waits for it', () => {
    const said = told('map-in-order', { lanes: ['program', 'pool', 'worker 1'], most: 40 });
    const order = [
      'program > pool: hands over fetch(3)',
      'program > worker 1: starts worker 1',
      'worker 1 > pool: takes fetch(3)',
      'program: waits for fetch(3)',
      'worker 1 > program: result of fetch(3)',
    ];
    const places = order.map((one) => said.indexOf(one));
    assert.ok(!places.includes(-1), said.join('\n'));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  test('a task hears of its result through its loop, which the worker wakes', () => {
    const said = told('to-thread-heartbeat', { lanes: ['main', 'loop', 'worker'], most: 60 });
    assert.ok(
      said.some((line) => line.includes('result of fetch(0), wakes it')),
      said.join('\n'),
    );
    assert.ok(!said.some((line) => line.includes('sets its future')));
  });

  test('a thread that puts something of its own into the loop is heard', () => {
    const said = told('result-from-a-thread', { lanes: ['main', 'loop', 'fetch'], most: 40 });
    assert.ok(
      said.includes('fetch > event loop: call_soon_threadsafe(Future.set_result)'),
      said.join('\n'),
    );
  });
});

describe('between processes', () => {
  const inOrder = (said: readonly string[], wanted: readonly string[]) =>
    assert.deepEqual(
      said.filter((line) => wanted.includes(line)),
      wanted,
      said.join('\n'),
    );

  test('bytes go to the lane that gets them, each to its own', () => {
    const lanes = ['feeder', 'worker process 1', 'worker process 2'];
    inOrder(told('pool-of-processes', { lanes, most: 40 }), [
      'feeder > worker process 1: 205 pickled bytes',
      'feeder > worker process 2: 205 pickled bytes',
      'feeder > worker process 2: 205 pickled bytes',
    ]);
  });

  test('a queue that is shown stands between, and a process begins with bytes too', () => {
    const lanes = ['program', 'dishes', 'feeder 1', 'cook soup'];
    inOrder(told('process-and-queue', { lanes, most: 40 }), [
      'program > cook soup: starts cook soup with 701 pickled bytes',
      'feeder 1 > dishes: 19 pickled bytes',
      'dishes > program: 19 pickled bytes',
      'program > dishes: takes an item',
      'dishes > program: 18 pickled bytes',
      'program > dishes: takes an item',
    ]);
  });
});
