import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule } from '../schedule.ts';
import { instantsOf, turnsOf } from '../turns.ts';
import { cancel, gate, gather, recording, recordings, twoThreads } from './fixtures.ts';
import { carriesOn, instantLine, instantWords, turnWords } from './turn-words.ts';

const rows = (schedule: Schedule, i: number) => {
  const instant = instantsOf(schedule)[i];
  assert.ok(instant);
  return instantWords(schedule, instant).map(({ who, says, lines, numbers }) =>
    [numbers?.join('–') ?? '', who.join(', '), says, lines].join(' | ').replaceAll('\u00a0', ' '),
  );
};
const line = (schedule: Schedule, i: number) => {
  const instant = instantsOf(schedule)[i];
  assert.ok(instant);
  return instantLine(schedule, instant).replaceAll('\u00a0', ' ');
};

test('successive turns that differ in their own number only are told together', () => {
  assert.deepEqual(rows(gather(), 0), [
    '1–1 | main | creates three tasks, waits for all of them | 10–12',
    '2–4 | work 0, work 1, work 2 | print `start 0` to `start 2`, set a timer due at 1.0 s, wait | 4–5',
    ' | loop | finds nobody ready, sleeps until 1.0 s | ',
  ]);
});

test('those who find no place are told apart from those who take one', () => {
  const [, take, find] = rows(gate(5, 2), 0);
  assert.equal(
    take,
    '2–3 | fetch 0, fetch 1 | take a place each, set a timer due at 1.0 s, wait | 4–5',
  );
  assert.equal(find, '4–6 | fetch 2, fetch 3, fetch 4 | find no place, wait in line | 4');
});

test('a turn that lies in two instants goes on in the second', () => {
  assert.equal(rows(gather(true), 1)[0], '2–2 | work 0 | goes on: prints `end 0`, ends | 6–7');
});

test('a single turn is told with its own number', () => {
  const schedule = gather();
  const turn = turnsOf(schedule).find(({ number }) => number === 3);
  assert.ok(turn);
  assert.match(turnWords(schedule, turn).says, /^prints `start 1`, sets a timer/);
});

test('a closed instant is one line', () => {
  assert.equal(
    line(gather(), 1),
    '**1.0 s** turns 5–8: work 0, 1 and 2 print `end 0` to `end 2`, end; then main prints `[0, 1, 2] 1.0`, ends',
  );
  assert.equal(
    line(cancel(), 2),
    '**1.2 s** turns 5–6: job ends, cancelled; then main prints `job was cancelled`, ends',
  );
});

test('every instant of every recording has words, and each numbered turn is in one row', () => {
  for (const { name, schedule } of recordings()) {
    if (schedule.steps.length > 1000) continue;
    for (const instant of instantsOf(schedule)) {
      const rows = instantWords(schedule, instant);
      const numbers = rows.flatMap((row) => (row.numbers ? [row.numbers] : []));
      const turns = numbers.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      const lanes = rows.reduce((sum, row) => sum + (row.numbers ? row.who.length : 0), 0);
      assert.equal(turns, lanes, `${name} at ${instant.at}`);
      for (const { says } of rows) assert.doesNotMatch(says, /undefined|\u0001|^$/, name);
      assert.doesNotMatch(instantLine(schedule, instant), /undefined|\u0001|NaN/, name);
    }
  }
});

test('what the loop calls of the program itself is told beside the turns, and each print is counted', () => {
  const stop = recording('shut-down-in-order');
  const at = instantsOf(stop).findIndex(({ at }) => at === 1_000_000);
  assert.equal(
    line(stop, at),
    '**1.0 s** turn 7: loop calls `Event.set`; then handle 0 prints `answered 0`, ends',
  );
  const callbacks = recording('hello-callbacks');
  assert.equal(
    line(callbacks, instantsOf(callbacks).length - 1),
    '**3.0 s** loop prints `goodbye Ada`, and two more',
  );
});

test('of tasks that asyncio makes for itself, which no figure shows, nothing is told', () => {
  const schedule = recording('server-three-clients');
  assert.equal(
    line(schedule, 0),
    "**0.0 s** turns 1–4: main waits until the server's address is looked up; main asks for its next turn; then main sets a timer due at 1.2 s",
  );
  for (const instant of instantsOf(schedule))
    assert.doesNotMatch(JSON.stringify(instantWords(schedule, instant)), /_accept|getaddrinfo/);
});

test('who gives the GIL up because another asks for it says so', () => {
  assert.deepEqual(rows(twoThreads(), 1).slice(0, 2), [
    '2–2 | Ada | goes on: gives the GIL up, as asked | ',
    '3–3 | Ben | computes for 5 ms | 2',
  ]);
});

test('an instant in which somebody only asks for the GIL tells who', () => {
  const schedule = recording('cpu-in-a-thread');
  const asks = instantsOf(schedule).findIndex(({ at }) => at === 24_000);
  assert.equal(line(schedule, asks), '**24 ms** turn 5: worker is asked for the GIL by the loop');
});

test('an instant in which a lane only computes on is not worth a line of its own', () => {
  const schedule = recording('cpu-two-threads');
  const told = instantsOf(schedule).filter((instant) => !carriesOn(schedule, instant));
  const clocks = told.map(({ at }) => at / 1e3);
  assert.deepEqual(clocks.slice(0, 6), [0, 5, 10, 12, 18, 23]);
  assert.equal(clocks.at(-1), 99);
});

test('a loop without a timer sleeps until a thread wakes it, if one does', () => {
  const words = rows(recording('result-from-a-thread'), 0).at(-1);
  assert.equal(words, ' | loop | finds nobody ready, sleeps until a thread wakes it | ');
});

test('several run or go on; of one it is said that it runs or goes on', () => {
  for (const { name, schedule } of recordings())
    for (const instant of instantsOf(schedule))
      for (const { who, says } of instantWords(schedule, instant))
        if (who.length > 1)
          assert.doesNotMatch(says, /^(runs|goes on)\b/, `${name}: ${who.join()}`);
});

test('what processes do: start, start Python in each, pickle, read', () => {
  const schedule = recording('process-and-queue');
  assert.equal(
    line(schedule, 0),
    '**0.00 s** turns 1–5: program starts two processes; cook soup and pie take their GILs; then cook soup and pie start Python',
  );
  assert.deepEqual(rows(schedule, 2).slice(3), [
    '11–11 | feeder 1 | pickles and writes bytes into `dishes`, ends | ',
    '12–12 | cook soup | takes its GIL | ',
    '13–13 | program | takes its GIL | ',
    '14–14 | cook soup | ends | ',
    '15–15 | program | reads bytes from `dishes`, takes an item from `dishes`, prints `soup`, finds `dishes` empty, waits | 12–13',
  ]);
});

test('a process that is ended by its own call, and what becomes of the calls it had', () => {
  const told = rows(recording('worker-dies'), 3).join();
  assert.match(told, /\| worker process \| .*ends the process, exit code 1/);
  assert.match(told, /makes `BrokenProcessPool` the outcome of `work\('bomb'\)`/);
});

test('what hosts did comes before what the loop does about it, once for all their connections', () => {
  const told = rows(recording('ten-requests'), 2);
  assert.equal(
    told[0],
    ' | shop.example | sends 100 bytes each to **price 0, 1 and 2**: `HTTP/1.1 200 OK` and closes the connections; **loop** reads them, makes **price 0, 1 and 2** ready | ',
  );
});

test('in a turn its own lane comes first, and of who is outside only what it did not wait for', () => {
  const told = rows(recording('server-three-clients'), 2).find((row) => row.includes('hello'));
  assert.match(
    told ?? '',
    /\| handle 2 \| prints .*, waits until the connection to \*\*anna\*\* is closed; \*\*anna\*\* closes/,
  );
});
