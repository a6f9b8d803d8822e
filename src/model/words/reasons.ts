import type { Schedule, StepOf } from '../schedule.ts';
import { stateAt } from '../state.ts';
import { isAsync } from './code.ts';
import { isOwnFunction } from './deeds.ts';
import { code } from './markup.ts';
import { bold, capital, count, counted, isLoop, listed } from './names.ts';
import {
  heldSince,
  holdsBetween,
  isOnLoop,
  nextUp,
  readyLanes,
  waitingFor,
  type Hold,
  type Scene,
} from './scene.ts';
import { setterOf } from './timers.ts';
import { waitsFor } from './waits.ts';

/** Why it happened, what it changes for others, or what keeps them; empty where there is nothing to add. */
export function reason(scene: Scene): string {
  const { schedule, program, step, n, state } = scene;
  switch (step.kind) {
    case 'enter':
      return isAsync(program, step.line) &&
        !isOwnFunction(schedule, n) &&
        state.lanes[step.lane]?.stack.length !== 1
        ? `Awaiting a coroutine makes no task: it runs in ${bold(schedule, step.lane)} itself.`
        : '';
    case 'create': {
      const kind = schedule.lanes[step.child]?.kind;
      return kind === 'loop' ? '' : 'None of its code has run yet.';
    }
    case 'queue':
      return step.callback === undefined ? queueReason(scene, step) : '';
    case 'pick':
      return pickReason(scene, step);
    case 'call':
      return callReason(scene, step);
    case 'due':
      return dueReason(scene, step);
    case 'wait':
      return waitReason(scene, step);
    case 'line':
      return step.lasts ? heldUp(scene, step.lasts) : '';
    case 'block':
      return heldUp(scene, step.lasts);
    case 'sleep':
      return sleepReason(scene, step.until);
    case 'cancel':
      return cancelReason(scene, step.target);
    case 'use':
      return useReason(scene, step);
    case 'end':
      return endReason(scene, step);
    default:
      return '';
  }
}

function queueReason(scene: Scene, { target = 0, cause }: StepOf<'queue'>): string {
  const { schedule, n, state } = scene;
  const who = bold(schedule, target);
  switch (cause.by) {
    case 'start':
      return `It is ready for its first turn.`;
    case 'turn':
      return `${who} asked for nothing but its next turn.`;
    case 'timer':
      return `Its timer was due.`;
    case 'lane':
      return `${bold(schedule, cause.of)}, for which it waited, has ended.`;
    case 'members': {
      const { waits } = stateAt(schedule, Math.max(0, n - 1)).lanes[target] ?? {};
      const lanes = waits && 'lanes' in waits ? waits.lanes : [];
      const left = lanes.filter((lane) => state.lanes[lane]?.phase !== 'done');
      if (left.length === 0) return 'All that it waited for are done.';
      return `It need not wait for ${bold(schedule, ...left)} any longer.`;
    }
    case 'resource':
      return resourceCame(schedule, cause.resource);
    case 'cancel':
      return `Its wait was cancelled: the exception meets it in its next turn.`;
    case 'future':
      return 'The future that it awaited has been set.';
    case 'call':
      return '';
  }
}

/** What asyncio's own callbacks do for the task that they serve. */
function callReason({ schedule }: Scene, { callback, target }: StepOf<'call'>): string {
  if (callback === 'stop the loop') return 'Once this round is over, the loop stops.';
  if (target === undefined || callback?.endsWith(' counts') !== true) return '';
  return `It counts for ${bold(schedule, target)} that one more is done.`;
}

function resourceCame({ resources }: Schedule, resource: number): string {
  const { kind = 'lock', name = kind } = resources[resource] ?? {};
  if (kind === 'semaphore') return `There is a place in ${code(name)} for it.`;
  if (kind === 'lock') return `The lock ${code(name)} is free for it.`;
  return `${code(name)} has what it waited for.`;
}

/** How long it stood in the queue, and who kept it there. */
function pickReason(scene: Scene, { target, at }: StepOf<'pick'>): string {
  const { schedule, n, times } = scene;
  const before = stateAt(schedule, Math.max(0, n - 1)).lanes[target];
  if (before?.phase !== 'ready') return '';
  const kept = at - (schedule.steps[before.since]?.at ?? at);
  if (kept > 0) {
    const by = keptBy(schedule, holdsBetween(schedule, before.since, n));
    return `It had been ready for ${times.full(kept)}${by ? `, kept waiting by ${by}` : ''}.`;
  }
  if (before.cause?.by === 'start') return 'This is its first turn.';
  return before.cause?.by === 'cancel' ? 'Its wait was cancelled.' : '';
}

/** "**work 0**, then by **work 1**". */
export function keptBy(schedule: Schedule, holds: readonly Hold[]): string {
  if (holds.length > 3) {
    const lanes = new Set(holds.map(({ lane }) => lane));
    return bold(schedule, ...lanes).length > 40
      ? counted(lanes.size, 'task')
      : bold(schedule, ...lanes);
  }
  return holds.map(({ lane }) => bold(schedule, lane)).join(', then by ');
}

function dueReason({ schedule, n, times, step }: Scene, { timer }: StepOf<'due'>): string {
  const { due = step.at } = setterOf(schedule, timer) ?? {};
  const late = step.at - due;
  if (late <= 0) return '';
  const from = schedule.steps.findIndex((other) => other.at > due);
  const by = keptBy(schedule, holdsBetween(schedule, Math.max(0, from - 1), n));
  return `It was due at ${times.full(due)}${by ? `, but ${by} held the loop` : ''}: ${times.full(late)} late.`;
}

function waitReason(scene: Scene, step: StepOf<'wait'>): string {
  const { waits } = step;
  const next = waits.for === 'turn' ? '' : nextUp(scene);
  return [waits.for === 'resource' ? inTheWay(scene, waits.resource) : '', next]
    .filter(Boolean)
    .join(' ');
}

/** Who holds what a lane has to wait for. */
export function inTheWay(scene: Scene, resource: number): string {
  const { schedule, state, times, step } = scene;
  const { kind, name = '', size } = schedule.resources[resource] ?? {};
  const { holders = [], items = 0 } = state.resources[resource] ?? {};
  const others = holders.filter((lane) => lane !== step.lane);
  if (kind === 'queue')
    return `It is ${items === 0 ? 'empty' : `full, with ${counted(items, 'item')}`}.`;
  if (kind === 'event') return 'Nobody has set it yet.';
  const [first] = others;
  if (first === undefined) return '';
  if (kind === 'semaphore') {
    const all = size !== undefined && size > 1 ? `All ${count(size)} places are` : 'The place is';
    return `${all} taken, by ${bold(schedule, ...others)}.`;
  }
  const since = times.full(heldSince(scene, resource, first));
  return `${bold(schedule, first)} has held ${code(name)} since ${since}.`;
}

/** Who is ready and cannot be picked, or will be late, while a lane holds the loop. */
function heldUp({ schedule, state, step, times }: Scene, lasts: number): string {
  if (!isOnLoop(schedule, step.lane)) return '';
  const ready = readyLanes(state);
  if (ready.length > 0)
    return `${bold(schedule, ...ready)} ${ready.length === 1 ? 'is' : 'are'} ready and cannot be picked.`;
  const [timer] = state.timers;
  if (timer?.target === undefined || timer.due >= step.at + lasts) return '';
  return `The timer of ${bold(schedule, timer.target)} is due at ${times.full(timer.due)} and will be found late.`;
}

function sleepReason({ schedule, state }: Scene, until: number | undefined): string {
  const due = state.timers.filter((timer) => timer.due === until && timer.target !== undefined);
  const lanes = [...new Set(due.flatMap(({ target }) => target ?? []))];
  if (lanes.length > 0)
    return `Then the timer${lanes.length === 1 ? '' : 's'} of ${bold(schedule, ...lanes)} ${lanes.length === 1 ? 'is' : 'are'} due.`;
  if (until !== undefined) return '';
  const waiting = state.lanes.flatMap(({ waits }, lane) =>
    waits && waits.for !== 'loop' ? [`${bold(schedule, lane)} ${waitsFor(schedule, waits)}`] : [],
  );
  return waiting.length > 3
    ? `${capital(count(waiting.length))} tasks wait.`
    : waiting.length > 0
      ? `${listed(waiting, ' and ')}.`
      : '';
}

function cancelReason({ schedule, state, step }: Scene, target: number): string {
  const { phase, cause } = state.lanes[target] ?? {};
  const who = bold(schedule, target);
  if (phase === 'done') return `${who} is done already, so nothing comes of it.`;
  if (target === step.lane) return 'It learns of it where it next waits.';
  if (phase === 'ready' && cause?.by === 'start') return `None of its code has run, and none will.`;
  return `That is only a request: ${who} learns of it in its own turn.`;
}

function useReason(scene: Scene, { resource, does, lane }: StepOf<'use'>): string {
  const { schedule, state } = scene;
  const { kind, size } = schedule.resources[resource] ?? {};
  const { holders = [], items = 0 } = state.resources[resource] ?? {};
  if (kind === 'semaphore' && size !== undefined && (does === 'acquire' || does === 'release')) {
    const free = size - holders.length;
    return `${free > 0 ? `${capital(count(free))} of ${count(size)} ${free === 1 ? 'is' : 'are'}` : 'None is'} free now.`;
  }
  if (kind === 'queue' && (does === 'put' || does === 'get'))
    return `${items === 0 ? 'It is empty now' : `It holds ${counted(items, 'item')} now`}.`;
  const waiting = state.lanes.flatMap(({ waits }, other) =>
    other !== lane && waits?.for === 'resource' && waits.resource === resource ? [other] : [],
  );
  return waiting.length > 0 && does !== 'arrive'
    ? `${bold(schedule, ...waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it.`
    : '';
}

function endReason(scene: Scene, { lane, how }: StepOf<'end'>): string {
  const { schedule, times, step } = scene;
  if (isLoop(schedule, lane)) return '';
  if (schedule.lanes[lane]?.parent === undefined)
    return `The run took ${times.full(step.at)} in all.`;
  const told = waitingFor(scene, lane).map(({ name, missing }) => {
    if (missing.length === 0) return `${name} waited for it.`;
    if (how !== 'returned') return `${name} waits for it, and for ${bold(schedule, ...missing)}.`;
    return `${name} still waits for ${bold(schedule, ...missing)}.`;
  });
  return told.join(' ') || '';
}
