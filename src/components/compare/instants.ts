import type { KeyStep } from '#model/example.ts';
import type { Schedule } from '#model/schedule.ts';
import { instantsOf, stepAtClock } from '#model/turns.ts';
import { markupToHtml } from '#model/words/markup.ts';
import { addressOf, stepOf } from '#model/words/moments.ts';
import { sentenceAt } from '#model/words/sentences.ts';
import type { CompareInstant } from './data.ts';

/** One of the two recordings that are compared. */
export interface ComparedRun {
  readonly example: { readonly title: string; readonly steps: readonly KeyStep[] };
  readonly program: string;
  readonly schedule: Schedule;
  /** The numbers of those lines that are shown. */
  readonly shown: ReadonlySet<number>;
}

/** Which recording an address speaks of. */
const SIDES = ['left', 'right'];

/** The instants of both recordings, merged, and what each is called and says at them. */
export function mergedInstants(
  runs: readonly ComparedRun[],
  onAxis: { readonly place: (at: number) => number; readonly clock: (at: number) => string },
): readonly CompareInstant[] {
  const clocks = new Set(runs.flatMap(({ schedule }) => instantsOf(schedule).map(({ at }) => at)));
  return [...clocks]
    .sort((a, b) => a - b)
    .map((at) => ({
      at,
      place: Math.round(onAxis.place(at) * 1e5) / 1e5,
      clock: onAxis.clock(at),
      says: runs.map((run) => sentence(run, at)).join('<br>'),
      moments: [...new Set(runs.flatMap((run, i) => momentsAt(run, at, SIDES[i] ?? '')))],
      lines: runs.map((run) => lineAt(run, at) ?? null),
    }));
}

function sentence({ example, program, schedule }: ComparedRun, at: number): string {
  const step = stepAtClock(schedule, at);
  return markupToHtml(`${example.title}: ${sentenceAt(schedule, step, program.split('\n'), at)}`);
}

/** What this instant is called on a side that has it: by its last step first, then by its other key steps. */
function momentsAt({ example, schedule }: ComparedRun, at: number, side: string): string[] {
  const instant = instantsOf(schedule).find((one) => one.at === at);
  if (!instant) return [];
  const keys = example.steps.filter(({ when }) => {
    const step = stepOf(schedule, when);
    return step !== undefined && instant.first <= step && step <= instant.last;
  });
  const own = addressOf(schedule, instant.last, example.steps);
  return [own, ...keys.map(({ slug }) => slug)].map((moment) => `${side}-${moment}`);
}

/** The line among those shown that somebody who is not done stands on, or called from; whoever moved last comes first. */
function lineAt({ schedule, shown }: ComparedRun, at: number): number | undefined {
  const last = stepAtClock(schedule, at);
  const going = [...callsAt(schedule, last)].filter(([lane]) => {
    const { ended } = schedule.lanes[lane] ?? {};
    return ended === undefined || ended > last;
  });
  return going.flatMap(([, lines]) => lines).findLast((line) => shown.has(line));
}

/** For each lane the lines of its calls, outermost first; the lane that moved last stands last. */
function callsAt({ steps }: Schedule, last: number): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>();
  for (const { kind, lane, line } of steps.slice(0, last + 1)) {
    const lines = calls.get(lane) ?? [0];
    calls.delete(lane);
    calls.set(lane, lines);
    if (kind === 'enter') lines.push(line ?? 0);
    else if (kind === 'leave') lines.pop();
    else if (line !== undefined) lines[lines.length - 1] = line;
  }
  return calls;
}
