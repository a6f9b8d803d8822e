import type { Schedule, StepOf } from '../schedule.ts';
import { stateAt, threadOf, type State } from '../state.ts';
import { heldUp, holders, inTheWay, keptBy, whoWaits } from './blame.ts';
import { awaitOn, isAsync } from './code.ts';
import { code } from './markup.ts';
import { readyReason } from './net.ts';
import { queueReason } from './queue-reasons.ts';
import { eagerStarter, isOwnFunction } from './deeds.ts';
import { are, bold, capital, count, counted, isLoop } from './names.ts';
import { holdsBetween, nextUp, waitingFor, type Scene } from './scene.ts';
import { askersWords, processorReason, settleReason } from './threads.ts';
import { setterOf } from './timers.ts';

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
      if (step.callback === undefined) return queueReason(scene, step);
      if (step.cause.by === 'signal') return `A signal has come: ${code(step.cause.name)}.`;
      return step.cause.by === 'net' ? readyReason(schedule, step.cause.peer) : '';
    case 'pick':
      return pickReason(scene, step);
    case 'call':
      return callReason(scene, step);
    case 'due':
      return dueReason(scene, step);
    case 'wait':
      return waitReason(scene, step);
    case 'line':
      return step.lasts ? heldUp(scene, step.lasts) || askersWords(scene) : '';
    case 'gil':
    case 'core':
      return processorReason(scene, step);
    case 'settle':
      return settleReason(scene, step.call);
    case 'block':
      return heldUp(scene, step.lasts);
    case 'sleep':
      return sleepReason(scene, step);
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

/** In a table of every step, where the clock and the steps before and after stand beside it: without what those say. */
export function reasonAmongSteps(scene: Scene): string {
  const { schedule, step } = scene;
  switch (step.kind) {
    // The step before or after says it: who is created, set ready and picked; whose timer is due; who is picked next.
    case 'create':
      return '';
    case 'queue':
      return step.cause.by === 'start' || step.cause.by === 'timer' ? '' : reason(scene);
    case 'pick': {
      const why = reason(scene);
      return why === FIRST_TURN ? '' : why;
    }
    case 'wait':
      return obstacle(scene, step);
    case 'end':
      return isProgram(schedule, step.lane) ? '' : reason(scene);
    default:
      return reason(scene);
  }
}

const FIRST_TURN = 'This is its first turn.';

/** What asyncio's own callbacks do for the task that they serve. */
function callReason({ schedule }: Scene, { callback, target }: StepOf<'call'>): string {
  if (callback === 'stop the loop') return 'Once this round is over, the loop stops.';
  if (target === undefined || callback?.endsWith(' counts') !== true) return '';
  return `It counts for ${bold(schedule, target)} that one more is done.`;
}

/** How long it stood in the queue, and who kept it there. */
function pickReason(scene: Scene, { target, at }: StepOf<'pick'>): string {
  const { schedule, program, n, times } = scene;
  const before = stateAt(schedule, Math.max(0, n - 1)).lanes[target];
  if (before?.phase !== 'ready') return '';
  const kept = at - (schedule.steps[before.since]?.at ?? at);
  if (kept > 0) {
    const by = keptBy(schedule, holdsBetween(schedule, before.since, n));
    return `It had been ready for ${times.full(kept)}${by ? `, kept waiting by ${by}` : ''}.`;
  }
  if (before.cause?.by === 'start') return FIRST_TURN;
  if (before.cause?.by === 'cancel') return 'Its wait was cancelled.';
  const place = awaitOn(program, before.line);
  return place === undefined ? '' : `It goes on at ${place}.`;
}

function dueReason({ schedule, n, times, step }: Scene, { timer }: StepOf<'due'>): string {
  const { due = step.at } = setterOf(schedule, timer) ?? {};
  const late = step.at - due;
  if (late <= 0) return '';
  const from = schedule.steps.findIndex((other) => other.at > due);
  const own = threadOf(schedule, step.lane);
  const holds = holdsBetween(schedule, Math.max(0, from - 1), n).filter(
    ({ lane }) => threadOf(schedule, lane) === own,
  );
  const by = holds.length > 0 ? `, but ${holders(schedule, holds)} held the loop` : '';
  return `It was due at ${times.full(due)}${by}: ${times.full(late)} late.`;
}

function waitReason(scene: Scene, step: StepOf<'wait'>): string {
  const isLast = step.waits.for === 'turn' && scene.state.ready.length === 0;
  const next = isLast || eagerStarter(scene, step.lane) !== undefined ? '' : nextUp(scene);
  return [obstacle(scene, step), next].filter(Boolean).join(' ');
}

function obstacle(scene: Scene, { waits }: StepOf<'wait'>): string {
  return waits.for === 'resource' ? inTheWay(scene, waits.resource) : '';
}

function sleepReason({ schedule, state }: Scene, { until }: StepOf<'sleep'>): string {
  if (until === undefined) return fitting(whoWaits(schedule, state));
  const due = state.timers.filter((timer) => timer.due === until && timer.target !== undefined);
  const lanes = [...new Set(due.flatMap(({ target }) => target ?? []))];
  if (lanes.length === 0) return '';
  return `Then the timer${lanes.length === 1 ? '' : 's'} of ${bold(schedule, ...lanes)} ${are(lanes)} due.`;
}

/** As many sentences as one takes in; the rest is in the figure. */
function fitting(sentences: readonly string[]): string {
  let length = 0;
  return sentences.filter((sentence) => (length += sentence.length) < 220).join(' ');
}

function cancelReason(scene: Scene, target: number): string {
  const { schedule, state, step, n } = scene;
  const { phase, cause } = state.lanes[target] ?? {};
  const who = bold(schedule, target);
  const before = schedule.steps[n - 1];
  if (before?.kind === 'call' && before.callback === 'timeout') return 'Its time is up.';
  if (before?.kind === 'call' && before.callback === 'group counts')
    return 'A task of its group has failed.';
  if (before?.kind === 'cancel' && isAwaitedBy(state, target, before.target))
    return `${bold(schedule, before.target)} waits for it, so the request goes on to it.`;
  if (phase === 'done') return `${who} is done already, so nothing comes of it.`;
  if (target === step.lane) return 'It learns of it where it next waits.';
  const { kind } = schedule.lanes[step.lane] ?? {};
  if (kind === 'thread')
    return `${stoppedInOrder(scene) ? 'When the main task is over,' : 'Before the exception goes on,'} asyncio.run cancels what is left.`;
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

/** What a task does not keep for whoever awaits it. */
const LEAVES_THE_LOOP = ['SystemExit', 'KeyboardInterrupt'];

function endReason(scene: Scene, step: StepOf<'end'>): string {
  const { schedule, times } = scene;
  const { lane, how } = step;
  if (isLoop(schedule, lane)) return '';
  if (isProgram(schedule, lane)) return `The run took ${times.full(step.at)} in all.`;
  const told = waitingFor(scene, lane).map(({ name, missing }) => {
    if (missing.length === 0) return `${name} waited for it.`;
    if (how !== 'returned') return `${name} waits for it and for ${bold(schedule, ...missing)}.`;
    return `${name} still waits for ${bold(schedule, ...missing)}.`;
  });
  if (how === 'raised' && schedule.lanes[lane]?.kind === 'task') {
    if (LEAVES_THE_LOOP.includes(step.exception ?? ''))
      return 'This exception stops the loop, too: it goes on into what runs the loop.';
    if (told.length === 0 && !stopsTheLoop(scene))
      return 'Nobody waits for it, so nobody has seen the exception.';
  }
  return told.join(' ');
}

/** What was there before all others: its end is the run's. */
function isProgram({ lanes }: Schedule, lane: number): boolean {
  return lanes[lane]?.parent === undefined;
}

/** Whether a thread waits for the task that ends in this step, by way of the loop that stops for it. */
function stopsTheLoop({ schedule, n }: Scene): boolean {
  const told = schedule.steps.findIndex(({ kind }, at) => at > n && kind !== 'queue');
  return schedule.steps
    .slice(n + 1, told < 0 ? undefined : told)
    .some((step) => step.kind === 'queue' && step.callback === 'stop the loop');
}

/** Whether the loop that ran last was told to stop, and no exception broke it off. */
function stoppedInOrder({ schedule, n }: Scene): boolean {
  const last = schedule.steps.findLast(
    ({ kind }, at) => at < n && (kind === 'call' || kind === 'pick'),
  );
  return last?.kind === 'call' && last.callback === 'stop the loop';
}

function isAwaitedBy({ lanes }: State, lane: number, by: number): boolean {
  const waits = lanes[by]?.waits;
  return waits !== undefined && 'lanes' in waits && waits.lanes.includes(lane);
}
