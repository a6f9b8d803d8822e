import type { Schedule, StepOf } from '../schedule.ts';
import { stateAt } from '../state.ts';
import { callOn, isAsync, isYield, statement } from './code.ts';
import { code } from './markup.ts';
import { bold, counted, ground } from './names.ts';
import { entryName, isAsyncios, type Scene } from './scene.ts';
import { netDeed } from './net.ts';
import { isThreadSleep, setterOf } from './timers.ts';
import { bootDeed, exitDeed, startDeed, transferDeed } from './processes.ts';
import { callDeed, processorDeed, settleDeed } from './threads.ts';
import { waitsFor } from './waits.ts';

/** What a step's lane does in it, without its name and without a reason: "sets a timer due at 1.0 s". */
export function deed(scene: Scene): string {
  const { schedule, program, step, times, n } = scene;
  switch (step.kind) {
    case 'line':
      return lineDeed(scene, step);
    case 'enter':
      if (isOwnFunction(schedule, n)) return `begins ${code(`${step.function}()`)}`;
      if (isYield(program, step.line)) return `goes on in ${code(`${step.function}()`)}`;
      return isAsync(program, step.line)
        ? `steps into ${code(`${step.function}()`)}`
        : `calls ${code(`${step.function}()`)}`;
    case 'leave':
      return `leaves ${code(`${step.function}()`)}`;
    case 'create':
      return startDeed(schedule, step) ?? `creates ${created(schedule, step.child)}`;
    case 'boot':
      return bootDeed(times, step);
    case 'exit':
      return exitDeed(step);
    case 'transfer':
      return transferDeed(schedule, step);
    case 'queue':
      return `puts ${entryName(schedule, step)} at the end of the ready queue`;
    case 'pick':
      return `picks ${bold(schedule, step.target)} from the head of the ready queue`;
    case 'call':
      return `calls ${step.callback === undefined ? 'a callback' : entryName(schedule, step)}`;
    case 'skip':
      return 'drops a cancelled entry from the head of the ready queue';
    case 'set-timer':
      if (isThreadSleep(step)) return `calls ${callOn(program, step.line, 'time.sleep')}`;
      return `${setBy(scene, step)}sets ${timerName(step)} due at ${times.full(step.due)}`;
    case 'drop-timer':
      return dropDeed(scene, step);
    case 'due': {
      const set = setterOf(schedule, step.timer);
      return set?.target === undefined
        ? 'finds a timer due'
        : `finds the timer of ${bold(schedule, set.target)} due`;
    }
    case 'wait':
      return `${givesBack(scene, step)}${waitsFor(schedule, step.waits)}`;
    case 'block':
      return blockDeed(scene, step);
    case 'sleep':
      return sleepDeed(scene, step);
    case 'net':
      return netDeed(schedule, step);
    case 'signal':
      return `takes the signal ${code(step.name)}`;
    case 'print':
      if (/^Traceback/.test(step.text))
        return `writes a traceback to ${step.stream}, which ends in ${lastLine(step.text)}`;
      return `${step.stream === 'stdout' ? 'prints' : 'writes to stderr:'} ${printed(step.text)}`;
    case 'warn':
      return `is running when Python complains${step.about === undefined ? '' : ` about ${bold(schedule, step.about)}`}: ${printed(step.text.replace(/^\S+:\d+: /, ''), 80)}`;
    case 'raise':
      return `raises ${error(step)}`;
    case 'throw':
      return `gets ${error(step)} thrown in${scene.here}`;
    case 'catch':
      if (step.by === 'except') return `catches ${error(step)}`;
      return `enters ${step.by === 'with' ? `the exit of its ${code('with')}` : `its ${code('finally')}`}, with ${error(step)} under way`;
    case 'cancel':
      return step.target === step.lane
        ? 'asks for its own cancellation'
        : `asks for the cancellation of ${bold(schedule, step.target)}`;
    case 'use':
      return callDeed(schedule, step) ?? useDeed(schedule, step);
    case 'settle':
      return settleDeed(step);
    case 'gil':
    case 'core':
      return processorDeed(scene, step);
    case 'resume':
      return resumeDeed(schedule, step);
    case 'yield':
      return `yields${step.value === undefined ? '' : ` ${code(step.value)}`}`;
    case 'end':
      return endDeed(schedule, step);
  }
}

function lineDeed({ schedule, program, times }: Scene, step: StepOf<'line'>): string {
  const here = statement(program, step.line) ?? `line ${step.line ?? '?'}`;
  const what =
    step.count === undefined
      ? `reaches ${here}`
      : `runs ${step.count} lines, over and over from ${here}`;
  if (!step.lasts) return what;
  return `${what}, ${ground(schedule, step.lane) === 'the loop' ? 'and holds the loop for' : 'which takes'} ${times.full(step.lasts)}`;
}

function sleepDeed({ times }: Scene, { until, sockets }: StepOf<'sleep'>): string {
  const socket = sockets === 1 ? 'its socket is' : 'one of its sockets is';
  if (until === undefined)
    return sockets === undefined
      ? 'finds nobody ready and no timer set, and sleeps'
      : `finds nobody ready and sleeps until ${socket} ready`;
  const or = sockets === undefined ? '' : `, or until ${socket} ready`;
  return `finds nobody ready and sleeps until ${times.full(until)}${or}`;
}

/** It holds its loop, for a time or until something has happened. */
function blockDeed({ schedule, program, times }: Scene, step: StepOf<'block'>): string {
  const what = `blocks ${ground(schedule, step.lane)}`;
  if (!step.waits)
    return `calls ${callOn(program, step.line, step.call)} and ${what} for ${times.full(step.lasts)}`;
  const lasts = step.lasts > 0 ? ` for ${times.full(step.lasts)}` : '';
  return `${waitsFor(schedule, step.waits)}, and ${what} meanwhile${lasts && `,${lasts}`}`;
}

/** Whether a step enters the function that its lane was made to run, and not one that this one calls. */
export function isOwnFunction(schedule: Schedule, n: number): boolean {
  const step = schedule.steps[n];
  if (step?.kind !== 'enter' || n === 0) return false;
  const { runs } = schedule.lanes[step.lane] ?? {};
  return runs === step.function && stateAt(schedule, n - 1).lanes[step.lane]?.stack.length === 0;
}

function created(schedule: Schedule, child: number): string {
  const kind = schedule.lanes[child]?.kind;
  if (kind === 'loop') return 'an event loop';
  return `the ${kind ?? 'lane'} ${bold(schedule, child)}`;
}

function timerName({ callback }: StepOf<'set-timer'>): string {
  if (callback === undefined || callback === "sleep's timer") return 'a timer';
  return isAsyncios(callback) ? 'a timeout' : `a timer for ${code(callback)}`;
}

/** The call that sets a timer, where the program has it on this line. */
function setBy({ program }: Scene, { line, callback }: StepOf<'set-timer'>): string {
  const call = callOn(program, line, 'asyncio.sleep');
  return callback === "sleep's timer" && program.length > 0 && !call.endsWith('()`')
    ? `calls ${call}, which `
    : '';
}

function dropDeed({ schedule, times }: Scene, { timer, lane }: StepOf<'drop-timer'>): string {
  const { target, due } = setterOf(schedule, timer) ?? {};
  const whose =
    target === undefined || target === lane
      ? 'its timer'
      : `the timer of ${bold(schedule, target)}`;
  return `cancels ${whose}${due === undefined ? '' : `, due at ${times.full(due)}`}`;
}

/** What a lane does with its loop when it begins to wait; nothing for a thread, which is not shared by turns. */
function givesBack(scene: Scene, { lane, waits }: StepOf<'wait'>): string {
  const { schedule, here } = scene;
  if (waits.for === 'loop') return `lends its thread to the loop${here} and `;
  if (waits.for === 'resume' || waits.for === 'generator') return '';
  const starter = eagerStarter(scene, lane);
  if (starter !== undefined) return `pauses${here}, lets ${bold(schedule, starter)} go on and `;
  return ground(schedule, lane) === 'the loop' ? `gives the loop back${here} and ` : '';
}

/** Who runs a task inside its own turn, because that is eager and has not paused yet; else undefined. */
export function eagerStarter({ schedule, n }: Scene, lane: number): number | undefined {
  const begun = schedule.steps.findLast(
    (step, at) =>
      at < n && (step.kind === 'pick' || step.kind === 'resume') && step.target === lane,
  );
  return begun?.kind === 'resume' && schedule.lanes[lane]?.kind === 'task' ? begun.lane : undefined;
}

const USES: Record<StepOf<'use'>['does'], string> = {
  acquire: 'takes',
  release: 'releases',
  set: 'sets',
  clear: 'clears',
  notify: 'notifies those who wait on',
  arrive: 'arrives at',
  put: 'puts an item into',
  get: 'takes an item from',
  'task-done': 'marks an item done in',
  shutdown: 'shuts down',
};

function useDeed({ resources }: Schedule, { resource, does }: StepOf<'use'>): string {
  const { kind = 'lock', name = kind } = resources[resource] ?? {};
  if (kind === 'semaphore' && does === 'acquire') return `takes a place in ${code(name)}`;
  if (kind === 'semaphore' && does === 'release') return `gives its place in ${code(name)} back`;
  return `${USES[does]} ${kind === 'lock' ? 'the lock ' : ''}${code(name)}`;
}

function resumeDeed(schedule: Schedule, { target, with: way, value }: StepOf<'resume'>): string {
  const who = bold(schedule, target);
  if (schedule.lanes[target]?.kind === 'task') return `runs the eager task ${who} at once`;
  if (way === 'next') return `resumes ${who} with ${code('next()')}`;
  if (way === 'close') return `closes ${who}`;
  if (way === 'throw') return `throws an exception into ${who}`;
  return `sends ${value === undefined ? 'a value' : code(value)} into ${who}`;
}

function endDeed(schedule: Schedule, { lane, how, value, ...raised }: StepOf<'end'>): string {
  if (how === 'cancelled')
    return schedule.lanes[lane]?.kind === 'generator' ? 'ends, closed' : 'ends, cancelled';
  if (how === 'raised') return `ends with ${error(raised)}`;
  return value === undefined || value === 'None' ? 'ends' : `ends and returns ${code(value)}`;
}

/** "`ValueError: no such board`", as a traceback ends. */
export function error(raised: {
  exception?: string | undefined;
  message?: string | undefined;
}): string {
  const { exception = 'an exception' } = raised;
  const message = raised.message?.replace(/\s+/g, ' ').trim();
  if (!message) return code(exception);
  const flat = message.trim().replaceAll(/\s+/g, ' ');
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
  // The sentence has a full stop of its own.
  return code(`${exception}: ${short.replace(/\.$/, '')}`);
}

const LONGEST = 60;

/** The first line of a warning, without the place in the program: that is shown. */
export function complaint(text: string): string {
  return printed((text.split('\n')[0] ?? '').replace(/^\S+:\d+: /, ''));
}

/** What was printed, on one line and no longer than fits. */
export function printed(text: string, longest = LONGEST): string {
  const lines = text.replace(/\n$/, '').split('\n');
  // A group's traceback is drawn with a frame: its first words are told without it.
  const first = (lines.find((line) => line.trim() !== '') ?? '')
    .replace(/^[ |+-]+(?=\S)/, '')
    .trimEnd();
  const shown = first.length > longest ? withoutMiddle(first, longest) : first;
  if (lines.length > 1 && shown !== '')
    return `${code(shown)} and ${counted(lines.length - 1, 'more line')}`;
  // A point of its own would end the sentence.
  if (shown === '.') return 'a dot';
  if (shown === '') return lines.length > 1 ? counted(lines.length, 'empty line') : 'an empty line';
  return code(shown);
}

/** A message begins with what it is about and ends with what it says of that: "Executing <Task … took 0.402 seconds". */
function withoutMiddle(text: string, longest: number): string {
  const end = text
    .replace(/\.$/, '')
    .slice(-Math.floor(longest / 2))
    .replace(/^\S*\s/, '');
  const start = text.slice(0, longest - end.length - 2).replace(/\s\S*$/, '');
  return `${start} … ${end}`;
}

/** Of an exception that was told in full where it was raised. */
const LONGEST_END = 40;

/** The end of a traceback: its exception. */
export function lastLine(text: string): string {
  return printed((text.trimEnd().split('\n').at(-1) ?? '').replace(/\.$/, ''), LONGEST_END);
}
