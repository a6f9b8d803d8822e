import assert from 'node:assert/strict';
import test from 'node:test';
import { exampleSchema } from '../example.ts';
import { combinationsOf } from '../switches.ts';
import { gather, gatherProgram } from './fixtures.ts';
import { switchedExample } from './switched.ts';

const text = gatherProgram.join('\n');
const example = exampleSchema.parse({
  title: 'Three workers',
  claim: 'Three waits take one second',
  because: 'the longest wait',
  rest: 'Three blocking calls would add up.',
  home: 'waiting',
  opens: 'first-wait',
  steps: [
    { slug: 'made', when: { lane: 'main', kind: 'line', line: 11 }, says: 'main makes a list.' },
    { slug: 'first-wait', when: { lane: 'work 0', kind: 'wait' }, says: 'It gives way here.' },
  ],
  switches: { sleep: { line: 5, text: 'asyncio.sleep', values: ['asyncio.sleep', 'block'] } },
});
const [, blocking] = combinationsOf(text, example.switches);
assert.ok(blocking);
const told = switchedExample(example, blocking, { schedule: gather(true), asItStands: gather() });
const spaced = (words: string | undefined) => words?.replaceAll('\u00a0', ' ');

test('the caption says what stands where, and the total how much that changed', () => {
  assert.equal(told.claim, 'Three workers, with `block` in line 5');
  assert.equal(spaced(told.because), '2.0 s more than with `asyncio.sleep`');
  assert.match(spaced(told.rest) ?? '', /one after the other; all are done by 3.0 s/);
});

test('an equal total is called as long, a shorter one less', () => {
  const words = (schedule = gather(), asItStands = gather()) =>
    spaced(switchedExample(example, blocking, { schedule, asItStands }).because);
  assert.equal(words(), 'as long as with `asyncio.sleep`');
  assert.equal(words(gather(), gather(true)), '2.0 s less than with `asyncio.sleep`');
});

test('key steps that fit are told by the recording; the others are left out', () => {
  assert.deepEqual(
    told.steps.map(({ slug }) => slug),
    ['made'],
  );
  assert.notEqual(told.steps[0]?.says, 'main makes a list.');
  assert.equal(told.opens, undefined);
});

test('what the author says of just this combination is said, and stands in order', () => {
  const slug = blocking.slug;
  const said = exampleSchema.parse({
    ...example,
    switched: {
      [slug]: {
        rest: 'Nobody else runs while one blocks.',
        steps: [
          { slug: 'held', when: { lane: 'work 1', kind: 'block' }, says: 'The loop is held.' },
          { slug: 'made', when: { lane: 'main', kind: 'line', line: 11 }, says: 'A list again.' },
        ],
        opens: 'held',
      },
    },
  });
  const own = switchedExample(said, blocking, { schedule: gather(true), asItStands: gather() });
  assert.equal(own.rest, 'Nobody else runs while one blocks.');
  assert.equal(own.claim, told.claim);
  assert.deepEqual(
    own.steps.map(({ slug, says }) => [slug, says]),
    [
      ['made', 'A list again.'],
      ['held', 'The loop is held.'],
    ],
  );
  assert.equal(own.opens, 'held');
});
