import type { Schedule, Wait } from '../schedule.ts';
import type { State } from '../state.ts';
import { code } from './markup.ts';
import { are, bold, count, counted, countedLanes } from './names.ts';
import { heldSince, isOnLoop, readyLanes, type Hold, type Scene } from './scene.ts';
import { waitsFor } from './waits.ts';

/** Who keeps whom. */

/** "**work 0**, then by **work 1**". */
export function keptBy(schedule: Schedule, holds: readonly Hold[]): string {
  if (holds.length < 4) return holds.map(({ lane }) => bold(schedule, lane)).join(', then by ');
  return holders(schedule, holds);
}

/** "**work 0 and 1**"; "twelve tasks" where the names would be too long. */
export function holders(schedule: Schedule, holds: readonly Hold[]): string {
  const lanes = [...new Set(holds.map(({ lane }) => lane))];
  const names = bold(schedule, ...lanes);
  return names.length > 40 ? countedLanes(schedule, lanes) : names;
}

/** Why a lane has to wait for a resource: who has it, or what it lacks. */
export function inTheWay(scene: Scene, resource: number): string {
  const { schedule, state, times, step } = scene;
  const { kind, name = '', size = 1 } = schedule.resources[resource] ?? {};
  const { holders: held = [], items = 0 } = state.resources[resource] ?? {};
  const others = held.filter((lane) => lane !== step.lane);
  if (kind === 'queue')
    return `It is ${items === 0 ? 'empty' : `full, with ${counted(items, 'item')}`}.`;
  if (kind === 'event') return 'Nobody has set it yet.';
  const [first] = others;
  if (first === undefined) return '';
  if (kind === 'semaphore') {
    const all =
      size === 2 ? 'Both places are' : size > 2 ? `All ${count(size)} places are` : 'The place is';
    return `${all} taken, by ${bold(schedule, ...others)}.`;
  }
  const since = times.full(heldSince(scene, resource, first));
  return `${bold(schedule, first)} has held ${code(name)} since ${since}.`;
}

/** Who is ready and cannot be picked, or will be late, while a lane holds the loop. */
export function heldUp({ schedule, state, step, times }: Scene, lasts: number): string {
  if (!isOnLoop(schedule, step.lane)) return '';
  const ready = readyLanes(state);
  if (ready.length > 0)
    return `${bold(schedule, ...ready)} ${are(ready)} ready and cannot be picked.`;
  const [timer] = state.timers;
  if (timer?.target === undefined || timer.due >= step.at + lasts) return '';
  return `The timer of ${bold(schedule, timer.target)} is due at ${times.full(timer.due)} and will be found late.`;
}

/** "**work 0 and 1** wait for their timers.", one sentence for all who wait alike. */
export function whoWaits(schedule: Schedule, state: State): string[] {
  const alike = new Map<string, number[]>();
  state.lanes.forEach(({ phase, waits }, lane) => {
    if (phase !== 'waiting' || !waits || waits.for === 'loop') return;
    if (waits.for === 'outside' && waits.busy === 0) return;
    const words = waitsFor(schedule, waits, true);
    alike.set(words, [...(alike.get(words) ?? []), lane]);
  });
  return [...alike].map(([many, lanes]) => {
    const [only] = lanes;
    const waits = only === undefined ? undefined : state.lanes[only]?.waits;
    const words = lanes.length === 1 && waits ? waitsFor(schedule, waits) : many;
    return `${bold(schedule, ...lanes)} ${words}${waits ? whoHas(schedule, state, waits) : ''}.`;
  });
}

/** ", which **Bob** holds". */
function whoHas(schedule: Schedule, { resources, lanes }: State, waits: Wait): string {
  if (waits.for !== 'resource' || waits.until !== 'free') return '';
  const { holders: held = [] } = resources[waits.resource] ?? {};
  if (held.length === 0) return '';
  const who = bold(schedule, ...held);
  if (held.every((lane) => lanes[lane]?.phase === 'done'))
    return `, which ${who} took and ${held.length === 1 ? 'has' : 'have'} not given back`;
  const has = schedule.resources[waits.resource]?.kind === 'semaphore' ? 'taken by' : 'held by';
  return `, ${has} ${who}`;
}
