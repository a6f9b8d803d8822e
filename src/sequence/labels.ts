import type { Cause, Schedule, StepOf, Wait } from '#model/schedule.ts';
import { stateAt } from '#model/state.ts';
import { grouped, nameOf } from '#model/words/names.ts';
import { timeWords } from '#model/words/time-words.ts';
import { setterOf } from '#model/words/timers.ts';

/** The few words on an arrow. `always` is what stays true when the same is said again later. */
export interface Label {
  readonly says: string;
  readonly always: string;
}

export const same = (says: string): Label => ({ says, always: says });

/** Lists of names beyond this are counted. */
const NAMED = 26;

export function names(schedule: Schedule, lanes: readonly number[]): string {
  const all = grouped(lanes.map((lane) => nameOf(schedule, lane)));
  return all.length > NAMED ? `${lanes.length} tasks` : all;
}

/** Why a lane gives its loop back. `clocked`: its timer has been told already. */
export function waitLabel(schedule: Schedule, wait: Wait, clocked: boolean): Label {
  switch (wait.for) {
    case 'timer': {
      const due = setterOf(schedule, wait.timer)?.due;
      if (clocked || due === undefined) return same('waits for its timer');
      const says = `waits until ${timeWords(schedule).full(due)}`;
      return { says, always: 'waits for its timer' };
    }
    case 'turn':
      return same('waits for its next turn');
    case 'lane':
      return same(`waits for ${names(schedule, wait.lanes)}`);
    case 'gather':
    case 'group':
      return same(`waits for ${names(schedule, wait.lanes)}`);
    case 'any':
      if (wait.until === 'all' || wait.lanes.length === 1)
        return same(`waits for ${names(schedule, wait.lanes)}`);
      return same(wait.until === 'first' ? 'waits for the first' : 'waits for an error, or all');
    case 'shield':
      return same(`waits for ${names(schedule, wait.lanes)}, shielded`);
    case 'resource': {
      const { kind, name = 'it' } = schedule.resources[wait.resource] ?? {};
      if (wait.until === 'free')
        return same(kind === 'semaphore' ? `waits for a place in ${name}` : `waits for ${name}`);
      if (wait.until === 'item') return same(`waits for an item in ${name}`);
      if (wait.until === 'space') return same(`waits for space in ${name}`);
      if (wait.until === 'joined') return same(`waits until all in ${name} is done`);
      return same(`waits for ${name}`);
    }
    case 'future':
      return same(wait.name === undefined ? 'waits for a future' : `waits for ${wait.name}`);
    case 'calls':
      return same(
        wait.calls.length === 1
          ? `waits for ${wait.calls.join('')}`
          : `waits for ${wait.until === 'all' ? 'all' : 'one of'} ${wait.calls.length} calls`,
      );
    case 'net':
      return same(NET_WAITS[wait.does]);
    case 'file':
      return same(`waits for ${wait.name}`);
    case 'loop':
      return same('asyncio.run()');
    default:
      return same('waits');
  }
}

const NET_WAITS = {
  'look-up': 'waits for an address',
  connect: 'waits for the connection',
  'set-up': 'waits until it is set up',
  accept: 'waits for a caller',
  receive: 'waits for bytes',
  send: 'waits for room to send',
  close: 'waits for the end of the connection',
} as const;

const NET_WAKES = {
  'look-up': 'its address is known',
  connect: 'it is connected',
  'set-up': 'it is set up',
  accept: 'somebody calls',
  receive: 'bytes are there',
  send: 'there is room',
  close: 'it is closed',
} as const;

/** Why a lane has the turn that it gets. */
export function turnLabel(schedule: Schedule, { target }: StepOf<'pick'>, n: number): Label {
  const { cause, phase } = stateAt(schedule, Math.max(0, n - 1)).lanes[target] ?? {};
  if (phase !== 'ready' || cause === undefined) return same('its turn');
  return same(causeWords(schedule, cause, waitBefore(schedule, target, n)));
}

function causeWords(schedule: Schedule, cause: Cause, wait: Wait | undefined): string {
  switch (cause.by) {
    case 'start':
      return 'first turn';
    case 'turn':
      return 'next turn';
    case 'timer':
      return wait?.for === 'any' ? 'its time is up' : 'its timer is due';
    case 'lane':
      return `${nameOf(schedule, cause.of)} is over`;
    case 'started':
      return `${nameOf(schedule, cause.of)} has begun`;
    case 'members':
      return membersWords(schedule, wait);
    case 'resource': {
      const { kind, name = 'it' } = schedule.resources[cause.resource] ?? {};
      if (kind === 'semaphore') return 'a place is free';
      if (kind === 'lock') return `${name} is free`;
      if (kind === 'event') return `${name} was set`;
      return 'goes on';
    }
    case 'cancel':
      return 'cancelled';
    case 'future':
      return 'its future is set';
    case 'net':
      return wait?.for === 'net' ? NET_WAKES[wait.does] : 'goes on';
    case 'call':
    case 'signal':
      return 'goes on';
  }
}

function membersWords(schedule: Schedule, wait: Wait | undefined): string {
  if (wait?.for === 'gather') return 'gather is done';
  if (wait?.for === 'group') return 'its group is done';
  if (!wait || !('lanes' in wait)) return 'goes on';
  if (wait.lanes.length === 1) return `${names(schedule, wait.lanes)} is over`;
  return wait.for === 'any' && wait.until === 'all' ? 'all are over' : 'one is over';
}

/** What a lane waited for before it became ready. */
export function waitBefore(schedule: Schedule, lane: number, n: number): Wait | undefined {
  const step = schedule.steps.findLast(
    (one, at): one is StepOf<'wait'> => at < n && one.kind === 'wait' && one.lane === lane,
  );
  return step?.waits;
}

/** What was printed, on one line. */
export function printed(text: string): string {
  const [first = ''] = text.trimEnd().split('\n');
  return first.length > NAMED ? `${first.slice(0, NAMED - 1)}…` : first;
}
