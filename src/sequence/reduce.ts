import type { Schedule, Step, StepOf, Wait } from '#model/schedule.ts';
import { callOn, type Program } from '#model/words/code.ts';
import { plain } from '#model/words/markup.ts';
import { nameOf } from '#model/words/names.ts';
import { isAsyncios } from '#model/words/scene.ts';
import { stateAt } from '#model/state.ts';
import { timeWords } from '#model/words/time-words.ts';
import { setterOf } from '#model/words/timers.ts';
import type { Instant, Message, Note, Participant, Party, Remark } from './conversation.ts';
import { beginsAtOnce, hostOf } from './eager.ts';
import { names, printed, same, turnLabel, waitLabel, type Label } from './labels.ts';
import { laneParty, resourceParty } from './parties.ts';

/**
 * The reduction: of all steps of a stretch those that hand something over between two participants,
 * and what a participant says of itself. Everything else of a run is left to its timeline.
 */

export interface Stretch {
  readonly schedule: Schedule;
  readonly program: Program;
  /** Steps, both included. */
  readonly first: number;
  readonly last: number;
  readonly participants: readonly Participant[];
  /** Lines of the program that are shown as notes when a lane reaches them. */
  readonly lines: readonly number[];
}

type Said = Message | Note;

/** What is said in a stretch, in its order, with the clock wherever it has moved on. */
export function reduce(stretch: Stretch): readonly Remark[] {
  const { schedule, first, last } = stretch;
  const said: Said[] = [];
  for (let n = first; n <= last; n++) {
    const step = schedule.steps[n];
    if (!step) break;
    for (const one of remarks(stretch, step, n)) add(said, one, stretch);
  }
  return withClock(schedule, said);
}

/** Adds a remark, or joins it to the one before when both are one thing said in two steps. */
function add(said: Said[], one: Said, stretch: Stretch): void {
  const before = said.at(-1);
  if (before?.kind === 'message' && one.kind === 'message') {
    const joined = join(stretch.schedule, before, one);
    if (joined) return void said.splice(-1, 1, joined);
  }
  if (before?.kind === 'held' && one.kind === 'held' && before.over === one.over) {
    const { says, always } = heldLabel(stretch, [...before.steps, ...one.steps]);
    return void said.splice(-1, 1, {
      ...before,
      says,
      always,
      steps: [...before.steps, ...one.steps],
    });
  }
  said.push(one);
}

/** Tasks that are scheduled one after the other, and timers that are due together, are one message. */
function join(schedule: Schedule, before: Message, one: Message): Message | undefined {
  if (before.from !== one.from || before.to !== one.to) return undefined;
  const steps = [...before.steps, ...one.steps];
  const all = steps.map((n) => schedule.steps[n]);
  if (all.every((step) => step?.kind === 'create')) {
    const label = same(
      `schedules ${names(
        schedule,
        all.map((step) => step.child),
      )}`,
    );
    return { ...before, ...label, steps };
  }
  if (all.every((step) => step?.kind === 'due'))
    return { ...before, ...same('timers are due'), steps };
  return undefined;
}

function withClock(schedule: Schedule, said: readonly Said[]): readonly Remark[] {
  const times = timeWords(schedule);
  let now: number | undefined;
  return said.flatMap((one): Remark[] => {
    const [step = 0] = one.steps;
    const at = schedule.steps[step]?.at ?? 0;
    if (at === now) return [one];
    now = at;
    const start = schedule.steps.findIndex((other) => other.at === at);
    const instant: Instant = {
      kind: 'instant',
      at,
      says: times.full(at),
      always: '',
      steps: [start],
    };
    return [instant, one];
  });
}

/** What one step says, if both who say and who hear it are shown. */
function remarks(stretch: Stretch, step: Step, n: number): readonly Said[] {
  const { schedule, program, participants, lines } = stretch;
  const shown = (party: Party) => participants.some((one) => one.party === party);
  const me = laneParty(step.lane);
  const loop = loopOf(schedule, step.lane);
  const message = (
    from: Party,
    to: Party | undefined,
    label: Label,
    more: Partial<Message> = {},
  ): Said[] =>
    to !== undefined && shown(from) && shown(to)
      ? [{ kind: 'message', from, to, how: 'asks', steps: [n], ...label, ...more }]
      : [];
  const note = (label: Label, kind: Note['kind'] = 'note'): Said[] =>
    shown(me) ? [{ kind, over: me, steps: [n], ...label }] : [];
  const line =
    step.line !== undefined && lines.includes(step.line) && isFirstOnLine(schedule, step, n)
      ? note(same((program[step.line - 1] ?? '').replace(/\s+#.*$/, '').trim()))
      : [];
  return [...line, ...own()];

  function own(): readonly Said[] {
    switch (step.kind) {
      case 'create': {
        const kind = schedule.lanes[step.child]?.kind;
        if (kind === 'thread')
          return message(me, laneParty(step.child), same(`starts ${nameOf(schedule, step.child)}`));
        if (kind !== 'task' || schedule.lanes[step.lane]?.kind === 'thread') return [];
        if (beginsAtOnce(schedule, step, n)) return [];
        const to =
          loop !== undefined && shown(laneParty(loop)) ? laneParty(loop) : laneParty(step.child);
        if (to === me) return [];
        return message(me, to, same(`schedules ${nameOf(schedule, step.child)}`));
      }
      case 'pick': {
        const thrown = thrownIn(schedule, step, n);
        const label = thrown ? same(`${thrown.exception}`) : turnLabel(schedule, step, n);
        const target = laneParty(step.target);
        return message(me, target, label, { begins: target, steps: thrown ? [n, thrown.n] : [n] });
      }
      case 'wait': {
        if (step.waits.for === 'outside') return [];
        const label = waitLabel(schedule, step.waits, shown('timers'));
        const to = hostOf(schedule, step.lane, n) ?? schedule.lanes[step.lane]?.on;
        // That a thread begins is told where it is started.
        if (step.waits.for === 'started' || isIdle(schedule, step.waits)) return [];
        if (step.waits.for === 'loop') {
          const [ran] = step.waits.lanes;
          return ran === undefined ? [] : message(me, laneParty(ran), label);
        }
        if (to === undefined) return ownSleep(schedule, step, label).flatMap((one) => note(one));
        // Where no loop is shown, it is the lock or queue itself that is waited for.
        const at =
          step.waits.for === 'resource' && !shown(laneParty(to))
            ? resourceParty(step.waits.resource)
            : laneParty(to);
        return message(me, at, label, { how: 'answers', ends: me });
      }
      case 'set-timer': {
        const due = timeWords(schedule).full(step.due);
        const what = step.callback === 'timeout' ? 'timeout' : 'timer';
        return message(me, 'timers', { says: `${what}, due ${due}`, always: `a ${what}` });
      }
      case 'drop-timer':
        return message(me, 'timers', same('not needed any more'));
      case 'due': {
        const { target } = setterOf(schedule, step.timer) ?? {};
        if (target !== undefined && !shown(laneParty(target))) return [];
        const whose = target === undefined ? 'a timer' : `${nameOf(schedule, target)}'s timer`;
        return message('timers', me, same(`${whose} is due`), { how: 'answers' });
      }
      case 'call':
        return step.callback === undefined || isAsyncios(step.callback)
          ? []
          : message(me, me, same(`calls ${step.callback}()`));
      case 'net':
        return netRemarks(step);
      case 'signal':
        return note(same(step.name));
      case 'sleep':
        return step.until === undefined && step.sockets === undefined
          ? note(same('sleeps: nobody is ready, nothing is due'))
          : [];
      case 'cancel':
        return message(me, laneParty(step.target), same('cancel()'));
      case 'queue':
        return wake(step);
      case 'use':
        return message(me, resourceParty(step.resource), useLabel(schedule, step));
      case 'settle':
        return settled(step);
      case 'print':
        return step.stream === 'stdout' ? message(me, 'output', same(printed(step.text))) : [];
      case 'block':
        // What blocks for no time holds nobody up.
        if (step.lasts === 0) return [];
        return note(heldLabel(stretch, [n]), 'held');
      case 'line':
        return step.lasts === undefined ? [] : note(heldLabel(stretch, [n]), 'held');
      case 'raise':
        return endsWith(schedule, step, n) ? [] : note(same(`raises ${step.exception}`));
      case 'catch':
        if (step.by === 'with') return [];
        return note(same(step.by === 'except' ? clauseOf(program, step) : 'finally'));
      case 'end':
        return end(step);
      case 'resume': {
        const eager = schedule.lanes[step.target]?.kind === 'task';
        const words = eager ? 'begins at once' : resumeWords(program, step);
        return message(me, laneParty(step.target), same(words), {
          begins: laneParty(step.target),
        });
      }
      case 'yield': {
        const to = schedule.lanes[step.lane]?.on;
        const says = same(`yields ${step.value ?? ''}`.trim());
        return to === undefined
          ? []
          : message(me, laneParty(to), says, { how: 'answers', ends: me });
      }
      default:
        return [];
    }
  }

  /** A thread that waits for the call hears of it from the worker; a task hears of it through its loop. */
  function settled({ call, exception }: StepOf<'settle'>): readonly Said[] {
    const waiter = stateAt(schedule, n).lanes.findIndex(
      ({ waits }) => waits?.for === 'calls' && waits.calls.includes(call),
    );
    if (waiter < 0 || loopOf(schedule, waiter) !== undefined) return [];
    const label = exception === undefined ? `result of ${call}` : `${exception} from ${call}`;
    return message(me, laneParty(waiter), same(label), {
      how: exception === undefined ? 'answers' : 'fails',
    });
  }

  /** Another thread than the loop's puts something into its queue and wakes it. */
  function fromThread({ callback = '' }: StepOf<'queue'>): readonly Said[] {
    if (loop !== undefined || !isThread(schedule, step.lane)) return [];
    const before = schedule.steps[n - 1];
    const call = before?.kind === 'settle' ? before.call : undefined;
    const says =
      call === undefined ? `call_soon_threadsafe(${callback})` : `result of ${call}, wakes it`;
    return message(me, theOnlyLoop(schedule), same(says));
  }

  function wake(step: StepOf<'queue'>): readonly Said[] {
    if (step.callback !== undefined) return fromThread(step);
    if (step.target === undefined) return [];
    const to = laneParty(step.target);
    if (step.cause.by === 'resource') {
      const by = resourceParty(step.cause.resource);
      return message(shown(by) ? by : me, to, same('wakes'));
    }
    // That its loop has set it is what its turn says.
    const bySelf = schedule.lanes[step.lane]?.kind === 'loop' || me === to;
    return step.cause.by === 'future' && !bySelf ? message(me, to, same('sets its future')) : [];
  }

  /** What was sent; that it was read is a matter of the loop's, and told where the loop is shown. */
  function netRemarks(step: StepOf<'net'>): readonly Said[] {
    if (step.peer === undefined || step.does === 'receive') return [];
    const to = laneParty(step.peer);
    const failed = step.does === 'refuse' || step.does === 'reset';
    const how = failed
      ? 'fails'
      : schedule.lanes[step.lane]?.kind === 'server'
        ? 'answers'
        : 'asks';
    return message(me, to, same(netWords(step)), { how });
  }

  function end(step: StepOf<'end'>): readonly Said[] {
    const to = hostOf(schedule, step.lane, n) ?? schedule.lanes[step.lane]?.on;
    if (to === undefined) return [];
    const value =
      step.value === undefined || step.value === 'None' ? '' : ` ${printed(step.value)}`;
    const how = step.how === 'returned' ? 'answers' : 'fails';
    const says =
      step.how === 'returned'
        ? `returns${value}`
        : step.how === 'cancelled'
          ? 'ends, cancelled'
          : `ends with ${step.exception ?? 'an error'}`;
    return message(me, laneParty(to), same(says), { how, ends: me });
  }
}

function netWords({ does, text, bytes = 0 }: StepOf<'net'>): string {
  if (does === 'send') return text === undefined ? `${bytes} bytes` : printed(text);
  return {
    connect: 'connects',
    accept: 'accepts',
    refuse: 'refuses',
    reset: 'breaks off',
    end: 'closes',
  }[does as 'connect'];
}

/** A thread that waits on its own sleeps; a sleep that is over at once is none. */
function ownSleep(
  schedule: Schedule,
  { waits, at }: StepOf<'wait'>,
  label: Label,
): readonly Label[] {
  if (waits.for !== 'timer') return [label];
  const { due = at } = setterOf(schedule, waits.timer) ?? {};
  return due === at
    ? []
    : [{ says: `sleeps until ${timeWords(schedule).full(due)}`, always: 'sleeps' }];
}

/** A worker of an executor that has no call. */
function isIdle({ resources }: Schedule, waits: Wait): boolean {
  return waits.for === 'resource' && resources[waits.resource]?.kind === 'executor';
}

function loopOf({ lanes }: Schedule, lane: number): number | undefined {
  let on: number | undefined = lane;
  while (on !== undefined && lanes[on]?.kind !== 'loop') on = lanes[on]?.on;
  return on;
}

const isThread = ({ lanes }: Schedule, lane: number): boolean => lanes[lane]?.kind === 'thread';

/** Into which loop a thread puts something, where there is no choice. */
function theOnlyLoop({ lanes }: Schedule): Party | undefined {
  const loops = lanes.flatMap(({ kind }, lane) => (kind === 'loop' ? [lane] : []));
  const [only] = loops;
  return loops.length === 1 && only !== undefined ? laneParty(only) : undefined;
}

/** The exception with which a task's turn begins. */
function thrownIn(schedule: Schedule, { target }: StepOf<'pick'>, n: number) {
  for (let at = n + 1; at < schedule.steps.length; at++) {
    const step = schedule.steps[at];
    if (step?.lane !== target) return undefined;
    if (step.kind === 'throw') return { n: at, exception: step.exception };
    // Before it is thrown in, its timer is dropped.
    if (step.kind !== 'drop-timer') return undefined;
  }
  return undefined;
}

/** Whether the lane's next deed is to end with the very exception: then its end says it. */
function endsWith(schedule: Schedule, { lane, exception }: StepOf<'raise'>, n: number): boolean {
  const next = schedule.steps.find(
    (step, at) => at > n && step.lane === lane && step.kind !== 'leave' && step.kind !== 'raise',
  );
  return next?.kind === 'end' && next.how === 'raised' && next.exception === exception;
}

/** A line is noted once for each time that a lane comes to it. */
function isFirstOnLine({ steps }: Schedule, { lane, line, kind }: Step, n: number): boolean {
  if (kind === 'enter' || kind === 'leave' || kind === 'drop-timer' || kind === 'throw')
    return false;
  const before = steps.findLast(
    (step, at) => at < n && step.lane === lane && step.kind !== 'throw',
  );
  return before === undefined || before.line !== line || before.kind === 'wait';
}

/** The call that resumes a generator, as the program writes it; a `for` writes none. */
function resumeWords(program: Program, { line, with: way }: StepOf<'resume'>): string {
  const code = program[(line ?? 0) - 1] ?? '';
  const call = [way, 'send', 'next'].find((name) => code.includes(`${name}(`)) ?? way;
  return plain(callOn(program, line, call));
}

function useLabel(schedule: Schedule, step: StepOf<'use'>): Label {
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
function heldLabel({ schedule, program }: Stretch, steps: readonly number[]): Label {
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
  const holds = lane === undefined ? ':' : ': holds the loop';
  return {
    says: `${what}${holds} ${timeWords(schedule).full(lasts)}`,
    always: `${what}${holds}`,
  };
}

/** "except TimeoutError", as the program writes it, without the name that it gives the exception. */
function clauseOf(program: Program, { line, exception }: StepOf<'catch'>): string {
  const clause = /^except\b.*?(?=\s+as\s|:)/.exec((program[(line ?? 0) - 1] ?? '').trim())?.[0];
  return clause ?? `except ${exception}`;
}
