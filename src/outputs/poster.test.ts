import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';
import { elementsOf } from '#timeline/drawn.ts';
import { textWidth } from '#timeline/fit.ts';
import { palettes } from './palette.ts';
import { POSTER, posterSvg } from './poster.ts';

const files = globSync('content/examples/*/schedule.json').sort();
function read(file: string): Schedule {
  return expandSchedule(JSON.parse(readFileSync(file, 'utf8')) as StoredSchedule);
}

/** Words that leave the picture, numbers that are none, and letters too small at a third of the size. */
function faults(svg: string): string[] {
  const found = /NaN|undefined|Infinity|width="-|height="-/.exec(svg)?.map((word) => word) ?? [];
  for (const { tag, attributes, text } of elementsOf(svg, POSTER.width)) {
    if (tag !== 'text') continue;
    const size = Number(attributes.get('font-size'));
    const x = Number(attributes.get('x'));
    const isEnd = attributes.get('text-anchor') === 'end';
    const wide = textWidth(text, size) * 0.97;
    if (size < 22) found.push(`"${text}" has ${size} px`);
    if (isEnd ? x - wide < 0 : x + wide > POSTER.width) found.push(`"${text}" leaves the picture`);
  }
  return found;
}

test('every recording makes a picture that can be read at 400 pixels, whole and in its middle', () => {
  const all = files.flatMap((file) => {
    const schedule = read(file);
    const { length } = schedule.steps;
    // The longest take seconds to draw, and their steps look like those of others.
    const steps = length > 800 ? [undefined] : [undefined, Math.floor(length / 2)];
    return steps.flatMap((step) => {
      const poster = { title: 'Who waits, and for what?', runs: [{ schedule, step }], place: 'x' };
      return faults(posterSvg(poster, palettes.light)).map(
        (fault) => `${file} at ${step}: ${fault}`,
      );
    });
  });
  assert.deepEqual(all, []);
});

test('two runs share one axis, and the shorter says what it saves', () => {
  const [one, two] = ['five-await', 'five-tasks'].map((name) =>
    read(`content/examples/${name}/schedule.json`),
  );
  assert.ok(one && two);
  const end = totalOf(one);
  const runs = [
    { schedule: one, end, line: ['5.0 s', 'in a row'] as const },
    { schedule: two, end, line: ['1.0 s', 'as tasks'] as const, note: '4.0 s less' },
  ];
  const svg = posterSvg({ title: 'Five calls', runs, place: 'x' }, palettes.dark);
  assert.deepEqual(faults(svg), []);
  assert.match(svg, />4\.0 s less</);
  assert.equal(svg.match(/>5\.0\ss</g)?.length, 2, 'the total and the end of the one axis');
});

test('a title of any length stays in the picture', () => {
  const title =
    'gather makes a task for each coroutine, and none of them runs before main waits, '.repeat(3);
  const poster = { title, runs: [], place: 'Python concurrency', says: title };
  assert.deepEqual(faults(posterSvg(poster, palettes.light)), []);
});
