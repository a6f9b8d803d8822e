import assert from 'node:assert/strict';
import { faultsOf } from '#model/invariants.ts';
import type { Schedule } from '#model/schedule.ts';
import { stdoutOf } from './try-out.ts';

/** A program printed just this, and its recording keeps what holds for every one. */
export function assertPrinted(schedule: Schedule, printed: string): void {
  assert.equal(stdoutOf(schedule), printed);
  assert.deepEqual(faultsOf(schedule), []);
}
