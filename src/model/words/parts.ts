import type { Schedule, Step, Wait } from '../schedule.ts';
import { error, printed } from './deeds.ts';
import { code } from './markup.ts';
import { bold, count, counted, ground, isLoop, nameOf, ownPart } from './names.ts';
import { isAsyncios } from './scene.ts';
import { setterOf } from './timers.ts';
import { timeWords } from './time-words.ts';
import { waitsFor } from './waits.ts';

/** One thing that a turn does, in words that follow its lane's name. */
export interface Part {
  readonly kind: Step['kind'];
  /** With `OWN` where a print says what tells its lane from others. */
  readonly words: string;
}

/** Stands for a lane's own part of its name, so that turns which differ in nothing else are told together. */
export const OWN = '\u0001';

/** What a stretch of steps of one lane comes to; `many` gives the words for several lanes. */
export function partsOf(
  schedule: Schedule,
  steps: readonly Step[],
  lane: number,
  many: boolean,
): Part[] {
  if (isLoop(schedule, lane)) return loopParts(schedule, steps);
  const s = many ? '' : 's';
  const parts: Part[] = [];
  const add = (kind: Step['kind'], words: string) => {
    if (words) parts.push({ kind, words });
  };
  const all = <K extends Step['kind']>(kind: K) =>
    steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind);
  const said = new Set<string>();
  for (const step of steps) {
    switch (step.kind) {
      case 'create':
        if (!said.has('create'))
          add(
            'create',
            creates(
              schedule,
              all('create').map(({ child }) => child),
              s,
            ),
          );
        said.add('create');
        break;
      case 'print':
        if (!said.has('print'))
          add(
            'print',
            prints(
              schedule,
              all('print').map(({ text }) => text),
              lane,
              s,
            ),
          );
        said.add('print');
        break;
      case 'set-timer':
        add(
          'set-timer',
          `set${s} a ${step.callback === 'timeout' ? 'timeout' : 'timer'} due at ${timeWords(schedule).full(step.due)}`,
        );
        break;
      case 'wait': {
        const made = all('create').map(({ child }) => child);
        add('wait', waits(schedule, step.waits, made, said.has('set-timer'), many));
        break;
      }
      case 'queue':
        if (step.callback !== undefined && !isAsyncios(step.callback))
          add('queue', `ask${s} for a call of ${code(step.callback)}`);
        else if (step.cause.by === 'future')
          add('queue', `make${s} ${bold(schedule, step.target ?? 0)} ready`);
        break;
      default:
        add(step.kind, otherwise(schedule, step, s, said));
    }
    said.add(step.kind);
  }
  return parts;
}

function otherwise(schedule: Schedule, step: Step, s: string, said: ReadonlySet<string>): string {
  const times = timeWords(schedule);
  switch (step.kind) {
    case 'line':
      return step.lasts ? `compute${s} for ${times.full(step.lasts)}` : '';
    case 'drop-timer':
      return said.has('cancel') ? '' : `cancel${s} a timer`;
    case 'block':
      return ground(schedule, step.lane) === 'the loop'
        ? `block${s} the loop for ${times.full(step.lasts)}`
        : `sleep${s} for ${times.full(step.lasts)}`;
    case 'raise':
      return `raise${s} ${error(step)}`;
    case 'throw':
      return `get${s} ${code(step.exception)}`;
    case 'catch':
      if (step.by === 'except')
        return `catch${s && 'es'} ${said.has('throw') || said.has('raise') ? 'it' : code(step.exception)}`;
      return step.by === 'finally' ? `begin${s} ${s ? 'its' : 'their'} ${code('finally')}` : '';
    case 'cancel':
      return `cancel${s} ${step.target === step.lane ? 'itself' : bold(schedule, step.target)}`;
    case 'use':
      return uses(schedule, step.resource, step.does, s);
    case 'resume':
      return `resume${s} ${bold(schedule, step.target)}`;
    case 'yield':
      return `yield${s}${step.value === undefined ? '' : ` ${code(step.value)}`}`;
    case 'warn':
      return `draw${s} a ${code(step.category)}`;
    case 'end':
      if (schedule.lanes.some(({ on }) => on === step.lane)) return ''; // its loop has said so
      if (step.how === 'cancelled') return `end${s}, cancelled`;
      return step.how === 'raised' ? `end${s} with ${error(step)}` : `end${s}`;
    default:
      return '';
  }
}

/** The loop's own doing between two turns; nothing for what asyncio only passes on inside. */
function loopParts(schedule: Schedule, steps: readonly Step[]): Part[] {
  const parts: Part[] = [];
  const due = steps.flatMap((step) => (step.kind === 'due' ? [step.timer] : []));
  const [first] = due;
  const whose = first === undefined ? undefined : setterOf(schedule, first)?.target;
  if (due.length === 1 && whose !== undefined)
    parts.push({ kind: 'due', words: `finds the timer of ${bold(schedule, whose)} due` });
  else if (due.length > 0)
    parts.push({ kind: 'due', words: `finds ${counted(due.length, 'timer')} due` });
  const ready: number[] = [];
  for (const step of steps) {
    if (step.kind === 'cancel')
      parts.push({ kind: 'cancel', words: `cancels ${bold(schedule, step.target)}` });
    if (step.kind === 'call' && step.callback !== undefined && !isAsyncios(step.callback))
      parts.push({ kind: 'call', words: `calls ${code(step.callback)}` });
    if (step.kind === 'skip') parts.push({ kind: 'skip', words: 'drops a cancelled entry' });
    if (step.kind === 'warn')
      parts.push({ kind: 'warn', words: `complains: ${printed(step.text)}` });
    if (step.kind === 'print') parts.push({ kind: 'print', words: `prints ${printed(step.text)}` });
    if (
      step.kind === 'queue' &&
      step.callback === undefined &&
      step.cause.by !== 'start' &&
      step.target !== undefined
    )
      ready.push(step.target);
  }
  if (ready.length > 0 && !(ready.length === 1 && ready[0] === whose))
    parts.push({ kind: 'queue', words: `makes ${bold(schedule, ...ready)} ready` });
  const asleep = steps.find((step) => step.kind === 'sleep');
  if (asleep?.kind === 'sleep') {
    const until =
      asleep.until === undefined ? ' for good' : ` until ${timeWords(schedule).full(asleep.until)}`;
    parts.push({ kind: 'sleep', words: `finds nobody ready, sleeps${until}` });
  }
  return parts;
}

function creates(schedule: Schedule, children: readonly number[], s: string): string {
  const [only] = children;
  const kind = only === undefined ? undefined : schedule.lanes[only]?.kind;
  if (kind === 'loop') return '';
  if (children.length === 1 && only !== undefined) return `create${s} ${bold(schedule, only)}`;
  return `create${s} ${counted(children.length, kind ?? 'task')}`;
}

/** Up to two texts, else how many lines; a lane's own number or argument is left open. */
function prints(schedule: Schedule, texts: readonly string[], lane: number, s: string): string {
  const own = ownPart(nameOf(schedule, lane));
  const lines = texts.map((text) => {
    const words = code(text.replace(/\n$/, ''));
    return own
      ? words.replace(new RegExp(`(?<![\\w.])${escaped(own)}(?![\\w.])`, 'g'), OWN)
      : words;
  });
  if (lines.length > 2 || lines.some((line) => line.length > 40 || line.includes('\\n')))
    return `print${s} ${lines.length === 1 ? printed(texts.join('')) : `${count(lines.length)} lines`}`;
  return `print${s} ${lines.join(' and ')}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function waits(
  schedule: Schedule,
  wait: Wait,
  made: readonly number[],
  setTimer: boolean,
  many: boolean,
): string {
  const s = many ? '' : 's';
  if (wait.for === 'loop' || wait.for === 'generator' || wait.for === 'resume') return '';
  if (wait.for === 'timer') return setTimer ? `wait${s}` : waitsFor(schedule, wait, many);
  if (wait.for === 'turn') return `ask${s} for ${many ? 'their' : 'its'} next turn`;
  if (
    'lanes' in wait &&
    made.length > 0 &&
    wait.lanes.length === made.length &&
    wait.for !== 'any' &&
    wait.for !== 'shield'
  )
    return made.every((lane) => wait.lanes.includes(lane))
      ? `wait${s} for ${made.length === 1 ? 'it' : 'all of them'}`
      : waitsFor(schedule, wait, many);
  if (wait.for !== 'resource') return waitsFor(schedule, wait, many);
  const { kind, name = '' } = schedule.resources[wait.resource] ?? {};
  if (wait.until === 'free')
    return `find${s} ${kind === 'semaphore' ? 'no place' : `${code(name)} taken`}, wait${s} in line`;
  if (wait.until === 'item') return `find${s} ${code(name)} empty, wait${s}`;
  if (wait.until === 'space') return `find${s} ${code(name)} full, wait${s}`;
  return waitsFor(schedule, wait, many);
}

function uses(schedule: Schedule, resource: number, does: string, s: string): string {
  const { kind, name = '' } = schedule.resources[resource] ?? {};
  const of = code(name);
  if (kind === 'semaphore' && does === 'acquire') return `take${s} a place${s ? '' : ' each'}`;
  if (kind === 'semaphore' && does === 'release')
    return `leave${s} ${s ? 'its place' : 'their places'}`;
  const verbs: Record<string, string> = {
    acquire: `take${s} ${of}`,
    put: `put${s} an item into ${of}`,
    get: `take${s} an item from ${of}`,
    'task-done': `mark${s} an item done`,
    arrive: `arrive${s} at ${of}`,
    notify: `notif${s ? 'ies' : 'y'} ${of}`,
    shutdown: `shut${s} ${of} down`,
  };
  return verbs[does] ?? `${does}${s} ${of}`;
}
