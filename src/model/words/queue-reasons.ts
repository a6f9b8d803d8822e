import type { Schedule, StepOf } from '../schedule.ts';
import { stateAt } from '../state.ts';
import { code } from './markup.ts';
import { are, bold } from './names.ts';
import { readyReason } from './net.ts';
import type { Scene } from './scene.ts';

/** Why a task comes into the ready queue. */
export function queueReason(scene: Scene, { target = 0, cause }: StepOf<'queue'>): string {
  const { schedule } = scene;
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
    case 'members':
      return membersReason(scene, target);
    case 'resource':
      return resourceCame(schedule, cause.resource);
    case 'cancel':
      return `Its wait was cancelled: the exception meets it in its next turn.`;
    case 'future':
      return 'The future that it awaited has been set.';
    case 'started':
      return `${bold(schedule, cause.of)} has begun.`;
    case 'net':
      return netReason(scene, target) ?? readyReason(schedule, cause.peer);
    case 'call':
    case 'signal':
      return '';
  }
}

/** What was waited for is done by a callback of the loop's own, and by nobody at the other end. */
function netReason({ schedule, n }: Scene, target: number): string | undefined {
  const { waits } = stateAt(schedule, Math.max(0, n - 1)).lanes[target] ?? {};
  if (waits?.for !== 'net') return undefined;
  if (waits.does === 'set-up') return 'The connection is set up.';
  if (waits.does !== 'close') return undefined;
  return waits.peer === undefined ? 'The server is closed.' : 'The connection is closed.';
}

/** A gather, group or wait is over, with all that it waited for or without. */
function membersReason({ schedule, n, state }: Scene, target: number): string {
  const { waits } = stateAt(schedule, Math.max(0, n - 1)).lanes[target] ?? {};
  const lanes = waits && 'lanes' in waits ? waits.lanes : [];
  const done = lanes.filter((lane) => state.lanes[lane]?.phase === 'done');
  const left = lanes.filter((lane) => !done.includes(lane));
  const who = bold(schedule, target);
  if (left.length === 0)
    return done.length === 1
      ? `${bold(schedule, ...done)}, for which it waited, is done.`
      : `All that ${who} waited for is done.`;
  const failed = done.filter((lane) => schedule.lanes[lane]?.how !== 'returned');
  const why =
    failed.length > 0
      ? `${bold(schedule, ...failed)} failed`
      : `${bold(schedule, ...done)} ${are(done)} done`;
  return `${why}, so ${who} no longer waits for ${bold(schedule, ...left)}.`;
}

function resourceCame({ resources }: Schedule, resource: number): string {
  const { kind = 'lock', name = kind } = resources[resource] ?? {};
  if (kind === 'semaphore') return `There is a place in ${code(name)} for it.`;
  if (kind === 'lock') return `The lock ${code(name)} is free for it.`;
  return `${code(name)} has what it waited for.`;
}
