import { scaleLinear, tickStep } from 'd3';
import type { Schedule } from '#model/schedule.ts';
import { spansOf } from '#model/spans.ts';
import { totalOf } from '#model/total.ts';
import { instantsOf } from '#model/turns.ts';

/** The strip's axis: where a clock reading lies, as a fraction of the strip's width. */
export interface TimeScale {
  /** 0 at the start of the run, 1 at the end of the axis. */
  at(microseconds: number): number;
  /** Clock readings of the ticks; `major` ones carry their number. */
  readonly ticks: readonly { readonly at: number; readonly major: boolean }[];
  /** Stretches that were folded to a labelled gap. */
  readonly folds: readonly { readonly from: number; readonly to: number }[];
}

/** A stretch in which nobody does anything folds when it is longer than this part of the run ... */
const FOLD_FROM = 0.8;
/** ... and than this many times all the rest together; it is then as wide as this part of the strip. */
const FOLD_RATIO = 20;
const FOLDED_WIDTH = 0.12;

/** Enough numbers to read a bar's ends, few enough to leave air. */
const MAJOR_TICKS = 4;
const MINOR_PER_MAJOR = 5;

/** The scale of one schedule, or of two that share an axis: `end` is then the longer total. */
export function timeScale(schedule: Schedule, end = totalOf(schedule)): TimeScale {
  const folds = foldsOf(schedule, end);
  const domain = [0, ...folds.flatMap(({ from, to }) => [from, to]), end];
  const kept = end - folds.reduce((sum, { from, to }) => sum + to - from, 0);
  const widths = folds.length * FOLDED_WIDTH;
  const range: number[] = [0];
  for (let i = 1; i < domain.length; i++) {
    const length = (domain[i] ?? 0) - (domain[i - 1] ?? 0);
    const isFold = i % 2 === 0;
    range.push(
      (range.at(-1) ?? 0) + (isFold ? FOLDED_WIDTH : (length / (kept || 1)) * (1 - widths)),
    );
  }
  const scale = scaleLinear().domain(domain).range(range);
  return {
    at: (microseconds) => (end === 0 ? 0 : scale(microseconds)),
    ticks: ticksOf(end, folds),
    folds,
  };
}

/** Ticks at round clock readings; the last is the end of the run, whether it is round or not. */
function ticksOf(end: number, folds: TimeScale['folds']): TimeScale['ticks'] {
  if (end === 0) return [{ at: 0, major: true }];
  const major = wholeStep(end, MAJOR_TICKS);
  const minor = major / MINOR_PER_MAJOR;
  const ticks = [];
  for (let i = 0; i * minor < end - minor / 2; i++)
    ticks.push({ at: i * minor, major: i % MINOR_PER_MAJOR === 0 });
  // The number at the end needs room: a round one just before it loses its own.
  const last = ticks.findLast((tick) => tick.major);
  if (last && last.at > 0 && end - last.at < major * 0.6) last.major = false;
  ticks.push({ at: end, major: true });
  return ticks.filter(({ at }) => !folds.some(({ from, to }) => from < at && at < to));
}

const SECOND = 1e6;
/** Round steps where ten is not round: seconds in a minute, minutes in an hour. */
const CLOCK_STEPS = [15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600].map((s) => s * SECOND);

/** A round step in microseconds, for about so many ticks. */
function wholeStep(end: number, count: number): number {
  const hour = 3600 * SECOND;
  if (end < 90 * SECOND) return tickStep(0, end, count);
  if (end > 6 * hour) return tickStep(0, end / hour, count) * hour;
  return CLOCK_STEPS.find((step) => end / step <= count + 1) ?? hour;
}

/** Where every lane waits (or none is there) for so long that all else would be a sliver. */
function foldsOf(schedule: Schedule, end: number): TimeScale['folds'] {
  const instants = instantsOf(schedule);
  const busy = spansOf(schedule)
    .flat()
    .filter(({ state, from, to }) => state !== 'waiting' && to > from);
  return instants.flatMap(({ at: from }, i) => {
    const to = instants[i + 1]?.at ?? from;
    const length = to - from;
    const rest = end - length;
    const isIdle = !busy.some((span) => span.from < to && span.to > from);
    return isIdle && instants.length > 4 && length > end * FOLD_FROM && length > rest * FOLD_RATIO
      ? [{ from, to }]
      : [];
  });
}
