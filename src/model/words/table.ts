import { processOf } from '../processes.ts';
import type { Schedule } from '../schedule.ts';
import type { Program } from './code.ts';
import { deed } from './deeds.ts';
import { capital, nameOf } from './names.ts';
import { reason, reasonAmongSteps } from './reasons.ts';
import { sceneAt } from './scene.ts';
import { sentenceAt } from './sentences.ts';

/** A row of the table of steps: what one lane does in one go, while the clock stands still. */
export interface Stretch {
  readonly time: string;
  readonly lane: string;
  readonly steps: readonly ToldStep[];
}

/** What and why are markup. */
export interface ToldStep {
  readonly step: number;
  /** It follows the lane's name: "sets a timer due at 1.0 s". */
  readonly what: string;
  /** Empty for what the loop does by itself, and where the step before it in the row is of the same line. */
  readonly line: number | '';
  /** Empty where there is nothing to add. */
  readonly why: string;
}

/** The table of these steps, in their order; of all of them, each leaves to the others what they say. */
export function stretchesOf(
  schedule: Schedule,
  steps: readonly number[],
  program: Program = [],
): Stretch[] {
  const isWhole = steps.length === schedule.steps.length;
  const stretches: (Stretch & { steps: ToldStep[] })[] = [];
  const laneOf = ({ steps: [first] }: Stretch) => schedule.steps[first?.step ?? 0]?.lane;
  let line: number | undefined;
  for (const n of steps) {
    const scene = sceneAt(schedule, n, program);
    const time = scene.times.full(scene.step.at);
    let row = stretches.at(-1);
    if (row?.time !== time || scene.step.lane !== laneOf(row)) {
      stretches.push((row = { time, lane: laneWords(schedule, scene.step.lane), steps: [] }));
      line = undefined;
    }
    row.steps.push({
      step: n,
      what: deed(scene),
      line: scene.step.line === line ? '' : (scene.step.line ?? ''),
      why: capital(isWhole ? reasonAmongSteps(scene) : reason(scene)),
    });
    line = scene.step.line ?? line;
  }
  return stretches;
}

/** With its process, where there are several and the lane does not stand for its own. */
function laneWords(schedule: Schedule, lane: number): string {
  const { main = lane } = schedule.processes?.[processOf(schedule, lane)] ?? {};
  const name = nameOf(schedule, lane);
  return main === lane ? name : `${name} in ${nameOf(schedule, main)}`;
}

/** The sentence of every step, in markup: for a page or file that tells a recording without these functions. */
export function sentencesOf(schedule: Schedule, program: Program = []): string[] {
  return schedule.steps.map((_, n) => sentenceAt(schedule, n, program));
}
