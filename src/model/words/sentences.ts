import type { Schedule } from '../schedule.ts';
import { whoWaits } from './blame.ts';
import { callOn, type Program } from './code.ts';
import { deed } from './deeds.ts';
import { are, bold, capital, ground } from './names.ts';
import { reason } from './reasons.ts';
import { readyLanes, sceneAt, type Scene } from './scene.ts';
import { askersWords } from './threads.ts';

/**
 * The sentence of the moment, in markup: who did what in step `n`, and what keeps whom.
 * `program` gives it the source to quote. A clock reading beyond the step's own says what goes on meanwhile.
 */
export function sentenceAt(
  schedule: Schedule,
  n: number,
  program: Program = [],
  at: number = schedule.steps[n]?.at ?? 0,
): string {
  const scene = sceneAt(schedule, n, program);
  if (at > scene.step.at) return capital(meanwhile(scene, at));
  return [`${capital(bold(schedule, scene.step.lane))} ${deed(scene)}.`, capital(reason(scene))]
    .filter(Boolean)
    .join(' ');
}

/** What goes on while no step happens. */
function meanwhile(scene: Scene, at: number): string {
  const { schedule, program, step, state, times, n } = scene;
  if (step.kind === 'block' || (step.kind === 'line' && step.lasts)) {
    const ready = readyLanes(state);
    const loop = ground(schedule, step.lane);
    const computed = loop === 'the loop' ? 'held the loop' : 'computed';
    const held = step.kind === 'block' ? `blocked ${loop}` : computed;
    const holds = `${bold(schedule, step.lane)} has ${held} for ${times.full(at - step.at)}`;
    const call = step.kind === 'block' ? `, in ${callOn(program, step.line, step.call)}` : '';
    if (ready.length === 0)
      return [`${holds}${call}.`, askersWords(scene)].filter(Boolean).join(' ');
    return `${bold(schedule, ...ready)} ${are(ready)} ready, but ${holds}${call}.`;
  }
  if (n === schedule.steps.length - 1) return `Everything ended at ${times.full(step.at)}.`;
  const waiting = whoWaits(schedule, state);
  const until =
    step.kind === 'sleep' && step.until !== undefined ? ` until ${times.full(step.until)}` : '';
  const asleep = step.kind === 'sleep' ? `The loop is asleep${until}: nobody is ready.` : '';
  return [asleep, ...waiting.slice(0, 2)].filter(Boolean).join(' ');
}

export { markupToHtml, plain } from './markup.ts';
