import type { Schedule, Step, StepOf } from '../schedule.ts';
import { stateAt } from '../state.ts';
import { callOn, isAsync, statement } from './code.ts';
import { code } from './markup.ts';
import { bold, counted, ground, isLoop } from './names.ts';
import { entryName, type Scene } from './scene.ts';
import { dueOf, waitsFor } from './waits.ts';

/** What a step's lane does in it, without its name and without a reason: "sets a timer due at 1.0 s". */
export function deed(scene: Scene): string {
  const { schedule, program, step, times, n } = scene;
  switch (step.kind) {
    case 'line':
      return lineDeed(scene, step);
    case 'enter':
      if (isOwnFunction(schedule, n)) return `begins ${code(`${step.function}()`)}`;
      return isAsync(program, step.line)
        ? `steps into ${code(`${step.function}()`)}`
        : `calls ${code(`${step.function}()`)}`;
    case 'leave':
      return `leaves ${code(`${step.function}()`)}`;
    case 'create':
      return `creates ${created(schedule, step.child)}`;
    case 'queue':
      return `puts ${entryName(schedule, step)} at the end of the ready queue`;
    case 'pick':
      return `picks ${bold(schedule, step.target)} from the head of the ready queue`;
    case 'call':
      return `calls ${entryName(schedule, { callback: 'a callback', ...step })}`.replace(
        '`a callback`',
        'a callback',
      );
    case 'skip':
      return 'drops a cancelled entry from the head of the ready queue';
    case 'set-timer':
      return `sets ${timerName(step)} due at ${times.full(step.due)}`;
    case 'drop-timer':
      return dropDeed(scene, step);
    case 'due': {
      const set = setterOf(schedule, step.timer);
      return set?.target === undefined
        ? 'finds a timer due'
        : `finds the timer of ${bold(schedule, set.target)} due`;
    }
    case 'wait':
      return `${givesBack(schedule, step)}${waitsFor(schedule, step.waits)}`;
    case 'block':
      return `calls ${callOn(program, step.line, step.call)} and holds ${ground(schedule, step.lane)} for ${times.full(step.lasts)}`;
    case 'sleep':
      return step.until === undefined
        ? 'finds nobody ready and no timer set, and sleeps'
        : `finds nobody ready and sleeps until ${times.full(step.until)}`;
    case 'print':
      return `${step.stream === 'stdout' ? 'prints' : 'writes to stderr:'} ${printed(step.text)}`;
    case 'warn':
      return `${isLoop(schedule, step.lane) ? 'complains' : 'makes Python complain'}: ${printed(step.text)}`;
    case 'raise':
      return `raises ${error(step)}`;
    case 'throw':
      return `gets ${error(step)} at the place where it waited`;
    case 'catch':
      if (step.by === 'except') return `catches ${error(step)}`;
      return `begins its ${code(step.by)} ${step.by === 'with' ? 'exit' : 'block'}, with ${error(step)} under way`;
    case 'cancel':
      return step.target === step.lane
        ? 'asks for its own cancellation'
        : `asks for the cancellation of ${bold(schedule, step.target)}`;
    case 'use':
      return useDeed(schedule, step);
    case 'resume':
      return resumeDeed(schedule, step);
    case 'yield':
      return `yields${step.value === undefined ? '' : ` ${code(step.value)}`}`;
    case 'end':
      return endDeed(step);
  }
}

function lineDeed({ schedule, program, times }: Scene, step: StepOf<'line'>): string {
  const here = statement(program, step.line) ?? `line ${step.line ?? '?'}`;
  const what =
    step.count === undefined ? `reaches ${here}` : `runs ${step.count} lines up to ${here}`;
  if (!step.lasts) return what;
  return `${what}, and keeps ${ground(schedule, step.lane)} for ${times.full(step.lasts)}`;
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

function timerName({ callback = '' }: StepOf<'set-timer'>): string {
  if (/_on_timeout$/.test(callback)) return 'a timeout';
  return !callback || /_set_result_unless_cancelled$/.test(callback)
    ? 'a timer'
    : `a timer for ${code(callback)}`;
}

export function setterOf({ steps }: Schedule, timer: number): StepOf<'set-timer'> | undefined {
  return steps.find((step) => step.kind === 'set-timer' && step.timer === timer) as
    StepOf<'set-timer'> | undefined; // find does not narrow by its own test here
}

function dropDeed({ schedule, times }: Scene, { timer, lane }: StepOf<'drop-timer'>): string {
  const { target } = setterOf(schedule, timer) ?? {};
  const due = dueOf(schedule, timer);
  const whose =
    target === undefined || target === lane
      ? 'its timer'
      : `the timer of ${bold(schedule, target)}`;
  return `cancels ${whose}${due === undefined ? '' : `, due at ${times.full(due)}`}`;
}

/** What a lane does with its loop when it begins to wait; nothing for a thread, which is not shared by turns. */
function givesBack(schedule: Schedule, { lane, waits }: StepOf<'wait'>): string {
  if (waits.for === 'loop') return 'lends its thread to the loop and ';
  if (ground(schedule, lane) !== 'the loop' || waits.for === 'resume') return '';
  return waits.for === 'generator' ? '' : 'gives the loop back and ';
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
  if (way === 'next') return `resumes ${who} with ${code('next()')}`;
  if (way === 'close') return `closes ${who}`;
  return `${way === 'send' ? 'sends' : 'throws'} ${value === undefined ? 'a value' : code(value)} into ${who}`;
}

function endDeed({ how, value, ...raised }: StepOf<'end'>): string {
  if (how === 'cancelled') return 'ends, cancelled';
  if (how === 'raised') return `ends with ${error(raised)}`;
  return value === undefined || value === 'None' ? 'ends' : `ends and returns ${code(value)}`;
}

/** "`ValueError: no such board`", as a traceback ends. */
export function error(raised: {
  exception?: string | undefined;
  message?: string | undefined;
}): string {
  const { exception = 'an exception', message } = raised;
  return code(message ? `${exception}: ${message}` : exception);
}

const LONGEST = 60;

/** What was printed, on one line and no longer than fits. */
export function printed(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const [first = ''] = lines;
  const shown = first.length > LONGEST ? `${first.slice(0, LONGEST - 1)}…` : first;
  if (lines.length > 1) return `${code(shown)} and ${counted(lines.length - 1, 'more line')}`;
  return shown === '' ? 'an empty line' : code(shown);
}

/** Whether a step says something about its lane's own doing, and not about the queue or the clock. */
export function isInner({ kind }: Step): boolean {
  return kind === 'line' || kind === 'enter' || kind === 'leave';
}
