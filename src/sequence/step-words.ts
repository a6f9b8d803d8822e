import type { Schedule, StepOf } from '#model/schedule.ts';
import { callOn, type Program } from '#model/words/code.ts';
import { plain } from '#model/words/markup.ts';
import { counted, nameOf } from '#model/words/names.ts';
import { timeWords } from '#model/words/time-words.ts';
import { loopOf } from './around.ts';
import { printed, same, type Label } from './labels.ts';
import type { Stretch } from './stretch.ts';

/** Words for what one step does, or several that are one. */

export function netWords({ does, text, bytes = 0 }: StepOf<'net'>): string {
  if (does === 'send') return text === undefined ? `${bytes} bytes` : `'${printed(text)}'`;
  return {
    connect: 'connects',
    accept: 'accepts',
    refuse: 'refuses',
    reset: 'breaks off',
    end: 'closes',
  }[does as 'connect'];
}

/** A process begins with a pickled object, too. */
export function startLabel(schedule: Schedule, { child, bytes }: StepOf<'create'>): Label {
  const always = `starts ${nameOf(schedule, child)}`;
  return bytes === undefined
    ? same(always)
    : { says: `${always} with ${counted(bytes, 'pickled byte')}`, always };
}

/** What goes from one process to another is no object but its bytes. */
export function pickledLabel({ bytes }: StepOf<'transfer'>): Label {
  return { says: counted(bytes, 'pickled byte'), always: 'pickled bytes' };
}

/** The call that resumes a generator, as the program writes it; a `for` writes none. */
export function resumeWords(program: Program, { line, with: way }: StepOf<'resume'>): string {
  const code = program[(line ?? 0) - 1] ?? '';
  const call = [way, 'send', 'next'].find((name) => code.includes(`${name}(`)) ?? way;
  return plain(callOn(program, line, call));
}

export function useLabel(schedule: Schedule, step: StepOf<'use'>): Label {
  const { kind } = schedule.resources[step.resource] ?? {};
  if (kind !== 'executor' || step.call === undefined) return same(useWords(schedule, step));
  const does = step.does === 'put' ? 'hands over' : 'takes';
  return { says: `${does} ${step.call}`, always: `${does} a call` };
}

function useWords({ resources }: Schedule, { resource, does }: StepOf<'use'>): string {
  const { kind } = resources[resource] ?? {};
  if (kind === 'semaphore')
    return does === 'acquire' ? 'takes a place' : does === 'release' ? 'gives it back' : does;
  switch (does) {
    case 'acquire':
      return 'takes it';
    case 'release':
      return 'gives it back';
    case 'put':
      return 'puts an item in';
    case 'get':
      return 'takes an item';
    case 'task-done':
      return 'task_done()';
    case 'arrive':
      return 'arrives';
    case 'notify':
      return 'notify()';
    default:
      return `${does}()`;
  }
}

/** What holds the loop, and for how long in all. */
export function heldLabel({ schedule, program }: Stretch, steps: readonly number[]): Label {
  const all = steps.map((n) => schedule.steps[n]);
  const lasts = all.reduce(
    (sum, step) => sum + (step && 'lasts' in step ? (step.lasts ?? 0) : 0),
    0,
  );
  const [first] = all;
  const often = all.length > 1 ? `, ${all.length} times` : '';
  const what =
    first?.kind === 'block' ? plain(callOn(program, first.line, first.call)) + often : 'computes';
  const lane = first === undefined ? undefined : loopOf(schedule, first.lane);
  const verb = first?.kind === 'block' ? 'blocks' : 'holds';
  const holds = lane === undefined ? ':' : `: ${verb} the loop`;
  return {
    says: `${what}${holds} ${timeWords(schedule).full(lasts)}`,
    always: `${what}${holds}`,
  };
}

/** "except TimeoutError", as the program writes it, without the name that it gives the exception. */
export function clauseOf(program: Program, { line, exception }: StepOf<'catch'>): string {
  const clause = /^except\b.*?(?=\s+as\s|:)/.exec((program[(line ?? 0) - 1] ?? '').trim())?.[0];
  return clause ?? `except ${exception}`;
}
