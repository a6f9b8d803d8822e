import type { Schedule, Step, StepOf } from '../schedule.ts';
import { complaint, printed } from './deeds.ts';
import { code } from './markup.ts';
import { bold, counted, isLoop } from './names.ts';
import { netDeed } from './net.ts';
import { outsideParts } from './outside-parts.ts';
import type { Part } from './parts.ts';
import { isAsyncios } from './scene.ts';
import { timeWords } from './time-words.ts';
import { setterOf } from './timers.ts';

/** What goes on between two turns, outside and in the loop; nothing for what asyncio only passes on inside. */
export function loopParts(schedule: Schedule, steps: readonly Step[]): Part[] {
  const parts: Part[] = outsideParts(schedule, steps);
  const due = steps.flatMap((step) =>
    step.kind === 'due' ? (setterOf(schedule, step.timer) ?? []) : [],
  );
  const [first] = due;
  if (first?.target !== undefined && due.length === 1) {
    const what = first.callback === 'timeout' ? 'timeout' : 'timer';
    parts.push({ kind: 'due', words: `finds the ${what} of ${bold(schedule, first.target)} due` });
  } else if (due.length > 0)
    parts.push({ kind: 'due', words: `finds ${counted(due.length, 'timer')} due` });

  const cancelled = steps.flatMap((step) => (step.kind === 'cancel' ? [step.target] : []));
  if (cancelled.length > 0)
    parts.push({ kind: 'cancel', words: `cancels ${bold(schedule, ...cancelled)}` });
  const came = steps.filter((step) => isJustSent(step, steps));
  if (came.length > 0)
    parts.push({ kind: 'net', words: came.length === 1 ? 'reads it' : 'reads them' });
  for (const step of steps) {
    const words = came.includes(step) ? '' : alone(schedule, step);
    if (words) parts.push({ kind: step.kind, words });
  }

  const ready = steps.flatMap((step) =>
    step.kind === 'queue' && step.callback === undefined && step.cause.by !== 'start'
      ? (step.target ?? [])
      : [],
  );
  // That the one whose timer was due is ready goes without saying.
  if (ready.length > 1 || (ready.length === 1 && (due.length !== 1 || ready[0] !== first?.target)))
    parts.push({ kind: 'queue', words: `makes ${bold(schedule, ...new Set(ready))} ready` });

  const asleep = steps.find((step) => step.kind === 'sleep');
  if (asleep?.kind === 'sleep') {
    parts.push({
      kind: 'sleep',
      words: `finds nobody ready, sleeps ${sleepsUntil(schedule, asleep)}`,
    });
  }
  return parts;
}

/** Without a timer only another thread can wake it; where none does, it sleeps to the end of all. */
function sleepsUntil(schedule: Schedule, asleep: StepOf<'sleep'>): string {
  if (asleep.until !== undefined) return `until ${timeWords(schedule).full(asleep.until)}`;
  if (asleep.sockets !== undefined) return 'until a socket is ready';
  const { steps } = schedule;
  const wakes = steps.slice(steps.indexOf(asleep) + 1).some(({ lane }) => lane === asleep.lane);
  return wakes ? 'until a thread wakes it' : 'for good';
}

/** Whether the loop reads what it has just been told that somebody sent. */
function isJustSent(step: Step, steps: readonly Step[]): boolean {
  return (
    step.kind === 'net' &&
    step.does === 'receive' &&
    steps.some(
      (sent) =>
        sent.kind === 'net' &&
        sent.does === 'send' &&
        sent.lane === step.peer &&
        sent.bytes === step.bytes,
    )
  );
}

function alone(schedule: Schedule, step: Step): string {
  switch (step.kind) {
    case 'call':
      return step.callback === undefined || isAsyncios(step.callback)
        ? ''
        : `calls ${code(step.callback)}`;
    case 'skip':
      return 'drops a cancelled entry';
    case 'warn':
      return `is running when Python complains: ${complaint(step.text)}`;
    case 'print':
      return `prints ${printed(step.text)}`;
    case 'net':
      return isLoop(schedule, step.lane) ? netDeed(schedule, step) : '';
    case 'signal':
      return `takes the signal ${code(step.name)}`;
    default:
      return '';
  }
}
