import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gather } from '#model/words/fixtures.ts';
import { recordings } from './fixtures.ts';
import { turnsOf } from '#model/turns.ts';
import { segmentsIn } from './track-segments.ts';
import { stepAt, trackOf, unitOf } from './slider.ts';

describe('the slider over steps', () => {
  const track = trackOf(gather());
  const [start, end] = track.instants;

  test('steps lie at equal distances inside an instant, and a gap stands where time passes', () => {
    assert.equal(track.instants.length, 2);
    assert.deepEqual([start?.from, start?.to], [0, start?.last]);
    assert.ok((end?.from ?? 0) - (start?.to ?? 0) > 4);
    assert.equal(track.end, end?.to);
  });

  test('a place in a gap stands for the nearer of its two ends', () => {
    assert.ok(start && end);
    assert.equal(stepAt(track, start.to + 1), start.last);
    assert.equal(stepAt(track, end.from - 1), end.first);
  });

  test('segments carry the numbers of the turns, each once and in order', () => {
    const numbers = track.instants.flatMap((instant) =>
      segmentsIn(instant, turnsOf(gather())).map(({ number }) => number),
    );
    assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a program that never ran has a track without length', () => {
    assert.equal(trackOf({ ...gather(), steps: [] }).end, 0);
  });

  test('every step of every recording is found again at the place where it stands', () => {
    for (const { name, schedule } of recordings()) {
      const here = trackOf(schedule);
      let before = -1;
      for (let step = 0; step < schedule.steps.length; step++) {
        const unit = unitOf(here, step);
        if (unit <= before || unit > here.end || stepAt(here, unit) !== step)
          assert.fail(`${name}: step ${step} stands at ${unit}, which is ${stepAt(here, unit)}`);
        before = unit;
      }
      if (schedule.steps.length > 0)
        assert.equal(unitOf(here, schedule.steps.length - 1), here.end, name);
    }
  });

  test('every place on every slider is a step of the recording', () => {
    for (const { name, schedule } of recordings()) {
      const here = trackOf(schedule);
      let before = 0;
      for (let unit = 0; unit <= here.end && schedule.steps.length > 0; unit++) {
        const step = stepAt(here, unit);
        if (step < before || step >= schedule.steps.length)
          assert.fail(`${name}: ${unit}, ${step}`);
        before = step;
      }
    }
  });
});
