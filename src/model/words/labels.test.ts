import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule } from '../schedule.ts';
import { spansOf } from '../spans.ts';
import { cancel, gate, gather, recordings } from './fixtures.ts';
import { barLabels, lineTag } from './labels.ts';

const bars = (schedule: Schedule, lane: string) => {
  const number = schedule.lanes.findIndex(({ name }) => name === lane);
  return (spansOf(schedule)[number] ?? [])
    .filter(({ from, to }) => to > from)
    .map((span) => {
      const { left, right } = barLabels(schedule, span);
      return [left[0] ?? '', right[0] ?? ''].map((words) => words.replaceAll('\u00a0', ' '));
    });
};

test('a wait has its reason at the left and what ends it at the right', () => {
  assert.deepEqual(bars(gather(), 'main'), [
    ['waits until work 0, 1 and 2 are done', 'gather of 3'],
  ]);
  assert.deepEqual(bars(gather(), 'work 1'), [['waits for its timer', 'due 1.0 s']]);
  assert.deepEqual(bars(gather(), 'loop'), [['asleep until 1.0 s: nobody is ready', '']]);
});

test('who blocks, who is kept waiting and in whom the loop is stuck', () => {
  assert.deepEqual(bars(gather(true), 'work 0'), [['blocks the loop 1.0 s', '']]);
  assert.deepEqual(bars(gather(true), 'work 2'), [
    ['ready, kept waiting 2.0 s: by work 0, then by work 1', ''],
    ['blocks the loop 1.0 s', ''],
  ]);
  assert.equal(bars(gather(true), 'loop')[0]?.[0], 'stuck in work 0');
});

test('having a place and lacking one have different words', () => {
  assert.equal(bars(gate(), 'fetch 0')[0]?.[0], 'has a place, waits for its timer');
  assert.equal(bars(gate(), 'fetch 3')[0]?.[0], 'waits for a place: all three are taken');
});

test('a wait that was cut short says what was not waited, and clean-up says where it is', () => {
  assert.deepEqual(bars(cancel(), 'job'), [
    ['waits for its timer, due 5.0 s', '4.0 s not waited'],
    ['waits 0.2 s in finally', 'due 1.2 s'],
  ]);
});

test('a line is tagged with those who wait there, or what they do to the loop', () => {
  const at = (schedule: Schedule, line: number, state: string) =>
    lineTag(
      schedule,
      spansOf(schedule)
        .flat()
        .filter((span) => span.line === line && span.state === state),
    ).map((words) => words.replaceAll('\u00a0', ' '));
  assert.ok(at(gather(), 5, 'waiting').includes('work 0, 1 and 2 wait here'));
  assert.ok(at(gather(), 12, 'waiting').includes('main waits'));
  assert.equal(at(gather(true), 5, 'blocked')[0], 'each blocks the loop for 1.0 s');
});

test('who waits in a line where another blocks is not said to block', () => {
  const found = recordings().find(({ name }) => name === 'file-read');
  assert.ok(found, 'the example that reads a file in a thread and on the loop');
  const spans = spansOf(found.schedule)
    .flat()
    .filter(({ line, state }) => line === 6 && ['waiting', 'blocked'].includes(state));
  assert.equal(new Set(spans.map(({ state }) => state)).size, 2);
  assert.equal(lineTag(found.schedule, spans)[0], 'main blocks the loop');
});

test('labels of every recording go from long to short, and none says a thing twice', () => {
  for (const { name, schedule } of recordings()) {
    if (schedule.steps.length > 1000) continue;
    for (const span of spansOf(schedule).flat()) {
      for (const words of Object.values(barLabels(schedule, span)) as string[][]) {
        assert.equal(new Set(words).size, words.length, name);
        assert.deepEqual(
          words,
          words.toSorted((a, b) => b.length - a.length),
          name,
        );
        for (const each of words) assert.doesNotMatch(each, /undefined|\*\*|`|NaN/, name);
      }
    }
  }
});

test('who blocks for good, or is kept waiting for good, has no time beside it', () => {
  const stuck = recordings().find(({ name }) => name === 'result-on-the-loop')?.schedule;
  assert.ok(stuck);
  const last = (lane: string) => {
    const number = stuck.lanes.findIndex(({ name }) => name === lane);
    const span = spansOf(stuck)[number]?.at(-1);
    assert.ok(span);
    return barLabels(stuck, span).left[0];
  };
  assert.equal(last('main'), 'blocks the loop forever');
  assert.match(last('heartbeat') ?? '', /^ready, kept waiting forever/);
});
