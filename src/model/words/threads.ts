import { lackedBy, processorsAt, processorsNear } from '../processors.ts';
import { hasProcesses } from '../processes.ts';
import type { Resource, Schedule, StepOf, Wait } from '../schedule.ts';
import { stateAt, threadOf, type State } from '../state.ts';
import { code } from './markup.ts';
import { bold, count, listed } from './names.ts';
import { readyReason } from './net.ts';
import { queueReason } from './queue-reasons.ts';
import type { Scene } from './scene.ts';

/** Threads, the GIL and calls that are handed to executors, in words. */

/** More calls than these are counted, not named. */
const NAMED = 3;

type Processor = StepOf<'gil' | 'core'>;

/** "asks for the GIL"; on a machine without one, "asks for a core". */
export function processorDeed(
  { schedule, n }: Pick<Scene, 'schedule' | 'n'>,
  { kind, does, because, lane }: Processor,
): string {
  const gil = kind === 'gil';
  switch (does) {
    case 'ask':
      return `asks for ${lackedBy(schedule, n, lane)}`;
    case 'acquire':
      return gil ? 'takes the GIL' : 'gets a core';
    case 'release':
      if (because === 'preempted') return 'gives its core up and asks for one again';
      if (because === 'asked')
        return gil
          ? 'gives the GIL up and asks for it again'
          : 'makes room on its core and asks again';
      return gil ? 'gives the GIL up' : 'leaves its core';
  }
}

/** Why it asks, how long it had to, or who is next. */
export function processorReason(scene: Scene, step: Processor): string {
  const { schedule, n, times } = scene;
  const others = processorsNear(schedule, n, step.lane).asking.filter((lane) => lane !== step.lane);
  switch (step.does) {
    case 'ask':
      return askedNow(scene, step);
    case 'acquire': {
      const before = stateAt(schedule, Math.max(0, n - 1)).lanes[step.lane];
      const asked = before?.phase === 'ready' ? schedule.steps[before.since]?.at : undefined;
      const late = step.at - (asked ?? step.at);
      return late > 0 ? `It had asked for it for ${times.full(late)}.` : '';
    }
    case 'release':
      if (step.because === 'preempted') {
        const { interval } = schedule.provenance.machine;
        const all = processorsAt(schedule, n).asking.filter((lane) => lane !== step.lane);
        return `${bold(schedule, ...all)} ${asks(all)} for a core, and ${times.full(interval)} are over.`;
      }
      if (step.because === 'asked') {
        const { interval } = schedule.provenance.machine;
        return `${bold(schedule, ...others)} ${asks(others)} for it, and the switch interval of ${times.full(interval)} is over.`;
      }
      return others.length > 0 ? `${bold(schedule, ...others)} ${asks(others)} for it.` : '';
  }
}

const asks = (lanes: readonly number[]) => (lanes.length === 1 ? 'asks' : 'ask');

/** Why it asks, and who has it. */
function askedNow(scene: Scene, step: Processor): string {
  const { schedule, n } = scene;
  const has = processorsNear(schedule, n, step.lane).holders;
  if (step.cause?.by === 'started' && has.includes(step.cause.of) && has.length === 1)
    return `${bold(schedule, step.cause.of)} has begun and ${step.kind === 'gil' ? 'has it' : 'runs'}.`;
  return [askReason(scene, step), holderWords(scene)].filter(Boolean).join(' ');
}

function askReason(scene: Scene, { cause, lane }: Processor): string {
  const { schedule } = scene;
  if (!cause) return 'It has slept long enough.';
  switch (cause.by) {
    case 'start':
      return 'It has just been started.';
    case 'started':
      return `${bold(schedule, cause.of)} has begun.`;
    case 'timer':
      return 'Its time is over.';
    case 'future':
      return 'What it waited for has its result.';
    case 'net':
      return readyReason(scene.schedule, cause.peer);
    case 'signal':
      return `The signal ${code(cause.name)} has come.`;
    case 'call':
      return 'Another thread has put something into its ready queue.';
    case 'resource': {
      const resource = schedule.resources[cause.resource];
      if (resource?.kind === 'executor')
        return `There is something in the queue of ${executorName(resource)}.`;
      return queueReason(scene, { kind: 'queue', at: 0, lane, target: lane, cause });
    }
    default:
      return queueReason(scene, { kind: 'queue', at: 0, lane, target: lane, cause });
  }
}

/** By the lane that runs on the thread: of a loop's thread, a task. */
function holderWords({ schedule, n, step, state }: Scene): string {
  const has = processorsNear(schedule, n, step.lane)
    .holders.filter((thread) => thread !== threadOf(schedule, step.lane))
    .map((thread) => runningOn(schedule, state, thread));
  if (has.length === 0) return coreWords(schedule, n);
  return step.kind === 'gil'
    ? `${bold(schedule, ...has)} has it.`
    : `${bold(schedule, ...has)} ${has.length === 1 ? 'runs' : 'run'}.`;
}

function runningOn(schedule: Schedule, { lanes }: State, thread: number): number {
  const running = lanes.findIndex(
    ({ phase }, lane) => phase === 'running' && threadOf(schedule, lane) === thread,
  );
  return running < 0 ? thread : running;
}

/** Its own process has the GIL to give, but every core is taken; empty where one is free. */
function coreWords(schedule: Schedule, n: number): string {
  const { holders } = processorsAt(schedule, n);
  const { cores } = schedule.provenance.machine;
  if (!hasProcesses(schedule) || holders.length < cores) return '';
  return `${cores === 1 ? 'The only core is' : `All ${count(cores)} cores are`} taken by ${bold(schedule, ...holders)}.`;
}

/** Who asks for the GIL while another lane computes; empty where nobody does. */
export function askersWords({ schedule, n, step }: Pick<Scene, 'schedule' | 'n' | 'step'>): string {
  const what = schedule.provenance.machine.gil ? 'the GIL' : 'a core';
  const { asking } = processorsNear(schedule, n, step.lane);
  if (asking.length === 0) return '';
  return `${bold(schedule, ...asking)} ${asks(asking)} for ${what}.`;
}

/** An executor by its variable; asyncio's own has none. */
export function executorName(resource: Resource | undefined): string {
  const { name = 'executor' } = resource ?? {};
  return name === 'executor' ? 'the executor' : code(name);
}

/** "hands `fetch(3)` to `pool`"; undefined where the step is about no call. */
export function callDeed(
  { resources }: Schedule,
  { resource, does, call }: StepOf<'use'>,
): string | undefined {
  if (call === undefined) return undefined;
  const name = executorName(resources[resource]);
  return does === 'put'
    ? `hands ${code(call)} to ${name}`
    : `takes ${code(call)} from the queue of ${name}`;
}

export function settleDeed({ call, exception }: StepOf<'settle'>): string {
  return exception === undefined
    ? `sets the result of ${code(call)}`
    : `makes ${code(exception)} the outcome of ${code(call)}`;
}

/** Who waits for a call that is over now. */
export function settleReason({ schedule, state }: Scene, call: string): string {
  const waiting = state.lanes.flatMap(({ waits }, lane) =>
    waits?.for === 'calls' && waits.calls.includes(call) ? [lane] : [],
  );
  if (waiting.length === 0) return '';
  return `${bold(schedule, ...waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it.`;
}

/** "until `fetch(0)` is done", "until one of five calls is done". */
export function untilCalls({ calls, until }: Extract<Wait, { for: 'calls' }>): string {
  const names =
    calls.length > NAMED ? `${count(calls.length)} calls` : listed(calls.map((call) => code(call)));
  if (until === 'all' || calls.length < 2)
    return `until ${calls.length > NAMED ? `all ${names}` : names || 'nothing'} ${calls.length < 2 ? 'is' : 'are'} done`;
  return `until one of ${names} ${until === 'first' ? 'is done' : 'has failed or all are done'}`;
}
