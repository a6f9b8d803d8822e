import type { Schedule, Wait } from '../schedule.ts';
import { code } from './markup.ts';
import { bold, count } from './names.ts';
import { fileWait, netWait, outsideWait } from './net.ts';
import { isThreadSleep, setterOf } from './timers.ts';
import { executorName, untilCalls } from './threads.ts';
import { timeWords } from './time-words.ts';

/** Longer lists of lanes are counted, not named. */
const NAMED = 36;

/** "waits until **work 0, 1 and 2** are done"; for several who wait, "wait until …". */
export function waitsFor(schedule: Schedule, wait: Wait, many = false): string {
  const s = many ? '' : 's';
  const set = wait.for === 'timer' ? setterOf(schedule, wait.timer) : undefined;
  if (wait.for === 'net') return netWait(schedule, wait, s);
  if (wait.for === 'file') return fileWait(schedule, wait, s);
  if (wait.for === 'outside') return outsideWait(schedule, wait, s);
  if (set && isThreadSleep(set)) return `sleep${s} until ${timeWords(schedule).full(set.due)}`;
  return `wait${s} ${whatFor(schedule, wait, many)}`;
}

type Inside = Exclude<Wait, { for: 'net' | 'file' | 'outside' }>;

function whatFor(schedule: Schedule, wait: Inside, many: boolean): string {
  const their = many ? 'their' : 'its';
  switch (wait.for) {
    case 'timer': {
      const due = setterOf(schedule, wait.timer)?.due;
      const timer = `for ${their} timer${many ? 's' : ''}`;
      return due === undefined || many
        ? timer
        : `${timer}, due at ${timeWords(schedule).full(due)}`;
    }
    case 'turn':
      return `for ${their} next turn`;
    case 'lane':
    case 'gather':
      return `until ${members(schedule, wait.lanes)} done`;
    case 'group':
      return `for ${their} task group, until ${members(schedule, wait.lanes)} done`;
    case 'any':
      if (wait.until === 'all' || wait.lanes.length === 1)
        return `until ${members(schedule, wait.lanes)} done`;
      return `until one of ${named(schedule, wait.lanes).replace(/^all /, '')} ${
        wait.until === 'first' ? 'is done' : 'has failed or all are done'
      }`;
    case 'shield':
      return `until ${members(schedule, wait.lanes)} done, behind a shield`;
    case 'resource':
      return whatOf(schedule, wait);
    case 'future':
      return `for ${wait.name === undefined ? 'a future' : `the future ${code(wait.name)}`} to be set`;
    case 'started':
      return `until ${bold(schedule, ...wait.lanes)} has begun`;
    case 'calls':
      return untilCalls(wait);
    case 'loop':
      return 'until the loop stops';
    case 'resume':
      return 'to be resumed';
    case 'generator':
      return `until ${bold(schedule, ...wait.lanes)} yields`;
  }
}

function whatOf(
  { resources }: Schedule,
  { resource, until }: Extract<Wait, { for: 'resource' }>,
): string {
  const kind = resources[resource]?.kind ?? 'lock';
  const name = code(resources[resource]?.name ?? kind);
  switch (until) {
    case 'free':
      if (kind === 'semaphore') return `for a place in ${name}`;
      return kind === 'lock' ? `for the lock ${name}` : `for the lock of ${name}`;
    case 'set':
      return `for ${name} to be set`;
    case 'notified':
      return `to be notified through ${name}`;
    case 'all-arrived':
      return `at ${name} for the others to arrive`;
    case 'item':
      if (kind === 'executor')
        return `for a call to be handed to ${executorName(resources[resource])}`;
      return kind === 'pipe' ? `for something to come through ${name}` : `for an item in ${name}`;
    case 'space':
      return `for space in ${name}`;
    case 'result':
      return `for a result from ${executorName(resources[resource])}`;
    case 'joined':
      return `until everything put into ${name} is done`;
  }
}

/** "**work 0** is", "**work 0, 1 and 2** are", "all 24 tasks are". */
function members(schedule: Schedule, lanes: readonly number[]): string {
  return `${named(schedule, lanes)} ${lanes.length === 1 ? 'is' : 'are'}`;
}

function named(schedule: Schedule, lanes: readonly number[]): string {
  const names = bold(schedule, ...lanes);
  return names.length > NAMED ? `all ${count(lanes.length)} of them` : names;
}
