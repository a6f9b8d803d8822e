import { isServersLookUp } from '../own-lanes.ts';
import { processOf } from '../processes.ts';
import type { Schedule, StepOf, Wait } from '../schedule.ts';
import { printed } from './deeds.ts';
import { code } from './markup.ts';
import { bold, count, counted, nameOf, ownPart } from './names.ts';
import { all, type Stretch } from './parts.ts';
import { executorName } from './threads.ts';
import { waitsFor } from './waits.ts';

/** Stands for a lane's own part of its name, so that turns which differ in nothing else are told together. */
export const OWN = '\u0001';

export function creates({ schedule, lane, alike, s }: Stretch): string {
  const children = all(alike, 'create').map(({ child }) => child);
  const kindOf = (child: number) =>
    processOf(schedule, child) === processOf(schedule, lane)
      ? (schedule.lanes[child]?.kind ?? 'task')
      : 'process';
  const [kind = 'task', ...others] = new Set(children.map(kindOf));
  // The loop of asyncio.run and the task in it are the ground that a figure begins on.
  if (kind === 'loop') return '';
  const named = children.length === 1 || others.length > 0;
  const verb = kind === 'process' ? 'start' : 'create';
  return `${verb}${s} ${named ? bold(schedule, ...children) : counted(children.length, kind)}`;
}

const LONGEST = 40;

/** Up to two texts, else how many lines; a lane's own number or argument is left open. */
export function prints(stretch: Stretch): string {
  const { schedule, lane, alike, s } = stretch;
  const texts = all(alike, 'print').map(({ text }) => text);
  const long = texts.some((text) => text.length > LONGEST || text.trimEnd().includes('\n'));
  if (texts.length > 2 || long)
    return `print${s} ${texts.length === 1 ? printed(texts.join('')) : `${count(texts.length)} lines`}`;
  const own = ownPart(nameOf(schedule, lane));
  return `print${s} ${texts.map((text) => leftOpen(text.replace(/\n$/, ''), own)).join(' and ')}`;
}

function leftOpen(text: string, own: string): string {
  if (!own || text.includes('`')) return code(text);
  const literal = own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return code(text.replace(new RegExp(`(?<![\\w.])${literal}(?![\\w.])`, 'g'), OWN));
}

export function waits(stretch: Stretch, wait: Wait): string {
  const { schedule, s, said } = stretch;
  const long = waitsFor(schedule, wait, !s);
  switch (wait.for) {
    case 'outside':
    case 'loop':
    case 'generator':
    case 'resume':
      return '';
    case 'timer':
      return said.has('set-timer') && long.startsWith('wait') ? `wait${s}` : long;
    case 'turn':
      return `ask${s} for ${s ? 'its' : 'their'} next turn`;
    case 'lane':
    case 'gather':
    case 'group':
      if (wait.lanes.length > 0 && wait.lanes.every((lane) => isServersLookUp(schedule, lane)))
        return `wait${s} until the server's address is looked up`;
      return mentioned(stretch, wait.lanes)
        ? `wait${s} for ${wait.lanes.length === 1 ? 'it' : 'all of them'}`
        : long;
    case 'resource':
      return standsInLine(stretch, wait) ?? long;
    default:
      return long;
  }
}

/** Whether these are just the lanes that the stretch has spoken of: those that it created or cancelled. */
function mentioned(stretch: Stretch, lanes: readonly number[]): boolean {
  const made = all(stretch.steps, 'create').map(({ child }) => child);
  const spoken = made.length > 0 ? made : all(stretch.steps, 'cancel').map(({ target }) => target);
  return spoken.length === lanes.length && spoken.every((lane) => lanes.includes(lane));
}

function standsInLine({ schedule, s }: Stretch, wait: Extract<Wait, { for: 'resource' }>) {
  const { kind, name = '' } = schedule.resources[wait.resource] ?? {};
  if (kind === 'executor') return undefined;
  if (wait.until === 'item') return `find${s} ${code(name)} empty, wait${s}`;
  if (wait.until === 'space') return `find${s} ${code(name)} full, wait${s}`;
  if (wait.until !== 'free') return undefined;
  return `find${s} ${kind === 'semaphore' ? 'no place' : `${code(name)} taken`}, wait${s} in line`;
}

/** A call that is handed over, or taken; undefined where the step is about none. */
export function callPart(
  { resources }: Schedule,
  { resource, does, call }: StepOf<'use'>,
  s: string,
): string | undefined {
  if (call === undefined) return undefined;
  const name = executorName(resources[resource]);
  return does === 'put' ? `hand${s} ${code(call)} to ${name}` : `take${s} ${code(call)}`;
}

export function uses(schedule: Schedule, resource: number, does: string, s: string): string {
  const { kind, name = '' } = schedule.resources[resource] ?? {};
  const of = code(name);
  if (kind === 'semaphore' && does === 'acquire') return `take${s} a place${s ? '' : ' each'}`;
  if (kind === 'semaphore' && does === 'release')
    return `leave${s} ${s ? 'its place' : 'their places'}`;
  const verbs: Readonly<Record<string, string>> = {
    acquire: `take${s} ${of}`,
    put: `put${s} an item into ${of}`,
    get: `take${s} an item from ${of}`,
    'task-done': `mark${s} an item done`,
    arrive: `arrive${s} at ${of}`,
    notify: `notif${s ? 'ies' : 'y'} ${of}`,
    shutdown: `shut${s} ${of} down`,
  };
  return verbs[does] ?? `${does}${s} ${of}`;
}
