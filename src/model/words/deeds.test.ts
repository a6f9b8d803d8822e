import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule } from '../schedule.ts';
import { callOn } from './code.ts';
import { printed } from './deeds.ts';
import { recording } from './fixtures.ts';
import { sentencesOf } from './table.ts';
import { Tape } from './tape.ts';
import { timeWordsFor } from './time-words.ts';

/** The sentences of one kind of steps, with plain spaces. */
function told(schedule: Schedule, kind: string): string[] {
  return sentencesOf(schedule)
    .filter((_, n) => schedule.steps[n]?.kind === kind)
    .map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

test('an eager task that pauses hands over to who made it, and not to the loop', () => {
  const waits = told(recording('eager-start'), 'wait');
  assert.equal(
    waits.find((sentence) => sentence.startsWith('**price milk**')),
    '**price milk** pauses, lets **main** go on and waits for its timer, due at 1.0 s.',
  );
});

test('who lends its thread to a loop waits until that stops, which need not be its end', () => {
  assert.match(told(recording('eager-start'), 'wait')[0] ?? '', /waits until the loop stops\.$/);
});

test('a generator that is closed is not cancelled, and what is thrown in is an exception', () => {
  const tape = new Tape().born('program', 'thread').born('pages', 'generator', { on: 0 });
  tape.step({ kind: 'resume', target: 1, with: 'throw' }).end(1, 'cancelled');
  const schedule = tape.done();
  assert.match(told(schedule, 'resume')[0] ?? '', /throws an exception into \*\*pages\*\*/);
  assert.match(told(schedule, 'end')[0] ?? '', /^\*\*pages\*\* ends, closed\./);
});

test('an exit inside a task goes on into what runs the loop, and what is left is cancelled before', () => {
  const tape = new Tape().open(9, 1).task('left', 'left', 2);
  tape.end(2, 'raised', { exception: 'SystemExit' });
  const schedule = tape.as(0).step({ kind: 'cancel', target: 3 }).done();
  assert.match(told(schedule, 'end')[0] ?? '', /This exception stops the loop, too/);
  assert.match(
    told(schedule, 'cancel')[0] ?? '',
    /Before the exception goes on, asyncio\.run cancels what is left\./,
  );
});

test('a call ends where its statement ends', () => {
  const program = ['    await asyncio.sleep(0.1); return self'];
  assert.equal(callOn(program, 1, 'asyncio.sleep'), '`asyncio.sleep(0.1)`');
});

test('what is never due is due at infinity, and gives a figure no unit', () => {
  const { full } = timeWordsFor([0, 1e6, 9e15]);
  assert.deepEqual([full(1e6), full(9e15)], ['1.0\u00a0s', 'infinity']);
});

test('what begins with an empty line is quoted from its first word on', () => {
  assert.equal(printed('\nRan 1 test\n\nOK\n'), '`Ran 1 test` and three more lines');
  assert.equal(printed('\n\n'), 'two empty lines');
});
