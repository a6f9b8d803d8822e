import type { Schedule } from '../schedule.ts';
import { spansOf, type Span } from '../spans.ts';
import { totalOf } from '../total.ts';
import { setterOf } from './timers.ts';

/** Who holds a thread for long, and who is kept waiting by that. */

export type Long = (lane: number, state: Span['state']) => readonly Span[];

/** Spans that take time. */
export function longSpans(schedule: Schedule): Long {
  const spans = spansOf(schedule);
  return (lane, state) =>
    (spans[lane] ?? []).filter((span) => span.state === state && span.to > span.from);
}

/** Whether a lane keeps its thread for a good part of the run, blocking or computing. */
export function holds(schedule: Schedule, long: Long, lane: number): boolean {
  const spans = [...long(lane, 'blocked'), ...long(lane, 'running')];
  return (
    spans.reduce((sum, { from, to }) => sum + to - from, 0) >= totalOf(schedule) / 10 &&
    spans.length > 0
  );
}

/** Whether a lane is ready and not picked, or its timer is due and not found. */
export function isKeptWaiting(schedule: Schedule, long: Long, lane: number): boolean {
  const late = long(lane, 'waiting').some(
    ({ waits, to }) =>
      waits?.for === 'timer' && (setterOf(schedule, waits.timer)?.due ?? Infinity) < to,
  );
  return late || long(lane, 'ready').length > 0;
}

/** Whether one of these begins to hold its thread before another has done so for the last time. */
export function takeTurns(long: Long, lanes: readonly number[]): boolean {
  return overlap(
    lanes.map((lane) => {
      const spans = [...long(lane, 'blocked'), ...long(lane, 'running')];
      const from = Math.min(...spans.map((span) => span.from));
      const to = Math.max(...spans.map((span) => span.to));
      return spans.slice(0, 1).map((span) => ({ ...span, from, to }));
    }),
  );
}

/** Whether spans of two lanes share more than an instant. */
export function overlap(lanes: readonly (readonly Span[])[]): boolean {
  const spans = lanes.flat().toSorted((a, b) => a.from - b.from);
  let end = -1;
  return spans.some(({ from, to }) => {
    const shares = from < end;
    end = Math.max(end, to);
    return shares;
  });
}
