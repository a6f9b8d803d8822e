import { processOf } from '../processes.ts';
import type { Schedule } from '../schedule.ts';
import type { Program } from './code.ts';
import { deed } from './deeds.ts';
import { capital, nameOf } from './names.ts';
import { reason } from './reasons.ts';
import { sceneAt } from './scene.ts';
import { sentenceAt } from './sentences.ts';

/** A row of the table of every step; what and why are markup. Lane, what and why together are the sentence of the moment. */
export interface TableRow {
  readonly step: number;
  readonly time: string;
  readonly lane: string;
  /** It follows the lane's name: "sets a timer due at 1.0 s". */
  readonly what: string;
  /** Empty for what the loop does by itself. */
  readonly line: number | '';
  /** Empty where there is nothing to add. */
  readonly why: string;
}

export function tableRow(schedule: Schedule, n: number, program: Program = []): TableRow {
  const scene = sceneAt(schedule, n, program);
  return {
    step: n,
    time: scene.times.full(scene.step.at),
    lane: laneWords(schedule, scene.step.lane),
    what: deed(scene),
    line: scene.step.line ?? '',
    why: capital(reason(scene)),
  };
}

/** With its process, where there are several and the lane does not stand for its own. */
function laneWords(schedule: Schedule, lane: number): string {
  const { main = lane } = schedule.processes?.[processOf(schedule, lane)] ?? {};
  const name = nameOf(schedule, lane);
  return main === lane ? name : `${name} in ${nameOf(schedule, main)}`;
}

export function tableRows(schedule: Schedule, program: Program = []): TableRow[] {
  return schedule.steps.map((_, n) => tableRow(schedule, n, program));
}

/** The sentence of every step, in markup: for a page or file that tells a recording without these functions. */
export function sentencesOf(schedule: Schedule, program: Program = []): string[] {
  return schedule.steps.map((_, n) => sentenceAt(schedule, n, program));
}
