import assert from 'node:assert/strict';
import test from 'node:test';
import { gather, recordings } from '#model/words/fixtures.ts';
import type { RecordedExample } from './load.ts';
import { areComparable, doTheSame, outcomeOf, shorterBecause } from './outcome.ts';

const outcome = (...args: Parameters<typeof outcomeOf>) =>
  outcomeOf(...args).replaceAll('\u00a0', ' ');
const of = (name: string) => {
  const found = recordings().find((one) => one.name === name);
  assert.ok(found, name);
  return found.schedule;
};

test('a run is told by its total, or by what became of it', () => {
  assert.equal(outcome(gather()), '1.0 s');
  assert.equal(outcome(of('await-outside')), 'never runs');
  assert.equal(outcome(of('two-locks-deadlock')), 'never ends');
  assert.equal(outcome(of('await-a-list')), 'TypeError at once');
  assert.equal(outcome(of('countdown')), 'in no time');
});

test('runs that take no time, or are too long for one page, do not share an axis', () => {
  assert.ok(areComparable(gather(), gather(true)));
  assert.ok(!areComparable(gather(), of('countdown')));
  assert.ok(!areComparable(of('chess-interleaved'), of('chess-one-by-one')));
});

test('the longer run says why the other is shorter, if it says so in few words', () => {
  const recorded = (name: string, blocking: boolean, because: string) =>
    // Only what is read here: a whole example has much more.
    ({
      name,
      schedule: gather(blocking),
      example: { contrast: { with: name === 'one' ? 'other' : 'one', because } },
    }) as RecordedExample;
  const short = recorded('one', false, 'there each blocks');
  const long = recorded('other', true, 'there all wait at once');
  assert.equal(shorterBecause(short, long), 'all wait at once');
  assert.equal(shorterBecause(long, short), 'all wait at once');
  assert.equal(shorterBecause(short, recorded('other', false, 'the same')), undefined);
  assert.equal(shorterBecause(short, recorded('other', true, 'there '.padEnd(80, 'a'))), undefined);
});

test('two runs do the same work when one of them says so of the other', () => {
  const against = (name: string, other: string, same?: true) =>
    ({
      name,
      example: { contrast: { with: other, because: 'a reason', same } },
    }) as RecordedExample;
  assert.ok(doTheSame(against('one', 'other', true), against('other', 'third')));
  assert.ok(doTheSame(against('one', 'third', true), against('other', 'one', true)));
  assert.ok(!doTheSame(against('one', 'third', true), against('other', 'one')));
});
