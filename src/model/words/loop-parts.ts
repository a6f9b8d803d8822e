import type { Schedule, Step, StepOf } from '../schedule.ts';
import { printed } from './deeds.ts';
import { code } from './markup.ts';
import { bold, counted } from './names.ts';
import type { Part } from './parts.ts';
import { isAsyncios } from './scene.ts';
import { timeWords } from './time-words.ts';
import { setterOf } from './timers.ts';

/** The loop's own doing between two turns; nothing for what asyncio only passes on inside. */
export function loopParts(schedule: Schedule, steps: readonly Step[]): Part[] {
  const parts: Part[] = [];
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
  for (const step of steps) {
    const words = alone(step);
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
  const { steps } = schedule;
  const wakes = steps.slice(steps.indexOf(asleep) + 1).some(({ lane }) => lane === asleep.lane);
  return wakes ? 'until a thread wakes it' : 'for good';
}

function alone(step: Step): string {
  switch (step.kind) {
    case 'call':
      return step.callback === undefined || isAsyncios(step.callback)
        ? ''
        : `calls ${code(step.callback)}`;
    case 'skip':
      return 'drops a cancelled entry';
    case 'warn':
      return `is running when Python complains: ${printed(step.text)}`;
    case 'print':
      return `prints ${printed(step.text)}`;
    default:
      return '';
  }
}
