import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasThreads } from '#model/processors.ts';
import { instantsOf } from '#model/turns.ts';
import { cancel, gate, gather } from '#model/words/fixtures.ts';
import { showsLoop } from './draw-lens.ts';
import { recordings } from './fixtures.ts';
import { layoutLens, MOST_COLUMNS, stepPlace, type Lens } from './lens.ts';
import { shownLanes } from './shown-lanes.ts';
import type { Schedule } from '#model/schedule.ts';

const opened = (schedule: Schedule, number: number, around?: number): Lens => {
  const instant = instantsOf(schedule)[number];
  assert.ok(instant, `there is no instant ${number}`);
  return layoutLens(schedule, instant, shownLanes(schedule), around);
};
const numbers = ({ columns }: Lens) => columns.map(({ turn }) => turn.number);
const states = ({ lanes }: Lens, lane: number) =>
  lanes.find((one) => one.lane === lane)?.segments.map(({ state }) => state);

describe('the first instant of three tasks', () => {
  const lens = opened(gather(), 0);

  test('has a column a turn in the order in which they ran, and one for the loop that falls asleep', () => {
    assert.deepEqual(numbers(lens), [1, 2, 3, 4, undefined]);
    assert.deepEqual(
      lens.columns.map(({ turn }) => turn.lane),
      [2, 3, 4, 5, 1],
    );
  });

  test('columns stand apart, and room is left behind the last', () => {
    lens.columns.forEach(({ from, to }, i) => {
      assert.ok(to > from && from > (lens.columns[i - 1]?.to ?? 0));
    });
    assert.ok((lens.columns.at(-1)?.to ?? 1) < 0.9);
  });

  test('hand-overs join one column to the next', () => {
    assert.deepEqual(
      lens.handOvers.map(({ fromLane, toLane }) => [fromLane, toLane]),
      [
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 1],
      ],
    );
    lens.handOvers.forEach(({ from, to }, i) => {
      assert.equal(from, lens.columns[i]?.to);
      assert.equal(to, lens.columns[i + 1]?.from);
    });
  });

  test('a task is ready until its turn, runs in its own column, and then waits', () => {
    assert.deepEqual(states(lens, 4)?.slice(-3), ['ready', 'running', 'waiting']);
    const running = lens.lanes[2]?.segments.find(({ state }) => state === 'running');
    assert.equal(running?.from, lens.columns[2]?.from);
    assert.equal(running?.to, lens.columns[2]?.to);
  });

  test('a task moves up in the ready queue as others are picked', () => {
    const ready = lens.lanes[3]?.segments.find(({ state }) => state === 'ready');
    assert.deepEqual(
      ready?.places.map(({ place }) => place),
      [3, 2, 1],
    );
  });

  test('a step stands inside the column of its turn, and what comes before the first at the edge', () => {
    for (const { first, last, from, to } of lens.columns)
      for (let step = first; step <= last; step++) {
        const place = stepPlace(lens, step);
        assert.ok(place > from && place < to, `step ${step} at ${place}`);
      }
    assert.equal(stepPlace(lens, 0), 0);
  });
});

test('a lane that blocks holds its column to the edge, and its victims stay ready', () => {
  const lens = opened(gather(true), 0);
  assert.equal(states(lens, 3)?.at(-1), 'blocked');
  assert.equal(states(lens, 4)?.at(-1), 'ready');
});

test('a lane that is cancelled is ready before the exception reaches it', () => {
  assert.deepEqual(states(opened(cancel(), 1), 3), ['waiting', 'ready', 'running', 'waiting']);
});

describe('an instant with many turns', () => {
  const crowd = gate(40, 3);

  test('shows a window of thirteen, the first of them at rest', () => {
    const lens = opened(crowd, 0);
    assert.equal(lens.columns.length, MOST_COLUMNS);
    assert.equal(numbers(lens)[0], 1);
    assert.ok(lens.turns > 40);
  });

  test('the window follows the step, and never runs beyond the last turn', () => {
    const { first, last } = instantsOf(crowd)[0] ?? { first: 0, last: 0 };
    for (let step = first; step <= last; step++) {
      const lens = opened(crowd, 0, step);
      assert.equal(lens.columns.length, MOST_COLUMNS);
      const place = stepPlace(lens, step);
      assert.ok(place >= 0 && place <= 1, `step ${step} at ${place}`);
    }
    assert.equal(opened(crowd, 0, last).columns.at(-1)?.last, last);
  });

  test('keeps the lanes that have a turn in the window, in the figure’s order', () => {
    const { lanes, columns } = opened(crowd, 0, 100);
    assert.ok(lanes.length <= 16, `${lanes.length} lanes`);
    const shown = lanes.map(({ lane }) => lane);
    const order = shownLanes(crowd).filter((lane) => shown.includes(lane));
    assert.deepEqual(shown, order);
    const missing = columns.filter(({ turn }) => !shown.includes(turn.lane));
    assert.deepEqual(
      missing.map(({ turn }) => turn.lane),
      [],
    );
  });
});

test('a program that never ran has an empty lens', () => {
  const never = { ...gather(), lanes: [], steps: [] };
  const { columns, lanes } = layoutLens(never, { at: 0, first: 0, last: 0 }, []);
  assert.deepEqual([columns, lanes], [[], []]);
});

test('where there is one thread, no two lanes run at the same place', () => {
  for (const { name, schedule } of recordings()) {
    if (hasThreads(schedule) || schedule.steps.length > 1000) continue;
    instantsOf(schedule).forEach((instant, i) => {
      const lens = layoutLens(schedule, instant, shownLanes(schedule));
      const running = lens.lanes
        .flatMap(({ lane, segments }) =>
          segments.filter(
            (segment) =>
              ['running', 'blocked'].includes(segment.state) &&
              (schedule.lanes[lane]?.kind !== 'loop' || showsLoop(segment, lane, lens)),
          ),
        )
        .toSorted((a, b) => a.from - b.from);
      running.forEach(({ from }, n) => {
        const before = running[n - 1]?.to ?? 0;
        assert.ok(from >= before - 1e-9, `${name}, instant ${i}: at ${from} to ${before}`);
      });
    });
  }
});

test('every instant of every recording is laid out inside the lens, without overlap', () => {
  for (const { name, schedule } of recordings()) {
    const instants = instantsOf(schedule);
    // Enough of the longest runs: their instants are alike.
    for (const [i, instant] of instants.slice(0, 40).entries()) {
      const where = `${name}, instant ${i}`;
      const { columns, lanes } = layoutLens(schedule, instant, shownLanes(schedule));
      columns.forEach(({ from, to }, n) => {
        assert.ok(from >= (columns[n - 1]?.to ?? 0) && to > from && to <= 1, where);
      });
      for (const { segments } of lanes)
        segments.forEach(({ from, to }, n) => {
          assert.ok(from >= (segments[n - 1]?.to ?? 0) - 1e-9, `${where}: at ${from}`);
          assert.ok(to > from && to <= 1 + 1e-9, where);
        });
    }
  }
});
