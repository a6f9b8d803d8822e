import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schedule } from '#model/schedule.ts';
import { spansOf } from '#model/spans.ts';
import { totalOf } from '#model/total.ts';
import { stateAt } from '#model/state.ts';
import { totalsBefore } from '#model/totals.ts';
import { plainHtml } from '../figure-words.ts';
import { gate, gather, recordings } from '#model/words/fixtures.ts';
import { timeWords } from '#model/words/time-words.ts';
import { writingFaults } from '#timeline/drawn.ts';
import { panelsOf } from './panels.ts';

/** Titles and words of the panels at a step. */
function told(schedule: Schedule, step: number, lane = schedule.steps[step]?.lane ?? 0) {
  const state = stateAt(schedule, step);
  const totals = totalsBefore(schedule, spansOf(schedule), state.at);
  const panels = panelsOf(schedule, state, totals, lane, timeWords(schedule).full);
  return {
    html: panels.map(({ html }) => html).join(''),
    words: Object.fromEntries(
      panels.map(({ title, html }) => [title, plainHtml(html.replaceAll('</li>', ';'))]),
    ),
  };
}

describe('what Inspect tells', () => {
  const three = gather();
  const asleep = three.steps.findIndex(({ kind }) => kind === 'sleep');

  test('while the loop sleeps nobody is ready, and timers stand by deadline', () => {
    const { words } = told(three, asleep);
    assert.match(words['Ready queue'] ?? '', /nobody is ready/);
    assert.match(
      words['Timers, by deadline'] ?? '',
      /^1\.0.s work 0;1\.0.s work 1;1\.0.s work 2;$/,
    );
  });

  test('the head of the queue stands first', () => {
    const queued = three.steps.findIndex(({ kind, lane }) => kind === 'wait' && lane === 2);
    assert.match(told(three, queued).words['Ready queue'] ?? '', /^work 0;work 1;work 2;$/);
  });

  test('the stack is that of the lane asked for, with its line', () => {
    const printing = three.steps.findIndex(({ kind }) => kind === 'print');
    assert.equal(told(three, printing).words['Call stack: work 0'], 'work() line 4;');
    assert.match(told(three, printing, 4).words['Call stack: work 1'] ?? '', /^in no function$/);
  });

  test('who holds a place, and how many there are', () => {
    const places = gate();
    const { words } = told(
      places,
      places.steps.findLastIndex(({ at }) => at === 0),
    );
    assert.match(
      words['Locks and queues'] ?? '',
      /^gate 3 of 3 taken: fetch 0, fetch 1, fetch 2;$/,
    );
  });

  test('totals are those up to the clock', () => {
    const blocking = gather(true);
    const { words } = told(blocking, blocking.steps.length - 1);
    assert.equal(totalOf(blocking), 3e6);
    assert.match(words['So far'] ?? '', /work 2–1\.0.s2\.0.s–/);
  });

  test('is well formed at the first, middle and last step of every recording', () => {
    for (const { name, schedule } of recordings()) {
      const last = schedule.steps.length - 1;
      for (const step of last < 0 ? [] : [0, last >> 1, last])
        assert.deepEqual(writingFaults(told(schedule, step).html), [], `${name}, step ${step}`);
    }
  });
});
