import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gather } from '#model/words/fixtures.ts';
import { turnsOf } from '#model/turns.ts';
import { drawTrack } from './draw-track.ts';
import { textsOf } from './drawn.ts';
import { recording, recordings } from './fixtures.ts';
import { segmentsIn, turnSegments } from './track-segments.ts';
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

describe('a track of many instants', () => {
  const schedule = recording('cpu-two-threads');
  const track = trackOf(schedule);
  const turns = turnsOf(schedule);

  test('has a block a turn, one behind the other, however many instants it lasts', () => {
    const segments = turnSegments(track.instants, turns);
    assert.ok(track.instants.length > 2 * segments.length);
    assert.deepEqual(
      segments.map(({ number }) => number),
      turns.flatMap(({ number }) => number ?? []),
    );
    segments.forEach(({ from, to }, i) => {
      assert.ok(to > from && from >= (segments[i - 1]?.to ?? 0));
    });
  });

  test('numbers its turns instead of marking each instant', () => {
    const drawn = drawTrack(track, turns, String);
    const numbers = textsOf(drawn, 540, 'm', 11.5).filter(({ y }) => y > 20);
    assert.ok(numbers.length > 12);
    const [, blocks = ''] = /class="segment" d="([^"]*)"/.exec(drawn) ?? [];
    assert.equal(blocks.match(/M/g)?.length, turns.length);
    assert.ok(!drawn.includes('gap-sign'));
  });
});
