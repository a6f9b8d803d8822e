import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cancel, gate, gather } from '#model/words/fixtures.ts';
import { recording, recordings } from './fixtures.ts';
import { layoutStrip, type StripLane } from './strip.ts';

const lane = (lanes: readonly StripLane[], name: string): StripLane => {
  const found = lanes.find((one) => one.name === name);
  assert.ok(found, `there is no lane ${name}`);
  return found;
};
const bars = ({ bars }: StripLane) =>
  bars.map(({ mark, from, to }) => [mark, Number(from.toFixed(2)), Number(to.toFixed(2))]);

describe('a strip of tasks that wait', () => {
  const { lanes } = layoutStrip(gather());

  test('shows tasks as they were born and the loop last; the main thread does nothing worth a lane', () => {
    assert.deepEqual(
      lanes.map(({ name }) => name),
      ['main', 'work 0', 'work 1', 'work 2', 'loop'],
    );
  });

  test('a wait is a bar as long as it was; a turn that took no time is a tick', () => {
    const work = lane(lanes, 'work 1');
    assert.deepEqual(bars(work), [['waiting', 0, 1]]);
    assert.deepEqual(
      work.ticks.map(({ x }) => x),
      [0, 1],
    );
  });

  test('the loop sleeps while nobody is ready', () => {
    assert.deepEqual(bars(lane(lanes, 'loop')), [['asleep', 0, 1]]);
  });

  test('lanes come in the order that is asked for, and no others', () => {
    const { lanes: asked } = layoutStrip(gather(), { lanes: [5, 3] });
    assert.deepEqual(
      asked.map(({ name }) => name),
      ['work 2', 'work 0'],
    );
  });

  test('a longer axis leaves every bar its own part', () => {
    const { lanes: shared } = layoutStrip(gather(), { end: 2e6 });
    assert.deepEqual(bars(lane(shared, 'work 0')), [['waiting', 0, 0.5]]);
    assert.equal(lane(shared, 'work 0').end.x, 0.5);
  });
});

describe('a strip of tasks that block', () => {
  const { lanes } = layoutStrip(gather(true));

  test('who blocks and who is kept waiting have bars of their own', () => {
    assert.deepEqual(bars(lane(lanes, 'work 1')), [
      ['ready', 0, 0.33],
      ['blocked', 0.33, 0.67],
    ]);
  });

  test('the loop is stuck as long as somebody holds it', () => {
    assert.deepEqual(bars(lane(lanes, 'loop')), [
      ['stuck', 0, 0.33],
      ['stuck', 0.33, 0.67],
      ['stuck', 0.67, 1],
    ]);
  });
});

describe('a strip of a cancellation', () => {
  const { lanes } = layoutStrip(cancel());
  const job = lane(lanes, 'job');

  test('the wait that was cut short is torn, the one in its finally is whole', () => {
    assert.deepEqual(
      job.bars.map(({ torn }) => torn),
      [true, false],
    );
  });

  test('the cancellation strikes the lane that it was meant for', () => {
    const [struck] = job.cancels;
    assert.ok(struck);
    assert.ok(Math.abs(struck.x - 1 / 1.2) < 1e-9);
    assert.deepEqual(lane(lanes, 'main').cancels, []);
  });

  test('a lane ends as it ended', () => {
    assert.equal(job.end.how, 'cancelled');
    assert.equal(lane(lanes, 'main').end.how, 'returned');
  });
});

describe('a strip of tasks that share places', () => {
  const { lanes } = layoutStrip(gate());

  test('who has a place holds it to its release or to the end; who has none holds nothing', () => {
    assert.deepEqual(lane(lanes, 'fetch 0').holds, [{ from: 0, to: 1 }]);
    assert.deepEqual(lane(lanes, 'fetch 3').holds, []);
  });

  test('a lane that the program did not wait for is pending at its end', () => {
    assert.equal(lane(lanes, 'fetch 5').end.how, 'pending');
  });
});

test('a task that is thrown away while it waits ends there', () => {
  const backup = lane(layoutStrip(recording('reference-lost')).lanes, 'backup');
  assert.deepEqual(bars(backup), [['waiting', 0, 0.5]]);
  assert.deepEqual([backup.end.how, backup.end.x], ['destroyed', 0.5]);
});

test('a timer that is due, and the queue behind it, are one time of being kept waiting', () => {
  const fetch = lane(layoutStrip(recording('hog-takes-breaks')).lanes, 'fetch');
  assert.deepEqual(
    fetch.bars.map(({ mark }) => mark),
    ['running', 'waiting', 'overdue', 'running'],
  );
});

test('timers that no task waits for have a row, together where they run together', () => {
  const rows = (name: string) =>
    layoutStrip(recording(name)).bands.map(({ name, kind, pieces }) => [
      name,
      kind,
      pieces[0]?.words[0]?.replaceAll('\u00a0', ' '),
      pieces[0]?.to,
    ]);
  assert.deepEqual(rows('hello-callbacks'), [
    ['timers', 'timed', 'three calls of part, due 3.0 s', 1],
  ]);
  assert.deepEqual(
    rows('shut-down-in-order').map(([, , words]) => words),
    ['Event.set, due 1.0 s'],
  );
  assert.deepEqual(rows('three-sleepers'), []);
});

test('who is robbed of a lock holds it no longer', () => {
  const { lanes } = layoutStrip(recording('release-without-lock'));
  assert.deepEqual(lane(lanes, 'cook').holds, [{ from: 0, to: 0.5 }]);
});

test('on every recording a lane is in one state at a time, inside the axis, from its birth to its end', () => {
  for (const { name, schedule } of recordings()) {
    for (const { name: who, bars, ticks, holds, end } of layoutStrip(schedule).lanes) {
      const where = `${name}, ${who}`;
      bars.forEach(({ from, to }, i) => {
        assert.ok(to >= from && from >= 0 && to <= 1 + 1e-9, `${where}: ${from} to ${to}`);
        assert.ok(from >= (bars[i - 1]?.to ?? 0) - 1e-9, `${where}: bars overlap at ${from}`);
      });
      for (const { x } of ticks) assert.ok(x >= 0 && x <= 1 + 1e-9, `${where}: tick at ${x}`);
      for (const hold of holds) assert.ok(hold.from < hold.to && hold.to <= 1 + 1e-9, where);
      assert.ok(end.x >= (bars.at(-1)?.to ?? 0) - 1e-9, `${where}: ends at ${end.x}`);
    }
  }
});

test('where a lane holds its loop for good, its bar and that of who is ready go on to the end of the axis', () => {
  const { lanes } = layoutStrip(recording('result-on-the-loop'));
  assert.deepEqual(bars(lane(lanes, 'main')), [['blocked', 0, 1]]);
  assert.deepEqual(bars(lane(lanes, 'heartbeat')), [['ready', 0, 1]]);
});

test('a host that never answers is at work to the end of the axis, its connection with it', () => {
  const { lanes } = layoutStrip(recording('prices-one-silent'));
  const last = (name: string) => lane(lanes, name).bars.at(-1);
  for (const name of ['shop.example', 'price jug', 'main'])
    assert.deepEqual([last(name)?.endless, last(name)?.to], [true, 1], name);
  assert.equal(last('price pan')?.endless, false);
});
