import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Schedule } from '../schedule.ts';
import { expandSchedule } from '../stored.ts';
import { Tape } from './tape.ts';

/** Schedules for the tests of words: written by hand in asyncio's own order, and those of the site. Never shipped. */

export const gatherProgram = `import asyncio, time

async def work(n):
    print(f"start {n}")
    await asyncio.sleep(1)
    print(f"end {n}")
    return n

async def main():
    t0 = time.perf_counter()
    jobs = [work(n) for n in range(3)]
    done = await asyncio.gather(*jobs)
    print(done, time.perf_counter() - t0)

asyncio.run(main())`.split('\n');

const THREE = [3, 4, 5];

/** Three tasks that wait a second each, or hold the loop that long. */
export function gather(blocking = false): Schedule {
  const tape = new Tape().open(15, 9);
  for (const line of [10, 11]) tape.step({ kind: 'line', line });
  for (const n of [0, 1, 2]) tape.task(`work ${n}`, 'work', 12);
  tape.step({ kind: 'wait', line: 12, waits: { for: 'gather', lanes: THREE } });
  for (const lane of THREE) {
    const n = lane - 3;
    tape.pick(lane).as(lane).step({ kind: 'enter', function: 'work', line: 3 });
    tape.print(`start ${n}`, 4);
    if (!blocking) tape.nap(lane, 5, n, 1);
    else endWork(tape.block(5, 1), lane);
  }
  if (!blocking) {
    tape.sleep(1).wake([0, 3], [1, 4], [2, 5]);
    for (const lane of THREE) endWork(tape.pick(lane), lane);
  }
  for (const lane of THREE) {
    tape.as(1).step({ kind: 'call', callback: 'gather counts', target: 2 });
    if (lane === 5) tape.step({ kind: 'queue', target: 2, cause: { by: 'members' } });
  }
  return tape
    .pick(2)
    .as(2)

    .print('[0, 1, 2] 1.0', 13)
    .close(13)
    .done();
}

function endWork(tape: Tape, lane: number): void {
  const callback = 'gather counts';
  tape
    .as(lane)
    .step({ kind: 'line', line: 6 })
    .print(`end ${lane - 3}`, 6);
  tape.step({ kind: 'leave', function: 'work', line: 7 });
  tape.end(lane, 'returned', { value: String(lane - 3) }).as(1);
  tape.step({ kind: 'queue', callback, target: 2, cause: { by: 'lane', of: lane } });
}

export const gateProgram = `import asyncio

async def fetch(n, gate):
    async with gate:
        await asyncio.sleep(1)

async def main():
    gate = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        for n in range(12):
            tg.create_task(fetch(n, gate))

asyncio.run(main())`.split('\n');

/** Tasks that share a semaphore, up to where the loop sleeps for the first time. */
export function gate(tasks = 12, places = 3): Schedule {
  const tape = new Tape().open(13, 7);
  tape.resources.push({ kind: 'semaphore', name: 'gate', size: places });
  const lanes = Array.from({ length: tasks }, (_, n) => n + 3);
  tape.step({ kind: 'line', line: 8 }).step({ kind: 'line', line: 9 });
  tape.step({ kind: 'line', line: 10 });
  for (const lane of lanes) tape.task(`fetch ${lane - 3}`, 'fetch', 11);
  tape.step({ kind: 'wait', line: 9, waits: { for: 'group', lanes } });
  for (const lane of lanes) {
    tape.pick(lane).as(lane).step({ kind: 'enter', function: 'fetch', line: 3 });
    if (lane - 3 < places) {
      tape.step({ kind: 'use', resource: 0, does: 'acquire', line: 4 });
      tape.nap(lane, 5, lane - 3, 1);
    } else {
      const waits = { for: 'resource', resource: 0, until: 'free' };
      tape.step({ kind: 'wait', line: 4, waits });
    }
  }
  return tape.sleep(1).wake([0, 3]).done();
}

export const cancelProgram = `import asyncio

async def job():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.2)

async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("job was cancelled")

asyncio.run(main())`.split('\n');

/** A task is cancelled while it waits, and waits once more in its `finally`. */
export function cancel(): Schedule {
  const exception = 'CancelledError';
  const tape = new Tape().open(18, 9).task('job', 'job', 10);
  tape.nap(2, 11, 0, 1).pick(3).as(3).step({ kind: 'enter', function: 'job', line: 3 });
  tape.nap(3, 5, 1, 5).sleep(1).wake([0, 2]).pick(2).as(2);
  tape.step({ kind: 'cancel', target: 3, line: 12 });
  tape.step({ kind: 'drop-timer', timer: 1, line: 12 });
  tape.step({ kind: 'queue', target: 3, cause: { by: 'cancel' }, line: 12 });
  tape.step({ kind: 'wait', line: 14, waits: { for: 'lane', lanes: [3] } });
  tape.pick(3).as(3).step({ kind: 'throw', exception, line: 5 });
  tape.step({ kind: 'catch', by: 'finally', exception, line: 6 });
  tape.nap(3, 7, 2, 0.2).sleep(1.2).wake([2, 3]).pick(3).as(3);
  tape.step({ kind: 'leave', function: 'job', line: 7 }).end(3, 'cancelled').as(1);
  tape.step({ kind: 'queue', target: 2, cause: { by: 'lane', of: 3 } });
  tape.pick(2).as(2).step({ kind: 'throw', exception, line: 14 });
  tape.step({ kind: 'catch', by: 'except', exception, line: 15 });
  return tape.print('job was cancelled', 16).close(16).done();
}

export interface Recording {
  readonly name: string;
  readonly schedule: Schedule;
  readonly program: readonly string[];
}

/** Every recorded example of the site. */
export function recordings(): Recording[] {
  const folder = new URL('../../../content/examples/', import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.flatMap((name) => {
    const file = new URL(`${name}/schedule.json`, folder);
    if (!existsSync(file)) return [];
    const schedule = expandSchedule(JSON.parse(readFileSync(file, 'utf8')));
    const program = readFileSync(new URL(`${name}/example.py`, folder), 'utf8').split('\n');
    return { name, schedule, program };
  });
}

/** One recording of the site by its example's name. */
export function recording(name: string): Schedule {
  const found = recordings().find((one) => one.name === name);
  if (!found) throw new Error(`There is no recording "${name}".`);
  return found.schedule;
}

/** Two threads that compute in turns of 5 ms, since there is one GIL; the program waits for both. */
export function twoThreads(): Schedule {
  const tape = new Tape();
  tape.lanes.push({ name: 'program', kind: 'thread', born: 0, how: 'pending' });
  const gil = (lane: number, does: string, because?: string) =>
    tape.as(lane).step({ kind: 'gil', does, ...(because ? { because } : {}) });
  const compute = (lane: number) => {
    tape.as(lane).step({ kind: 'line', line: 2, lasts: 5000 });
    tape.at += 5000;
  };
  tape.born('Ada', 'thread', { parent: 0, runs: 'count' });
  gil(1, 'ask');
  tape.as(0).born('Ben', 'thread', { parent: 0, runs: 'count' });
  gil(2, 'ask');
  gil(0, 'release', 'waits').step({ kind: 'wait', line: 5, waits: { for: 'lane', lanes: [1] } });
  gil(1, 'acquire');
  compute(1);
  gil(1, 'release', 'asked');
  gil(2, 'acquire');
  compute(2);
  gil(2, 'release', 'asked');
  gil(1, 'acquire');
  compute(1);
  gil(1, 'release', 'ends');
  tape.end(1, 'returned');
  gil(2, 'acquire');
  gil(2, 'release', 'ends');
  tape.end(2, 'returned');
  return tape.done();
}
