import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparison, type Compared, type SideWords } from './comparison.ts';
import { recording } from './fixtures.ts';

const told = (left: string, right: string, how: Compared) => {
  const { sides, shorter } = comparison([recording(left), recording(right)], how);
  const words = ({ total: [heavy, [light]], less, below }: SideWords) =>
    [`${heavy} ${light}`, less?.join(' ') ?? '', below].join(' | ').replaceAll('\u00a0', ' ');
  return [...sides.map(words), shorter];
};

test('the shorter run says how much less it takes, and why', () => {
  assert.deepEqual(told('five-await', 'five-tasks', { because: 'the waits overlap' }), [
    '5.0 s in all |  | ',
    '1.0 s in all | 4.0 s less: the waits overlap | 4.0 s less: the waits overlap',
    1,
  ]);
});

test('where that is the surprise, the longer one says how much more', () => {
  assert.deepEqual(told('boards-together', 'boards-twelve', { because: 'nine more', more: true }), [
    '2 min 10 s in all |  | ',
    '2 min 55 s in all, 45 s more: nine more |  | 45 s more: nine more',
    0,
  ]);
});

test('the end of one lane is compared where the totals are beside the point', () => {
  const how = { because: 'it is cancelled', lane: 'fetch price' };
  assert.deepEqual(told('gather-error', 'taskgroup-error', how), [
    '2.0 s until fetch price ends |  | ',
    '1.0 s until fetch price ends | 1.0 s less: it is cancelled | 1.0 s less: it is cancelled',
    1,
  ]);
});

test('of runs that do different work only the totals are told', () => {
  const how = { because: 'every task gives the loop back', difference: false };
  assert.deepEqual(told('blocked-timeline', 'three-sleepers', how), [
    '7.0 s in all |  | ',
    '2.0 s in all |  | ',
    1,
  ]);
});

test('runs that take as long say so once, and one without an end is the longer', () => {
  const [, same] = told('gather-error', 'taskgroup-error', { because: 'main ends last' });
  assert.equal(same, '3.0 s in all, the same: main ends last |  | The same: main ends last');
  const [endless, other, shorter] = told('two-locks-deadlock', 'five-await', { because: 'why' });
  assert.equal(endless, 'No end why |  | why');
  assert.equal(other, '5.0 s in all |  | ');
  assert.equal(shorter, 1);
});
