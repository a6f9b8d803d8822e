import assert from 'node:assert/strict';
import test from 'node:test';
import { recording } from '#model/words/fixtures.ts';
import { shownBy } from '#tools/real-run.ts';

test('a recording says what a shell would hear of its end', () => {
  const schedule = recording('eager-start');
  const status = (exception: string, message?: string) =>
    shownBy({ ...schedule, ends: { how: 'raises', exception, ...(message ? { message } : {}) } })
      .status;
  assert.equal(shownBy(schedule).status, 0);
  assert.equal(status('ValueError', '3'), 1);
  assert.equal(status('SystemExit', '3'), 3);
  assert.equal(status('SystemExit', 'no oven'), 1);
  assert.equal(status('KeyboardInterrupt'), 'killed');
});
