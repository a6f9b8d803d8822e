import assert from 'node:assert/strict';
import test from 'node:test';
import { cancel, cancelProgram, gather, recordings } from './fixtures.ts';
import { summaryOf } from './summary.ts';
import { tableRow } from './table.ts';

const told = (...args: Parameters<typeof summaryOf>) =>
  summaryOf(...args).replaceAll('\u00a0', ' ');

test('a run is one sentence', () => {
  assert.equal(told(gather()), 'Three tasks wait at the same time; all are done at 1.0 s.');
  assert.equal(
    told(gather(true)),
    'Three tasks hold the loop one after the other; all are done at 3.0 s.',
  );
  assert.equal(
    told(cancel()),
    'Two tasks wait at the same time; the run ends at 1.2 s, with job cancelled.',
  );
});

test('every recording has a summary', () => {
  for (const { name, schedule } of recordings())
    assert.match(told(schedule), /^\S.{10,110}\.$/, name);
});

test('a row of the table has the words of the sentence', () => {
  const schedule = cancel();
  const n = schedule.steps.findIndex(({ kind }) => kind === 'cancel');
  const { what, why, lane, line } = tableRow(schedule, n, cancelProgram);
  assert.deepEqual(
    { what, why, lane, line },
    {
      lane: 'main',
      line: 12,
      what: 'asks for the cancellation of **job**',
      why: 'That is only a request: **job** learns of it in its own turn.',
    },
  );
});
