import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cancel, gather } from '#model/words/fixtures.ts';
import { Tape } from '#model/words/tape.ts';
import { recordings } from './fixtures.ts';
import { timeScale } from './scale.ts';

const SECOND = 1e6;
const majors = (schedule: Parameters<typeof timeScale>[0], end?: number) =>
  timeScale(schedule, end)
    .ticks.filter(({ major }) => major)
    .map(({ at }) => at / SECOND);

/** Naps of a length each, one after the other. */
function naps(...lengths: readonly number[]) {
  const tape = new Tape().open(9, 5);
  let clock = 0;
  lengths.forEach((length, timer) => {
    tape.nap(2, 6, timer, length);
    clock += length;
    tape.sleep(clock).wake([timer, 2]).pick(2).as(2).step({ kind: 'line', line: 7 });
  });
  return tape.close(9).done();
}

describe('timeScale', () => {
  test('a run reaches from 0 to 1, and half of it lies in the middle', () => {
    const { at } = timeScale(gather());
    assert.deepEqual(
      [0, 0.5, 1].map((second) => at(second * SECOND)),
      [0, 0.5, 1],
    );
  });

  test('an end that is given leaves a shorter run its own part of the axis', () => {
    assert.equal(timeScale(gather(), 4 * SECOND).at(SECOND), 0.25);
  });

  test('a program that takes no time stands at the beginning, with one tick', () => {
    const { at, ticks } = timeScale(naps());
    assert.equal(at(0), 0);
    assert.deepEqual(ticks, [{ at: 0, major: true }]);
  });

  test('numbers stand at round readings, and at the end whatever it is', () => {
    assert.deepEqual(majors(gather()), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(majors(gather(true)), [0, 1, 2, 3]);
  });

  test('a number just before the end makes room for it', () => {
    assert.deepEqual(majors(cancel()), [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]);
    assert.deepEqual(majors(naps(1.1)), [0, 0.2, 0.4, 0.6, 0.8, 1.1]);
  });

  test('hours are cut at hours', () => {
    assert.deepEqual(
      majors(naps(3 * 3600)).map((seconds) => seconds / 3600),
      [0, 1, 2, 3],
    );
  });

  test('an idle time far longer than all the rest folds to a narrow gap without ticks', () => {
    const { at, folds, ticks } = timeScale(naps(1, 1, 1, 100, 1));
    assert.deepEqual(folds, [{ from: 3 * SECOND, to: 103 * SECOND }]);
    assert.ok(Math.abs(at(103 * SECOND) - at(3 * SECOND) - 0.12) < 1e-9);
    assert.ok(Math.abs(at(SECOND) - 0.22) < 1e-9, 'the rest shares what is left');
    assert.equal(at(104 * SECOND), 1);
    assert.deepEqual(
      ticks.filter((tick) => tick.at > 3 * SECOND && tick.at < 103 * SECOND),
      [],
    );
  });

  test('a wait that the figure is about does not fold', () => {
    assert.deepEqual(timeScale(naps(100)).folds, []);
    assert.deepEqual(timeScale(naps(1, 1, 1, 30, 1)).folds, []);
  });

  test('on every recording later is further right, and ticks rise to the end', () => {
    for (const { name, schedule } of recordings()) {
      const { at, ticks } = timeScale(schedule);
      const places = schedule.steps.map((step) => at(step.at));
      assert.ok(
        places.every((place, i) => place >= (places[i - 1] ?? 0) && place <= 1 + 1e-9),
        name,
      );
      const clocks = ticks.map((tick) => tick.at);
      assert.deepEqual(
        clocks,
        [...new Set(clocks)].sort((a, b) => a - b),
        name,
      );
      const numbered = ticks.filter(({ major }) => major).length;
      assert.ok(numbered >= 1 && numbered <= 8, `${name} has ${numbered} numbers on its axis`);
    }
  });
});
