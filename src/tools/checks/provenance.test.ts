import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingAnswers } from '#tools/checks/provenance.ts';

const pages = [
  { file: 'index.html', ids: new Set<string>() },
  { file: 'gil/index.html', ids: new Set(['lock', 'hand-over']) },
];
const faults = (answer: string | { dropped: string }) =>
  missingAnswers(new Map([['n0-001', answer]]), pages).map(({ what }) => what);

test('an answer on a page or section that is there, or a reason, is no fault', () => {
  for (const answer of ['/gil/', '/gil/#lock', { dropped: 'It is a title.' }])
    assert.deepEqual(faults(answer), []);
});

test('an answer that is not there is named with the nearest', () => {
  assert.match(faults('/gill/')[0] ?? '', /\/gill\/ is no page of the site. The nearest are gil/);
  assert.match(faults('/gil/#handover')[0] ?? '', /has no #handover\. The nearest are #hand-over/);
});
