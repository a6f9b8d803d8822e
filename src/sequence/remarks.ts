import type { Step, StepOf } from '#model/schedule.ts';
import { nameOf } from '#model/words/names.ts';
import { isAsyncios } from '#model/words/scene.ts';
import { stateAt } from '#model/state.ts';
import { timeWords } from '#model/words/time-words.ts';
import { setterOf } from '#model/words/timers.ts';
import {
  endsWith,
  isFirstOnLine,
  isIdle,
  isThread,
  loopOf,
  ownSleep,
  receiverOf,
  theOnlyLoop,
  thrownIn,
} from './around.ts';
import type { Message, Note, Party } from './conversation.ts';
import { beginsAtOnce, hostOf } from './eager.ts';
import { printed, same, turnLabel, waitLabel, type Label } from './labels.ts';
import { laneParty, resourceParty } from './parties.ts';
import {
  clauseOf,
  heldLabel,
  netWords,
  pickledLabel,
  resumeWords,
  startLabel,
  useLabel,
} from './step-words.ts';
import type { Said, Stretch } from './stretch.ts';

/** What one step says, if both who say and who hear it are shown. */
export function remarks(stretch: Stretch, step: Step, n: number): readonly Said[] {
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
          return message(me, laneParty(step.child), startLabel(schedule, step));
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
      case 'transfer':
        return transferred(step);
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

  /** Into a queue that is shown and out of it, or straight to the lane of the other process. */
  function transferred(step: StepOf<'transfer'>): readonly Said[] {
    const queue = resourceParty(step.resource ?? -1);
    const isSent = step.does === 'send';
    const label = pickledLabel(step);
    if (shown(queue) && schedule.resources[step.resource ?? -1]?.kind === 'queue')
      return isSent ? message(me, queue, label) : message(queue, me, label, { how: 'answers' });
    const receiver = isSent ? receiverOf(schedule, n) : undefined;
    return receiver === undefined ? [] : message(me, laneParty(receiver), label);
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
          ? `ends, ${schedule.lanes[step.lane]?.kind === 'generator' ? 'closed' : 'cancelled'}`
          : `ends with ${step.exception ?? 'an error'}`;
    return message(me, laneParty(to), same(says), { how, ends: me });
  }
}
