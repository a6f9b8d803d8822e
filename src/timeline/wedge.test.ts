import assert from 'node:assert/strict';
import test from 'node:test';
import { lensPart, linePath, stripPlace, WEDGE, wedgePath } from './wedge.ts';

const numbersIn = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));

test('the wedge is a closed shape from either side of the tick to both edges of the lens', () => {
  const path = wedgePath(0.25, 0.5);
  assert.match(path, /^M244 0C.* 0 36H500C.* 256 0Z$/);
});

test('the line runs from the tick at the top to the step at the foot', () => {
  assert.match(linePath(0.25, 0.4), /^M250 0C.* 400 36$/);
});

test('no place in the strip makes a path that leaves its box by more than the tick is wide', () => {
  for (const tick of [0, 0.001, 0.5, 1])
    for (const path of [wedgePath(tick, 1), wedgePath(tick, 0.49), linePath(tick, 1)])
      for (const number of numbersIn(path))
        assert.ok(number >= -8 && number <= WEDGE.width + 8, `${tick}: ${path}`);
});

test('the lens takes as much as the longest line of code leaves', () => {
  assert.equal(lensPart(40), 0.57);
  assert.equal(lensPart(50), 0.53);
  assert.equal(lensPart(200), 0.49);
});

test('a place in the strip is told as a share of the figure, between names and ends', () => {
  assert.equal(stripPlace(0, 0.08), 0.08);
  assert.equal(stripPlace(1, 0.08), 0.9);
});
