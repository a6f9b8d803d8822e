import assert from 'node:assert/strict';
import test from 'node:test';
import { cancel, gather, recordings } from '#model/words/fixtures.ts';
import type { Schedule } from '#model/schedule.ts';
import { fingerprint, HEIGHT, WIDTH } from './fingerprint.ts';

const path = (svg: string, state: string) =>
  new RegExp(`<path class="${state}"[^>]* d="([^"]+)"`).exec(svg)?.[1];
const pieces = (d: string | undefined) => d?.split('M').slice(1) ?? [];

test('three waits that overlap are three bars as wide as the picture', () => {
  const svg = fingerprint(gather());
  const waits = pieces(path(svg, 'waiting'));
  assert.equal(waits.length, 3);
  for (const wait of waits) assert.match(wait, /^1 [\d.]+h148v/);
  assert.equal(path(svg, 'blocked'), undefined);
});

test('a staircase of blocking calls keeps the others waiting', () => {
  const svg = fingerprint(gather(true));
  const blocks = pieces(path(svg, 'blocked')).map((bar) => Number(/^\d+/.exec(bar)?.[0]));
  assert.deepEqual(blocks, [1, 50, 100]);
  assert.equal(pieces(path(svg, 'ready')).length, 2);
  assert.equal(pieces(path(svg, 'hatch')).length, 3);
});

test('where a lane runs for an instant there is a tick', () => {
  const ticks = pieces(path(fingerprint(cancel()), 'tick'));
  assert.ok(
    ticks.some((tick) => tick.startsWith('124 ')),
    'at 1.0 s of 1.2 s job is cancelled',
  );
});

test('a program that was never run is struck, and has no bars', () => {
  const never = { ...gather(), steps: [], lanes: [] } satisfies Schedule;
  const svg = fingerprint(never);
  assert.match(svg, /class="nothing"/);
  assert.equal(svg.match(/<path/g)?.length, 1);
});

test('every recording has a miniature within its frame, of a few hundred bytes', () => {
  const sizes: number[] = [];
  for (const { name, schedule } of recordings()) {
    const svg = fingerprint(schedule);
    const numbers = [...svg.matchAll(/M([\d.]+) ([\d.]+)/g)];
    assert.ok(numbers.length > 0, `${name} has an empty picture`);
    for (const [, x, y] of numbers) {
      assert.ok(Number(x) <= WIDTH + HEIGHT && Number(y) <= HEIGHT, `${name} leaves its frame`);
    }
    assert.ok(svg.length <= 1600, `${name} has ${svg.length} bytes`);
    sizes.push(svg.length);
  }
  sizes.sort((a, b) => a - b);
  assert.ok((sizes[Math.floor(sizes.length * 0.8)] ?? 0) <= 450, 'most pictures are small');
});
