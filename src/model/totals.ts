import type { Schedule } from './schedule.ts';
import type { Span } from './spans.ts';

/** How long one lane has been in each state, in microseconds. */
export type LaneTotals = Readonly<Record<Span['state'], number>>;

/** For each lane the sums of its spans, as far as they lie before a clock reading. */
export function totalsBefore(
  { lanes }: Schedule,
  spans: readonly (readonly Span[])[],
  at: number,
): readonly LaneTotals[] {
  return lanes.map((_, lane) => {
    const totals = { running: 0, ready: 0, waiting: 0, blocked: 0 };
    for (const { state, from, to } of spans[lane] ?? [])
      totals[state] += Math.max(0, Math.min(to, at) - from);
    return totals;
  });
}
