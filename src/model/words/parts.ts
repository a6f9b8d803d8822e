import { tidiesUp } from '../own-lanes.ts';
import { processOf } from '../processes.ts';
import { isProcessor } from '../processors.ts';
import type { Schedule, Step, StepKind, StepOf } from '../schedule.ts';
import { complaint, error, lastLine } from './deeds.ts';
import { loopParts } from './loop-parts.ts';
import { code } from './markup.ts';
import { bold, ground, isLoop } from './names.ts';
import { netDeed } from './net.ts';
import { callPart, creates, prints, uses, waits } from './part-words.ts';
import { transfers } from './processes.ts';
import { isAsyncios } from './scene.ts';
import { timeWords } from './time-words.ts';
import { isThreadSleep } from './timers.ts';

/** One thing that a turn does, in words that follow its lane's name. */
export interface Part {
  readonly kind: StepKind;
  /** With `OWN` where a print says what tells its lane from others. */
  readonly words: string;
  /** Who did it, where that is somebody outside the program. */
  readonly by?: number;
}

/** What a stretch of steps of one lane comes to; `many` gives the words for several lanes. */
export function partsOf(
  schedule: Schedule,
  all: readonly Step[],
  lane: number,
  many: boolean,
): Part[] {
  const steps = all.filter((step) => !isForTidying(schedule, step));
  if (isLoop(schedule, lane)) return loopParts(schedule, steps);
  const said = new Set<StepKind>();
  const stretch = { schedule, steps, lane, s: many ? '' : 's', said };
  const parts: Part[] = [];
  for (const alike of runsOf(steps)) {
    const [step] = alike;
    const words = partWords({ ...stretch, alike }, step);
    said.add(step.kind);
    const by = step.kind === 'net' && step.lane !== lane ? { by: step.lane } : {};
    if (words) parts.push({ kind: step.kind, words, ...by });
  }
  return parts.length > 0 ? parts : gilParts(stretch);
}

/** It makes a task of asyncio's own, or makes it ready: a lane that no figure shows. */
function isForTidying(schedule: Schedule, step: Step): boolean {
  const other =
    step.kind === 'create' ? step.child : step.kind === 'queue' ? step.target : undefined;
  return other !== undefined && tidiesUp(schedule, other);
}

/** Where a turn has nothing else to tell: that it takes the GIL, and who asks for it beside it. */
function gilParts(stretch: Omit<Stretch, 'alike'>): Part[] {
  const { steps, lane, s } = stretch;
  const isTaken = all(steps, 'gil').some((step) => step.lane === lane && step.does === 'acquire');
  const taken: Part[] = isTaken ? [{ kind: 'gil', words: `take${s} ${gilWords(stretch)}` }] : [];
  return [...taken, ...askedParts(stretch)];
}

/** Each process has one of its own. */
function gilWords({ schedule, s }: Omit<Stretch, 'alike'>): string {
  if (!schedule.processes) return 'the GIL';
  return s ? 'its GIL' : 'their GILs';
}

function askedParts({ schedule, steps, lane, s }: Omit<Stretch, 'alike'>): Part[] {
  // In another process they ask for another GIL.
  const isNear = (other: number) => processOf(schedule, other) === processOf(schedule, lane);
  const asking = steps.filter(
    (step) => isProcessor(step) && step.lane !== lane && isNear(step.lane),
  );
  const [first] = asking;
  if (!first) return [];
  const what = first.kind === 'gil' ? 'the GIL' : 'a core';
  const who = bold(schedule, ...new Set(asking.map((step) => step.lane)));
  return [{ kind: first.kind, words: `${s ? 'is' : 'are'} asked for ${what} by ${who}` }];
}

/** Steps of one kind that follow each other are told together; what has no words of its own parts nothing. */
function runsOf(steps: readonly Step[]): [Step, ...Step[]][] {
  const runs: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (isQuiet(step) || (step.kind === 'queue' && step.cause.by === 'start')) continue;
    if (run && TOGETHER.has(step.kind) && run[0].kind === step.kind) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

const QUIET: ReadonlySet<StepKind> = new Set(['pick', 'enter', 'leave']);

/** Of what is done with the GIL only that it is given up unwillingly: the rest goes with a wait or an end. */
function isQuiet(step: Step): boolean {
  if (step.kind === 'line') return !step.lasts;
  return QUIET.has(step.kind) || (isProcessor(step) && step.because !== 'asked');
}

const TOGETHER: ReadonlySet<StepKind> = new Set(['create', 'print', 'line']);

export interface Stretch {
  readonly schedule: Schedule;
  readonly steps: readonly Step[];
  readonly lane: number;
  /** What a verb ends in: "s" for one lane, nothing for several. */
  readonly s: string;
  /** Kinds of the steps before. */
  readonly said: ReadonlySet<StepKind>;
  /** Those of one kind that are told now. */
  readonly alike: readonly Step[];
}

/** The steps of one kind, in a stretch or among those that are told now. */
export function all<K extends StepKind>(steps: readonly Step[], kind: K): StepOf<K>[] {
  return steps.filter((step): step is StepOf<K> => step.kind === kind);
}

function partWords(stretch: Stretch, step: Step): string {
  const { schedule, s, said } = stretch;
  const { full } = timeWords(schedule);
  switch (step.kind) {
    case 'line':
      return computes(stretch);
    case 'create':
      return creates(stretch);
    case 'print':
      if (/^Traceback/.test(step.text))
        return `write${s} a traceback, which ends in ${lastLine(step.text)}`;
      return prints(stretch);
    case 'set-timer':
      if (isThreadSleep(step)) return '';
      return `set${s} a ${step.callback === 'timeout' ? 'timeout' : 'timer'} due at ${full(step.due)}`;
    case 'drop-timer':
      // Asyncio takes the timer away of whoever is cancelled: that is said by the cancellation.
      return said.has('cancel') || all(stretch.steps, 'throw').length > 0
        ? ''
        : `cancel${s} a timer`;
    case 'wait':
      return waits(stretch, step.waits);
    case 'block':
      if (step.waits && step.lasts === 0) return waits(stretch, step.waits);
      return ground(schedule, step.lane) === 'the loop'
        ? `block${s} the loop for ${full(step.lasts)}`
        : `sleep${s} for ${full(step.lasts)}`;
    case 'queue':
      if (step.callback !== undefined)
        return isAsyncios(step.callback) ? '' : `ask${s} for a call of ${code(step.callback)}`;
      return step.cause.by === 'future' ? `make${s} ${bold(schedule, step.target ?? 0)} ready` : '';
    case 'raise':
      return `raise${s} ${error(step)}`;
    case 'throw':
      return `get${s} ${code(step.exception)}`;
    case 'catch':
      return catches(stretch, step);
    case 'cancel':
      return `cancel${s} ${step.target === step.lane ? 'itself' : bold(schedule, step.target)}`;
    case 'use':
      return callPart(schedule, step, s) ?? uses(schedule, step.resource, step.does, s);
    case 'gil':
      return `give${s} the GIL up, as asked`;
    case 'core':
      return `make${s} room on ${s ? 'its' : 'their'} core, as asked`;
    case 'boot':
      return `start${s} Python`;
    case 'exit':
      // After an end of its own it says nothing new.
      if (step.code === 0) return '';
      return step.code < 0
        ? `end${s} by signal ${-step.code}`
        : `end${s} the process, exit code ${step.code}`;
    case 'transfer':
      return transfers(schedule, step, s);
    case 'settle':
      return step.exception === undefined
        ? `set${s} the result of ${code(step.call)}`
        : `make${s} ${code(step.exception)} the outcome of ${code(step.call)}`;
    case 'resume':
      return `resume${s} ${bold(schedule, step.target)}`;
    case 'net':
      if (step.lane === stretch.lane) return netDeed(schedule, step, s);
      return isFelt(step, stretch.lane) ? '' : netDeed(schedule, step);
    case 'signal':
      return `take${s} the signal ${code(step.name)}`;
    case 'yield':
      return `yield${s}${step.value === undefined ? '' : ` ${code(step.value)}`}`;
    case 'warn':
      return `${s ? 'is' : 'are'} running when Python complains: ${complaint(step.text)}`;
    case 'end':
      return ends(stretch, step);
    default:
      return '';
  }
}

/** Whether somebody outside lets a lane go on that waits for just that: what it then does tells as much. */
function isFelt({ does, peer }: StepOf<'net'>, lane: number): boolean {
  return peer === lane && does !== 'end';
}

/** The time of all lines together. */
function computes({ schedule, alike, s }: Stretch): string {
  const lasts = all(alike, 'line').reduce((sum, line) => sum + (line.lasts ?? 0), 0);
  return lasts === 0 ? '' : `compute${s} for ${timeWords(schedule).full(lasts)}`;
}

function catches({ s, said }: Stretch, { by, exception }: StepOf<'catch'>): string {
  if (by === 'with') return '';
  if (by === 'finally') return `begin${s} ${s ? 'its' : 'their'} ${code('finally')}`;
  return `catch${s && 'es'} ${said.has('throw') || said.has('raise') ? 'it' : code(exception)}`;
}

function ends(stretch: Stretch, step: StepOf<'end'>): string {
  const { schedule, s, said } = stretch;
  // A thread that ran a loop has nothing more to do, and that the loop ended was the end.
  if (schedule.lanes.some(({ on, kind }) => on === step.lane && kind === 'loop')) return '';
  if (step.how === 'cancelled') return `end${s}, cancelled`;
  if (step.how !== 'raised') return `end${s}`;
  return said.has('raise') ? `end${s} with it` : `end${s} with ${error(step)}`;
}
