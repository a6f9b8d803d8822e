import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schedule } from '#model/schedule.ts';
import { instantsOf } from '#model/turns.ts';
import { twoThreads } from '#model/words/fixtures.ts';
import { boxesOf } from './boxes.ts';
import { drawBand } from './draw-band.ts';
import { drawLens } from './draw-lens.ts';
import { drawLane } from './draw-strip.ts';
import { elementsOf } from './drawn.ts';
import { recording } from './fixtures.ts';
import { layoutLens } from './lens.ts';
import { shownLanes } from './shown-lanes.ts';
import { layoutStrip } from './strip.ts';
import { rowsOf } from './strip-rows.ts';

/** How threads look: each drawn state once. */

const WIDTH = 1000;
const count = (markup: string, name: string) =>
  [...elementsOf(markup, WIDTH)].filter(({ attributes }) => attributes.get('class') === name)
    .length;
const words = (markup: string) =>
  [...elementsOf(markup, WIDTH)].filter(({ tag }) => tag === 'text').map(({ text }) => text);

function laneOf(schedule: Schedule, name: string): string {
  const strip = layoutStrip(schedule);
  const lane = strip.lanes.find((one) => one.name === name);
  assert.ok(lane, `there is no lane ${name}`);
  const drawing = { schedule, rows: rowsOf(strip, 0), names: 0.11, id: 'f', endWord: 'done' };
  return drawLane(lane, drawing);
}

describe('a thread in the strip', () => {
  const ada = laneOf(twoThreads(), 'Ada');

  test('has a solid roof while it has the GIL, a broken one while it asks for it', () => {
    assert.equal(count(ada, 'running'), 2);
    assert.equal(count(ada, 'roof has'), 2);
    assert.equal(count(ada, 'ready'), 1);
    assert.equal(count(ada, 'roof asks'), 1);
  });

  test('says who has the GIL that it asks for', () => {
    assert.ok(words(ada).includes('asks for the GIL: Ben has it'));
  });

  test('waits without a roof', () => {
    const program = laneOf(twoThreads(), 'program');
    assert.equal(count(program, 'waiting'), 1);
    assert.equal(count(program, 'roof has') + count(program, 'roof asks'), 0);
  });

  test('runs without a roof where there is no GIL', () => {
    const lane = laneOf(recording('cpu-two-threads-no-gil'), 'Ada');
    assert.equal(count(lane, 'running'), 1);
    assert.equal(count(lane, 'roof has'), 0);
  });

  test('a task that is ready has none either: what it waits for is its loop', () => {
    const heartbeat = laneOf(recording('cpu-in-a-thread'), 'heartbeat');
    assert.equal(count(heartbeat, 'ready'), 2);
    assert.equal(count(heartbeat, 'roof asks'), 0);
    assert.ok(count(heartbeat, 'roof has') > 0);
  });

  test('a worker says which call it is at, and waits for the next', () => {
    const worker = words(laneOf(recording('pool-of-two-threads'), 'worker 2'));
    assert.ok(worker.includes('fetch(1) sleeps 1.0\u00a0s'));
    assert.ok(worker.some((text) => /^waits for a call/.test(text)));
  });
});

describe('what threads share', () => {
  test('the GIL is a band with its holders, in turn', () => {
    const [band, ...others] = layoutStrip(twoThreads()).bands;
    assert.equal(others.length, 0);
    assert.ok(band);
    const places = band.pieces.map(({ from, to }) => [from.toFixed(2), to.toFixed(2)]);
    assert.deepEqual(places, [
      ['0.00', '0.33'],
      ['0.33', '0.67'],
      ['0.67', '1.00'],
    ]);
    const drawn = drawBand(band, rowsOf(layoutStrip(twoThreads()), 0), 0.11);
    assert.deepEqual(words(drawn), ['Ada 5\u00a0ms', 'Ben 5\u00a0ms', 'Ada 5\u00a0ms']);
  });

  test('it has no band where it changes hands in no time', () => {
    assert.deepEqual(layoutStrip(recording('thread-deadlock')).bands, []);
  });

  test('calls that no worker has taken stand in the queue of their executor', () => {
    const [band] = layoutStrip(recording('pool-of-two-threads')).bands;
    assert.equal(band?.name, 'pool queue');
    assert.deepEqual(
      band.pieces.map(({ words: [longest] }) => longest),
      ['fetch(2), fetch(3) and fetch(4) wait for a worker', 'fetch(4) waits for a worker'],
    );
  });
});

describe('processes', () => {
  const schedule = {
    ...twoThreads(),
    processes: [
      { python: 'MainProcess', main: 0 },
      { python: 'SpawnProcess-1', main: 1, parent: 0 },
    ],
  };
  const lanes = schedule.lanes.map((lane, n) => (n === 0 ? lane : { ...lane, process: 1 }));
  const apart: Schedule = { ...schedule, lanes };

  test('one process has no box', () => {
    const boxes = boxesOf(twoThreads(), layoutStrip(twoThreads()));
    assert.deepEqual(
      boxes.map(({ name, lanes: inside }) => [name, inside.length]),
      [[undefined, 3]],
    );
  });

  test('each of several has its lanes and its own GIL in a box with its name', () => {
    const boxes = boxesOf(apart, layoutStrip(apart));
    assert.deepEqual(
      boxes.map(({ name, lanes: inside, bands }) => [
        name,
        inside.map(({ lane }) => lane.name),
        bands.map((band) => band.name),
      ]),
      [
        ['first process', ['program'], []],
        ['process Ada', ['Ada', 'Ben'], ['GIL']],
      ],
    );
  });

  test('the lens draws a line between two', () => {
    const boxes = (of: Schedule) => count(drawnLens(of, 1), 'axis');
    assert.equal(boxes(apart), 1);
    assert.equal(boxes(twoThreads()), 0);
  });
});

function lensOf(schedule: Schedule, number: number) {
  const instant = instantsOf(schedule)[number];
  assert.ok(instant);
  return layoutLens(schedule, instant, shownLanes(schedule));
}

function drawnLens(schedule: Schedule, number: number): string {
  return drawLens(lensOf(schedule, number), {
    nameOf: (lane) => schedule.lanes[lane]?.name ?? '',
    isLoop: () => false,
    hatch: 'h',
    crowded: false,
  });
}

describe('a hand-over in the lens', () => {
  test('the roof of the one ends before that of the other begins', () => {
    const lens = lensOf(twoThreads(), 1);
    const [, ada, ben] = lens.lanes;
    const had = ada?.segments.find(({ gil }) => gil === 'has');
    const has = ben?.segments.find(({ gil }) => gil === 'has');
    assert.ok(had && has);
    assert.ok((had.released ?? 1) < has.from);
    assert.deepEqual(
      lens.handOvers.map(({ fromLane, toLane }) => [fromLane, toLane]),
      [[1, 2]],
    );
  });

  test('who waits gives the GIL up first, so that its roof is shorter than its bar', () => {
    const lens = lensOf(recording('pool-of-two-threads'), 0);
    const worker = lens.lanes.find(({ lane }) => lane === 1);
    const ran = worker?.segments.find(({ gil }) => gil === 'has');
    assert.ok(ran && ran.released !== undefined && ran.released < ran.to);
  });

  test('without a GIL nobody hands over to another thread', () => {
    const schedule = recording('cpu-two-threads-no-gil');
    for (const i of instantsOf(schedule).keys())
      assert.deepEqual(lensOf(schedule, i).handOvers, []);
  });

  test('nobody hands over who had given it up before', () => {
    for (const [name, number, lane] of [
      ['thread-deadlock', 1, 0],
      ['map-in-order', 1, 0],
    ] as const) {
      const lens = lensOf(recording(name), number);
      assert.ok(lens.columns.every(({ turn }) => turn.lane !== lane));
    }
  });

  test('what blocks for no time is a wait, and what holds the loop is not its sleep', () => {
    const lens = lensOf(recording('cpu-in-a-thread'), 6);
    const states = lens.lanes.flatMap(({ segments }) => segments.map(({ state }) => state));
    assert.ok(!states.includes('blocked'));
    const loop = lens.lanes.at(-1)?.segments.at(-1);
    assert.equal(loop?.by, 'pick');
  });
});
