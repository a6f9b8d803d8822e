import { endingOf, type LifeEnd } from '#model/ending.ts';
import type { Schedule, Wait } from '#model/schedule.ts';
import { isEndless, spansOf, type Span } from '#model/spans.ts';
import { totalOf } from '#model/total.ts';
import { hasThreads, spanDoing } from '#model/processors.ts';
import { bandsOf, type Band } from './bands.ts';
import { isOutside } from '#model/state.ts';
import { shownLanes } from './shown-lanes.ts';
import { timeScale, type TimeScale } from './scale.ts';

/** Numbers of a strip: lanes under one another, seconds across. Fractions are of the strip's width. */
export interface Strip {
  readonly scale: TimeScale;
  readonly lanes: readonly StripLane[];
  /** What the threads among them share, below them. */
  readonly bands: readonly Band[];
}

export interface StripLane {
  readonly lane: number;
  readonly name: string;
  readonly isLoop: boolean;
  /** A host or a client, which runs nothing of the program. */
  readonly isOutside: boolean;
  /** Bars that have a width. */
  readonly bars: readonly Bar[];
  /** Places where the lane ran without time passing. */
  readonly ticks: readonly { readonly x: number; readonly step: number }[];
  /** Stretches in which it held a lock or a place. */
  readonly holds: readonly { readonly from: number; readonly to: number }[];
  /** Cancellations that struck it: where, and at which step. */
  readonly cancels: readonly { readonly x: number; readonly step: number }[];
  readonly end: { readonly x: number; readonly how: LifeEnd; readonly step: number };
}

export interface Bar {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** `asleep` and `stuck` are what the loop's own waiting is, `serving` what somebody outside works on. */
  readonly mark:
    'running' | 'ready' | 'overdue' | 'waiting' | 'blocked' | 'asleep' | 'stuck' | 'serving';
  /** Whether its thread has the GIL meanwhile, or asks for it. */
  readonly gil?: 'has' | 'asks' | undefined;
  /** It would never have ended: everybody waits and nothing is due. */
  readonly endless: boolean;
  /** The wait was cut short by a cancellation or an exception that was thrown in. */
  readonly torn: boolean;
}

/** Ready, or due without anybody who looks: not who asks for the GIL. */
export function isKept({ mark, gil }: Bar): boolean {
  return !gil && (mark === 'ready' || mark === 'overdue');
}

export interface StripOptions {
  /** Lane numbers in the order wanted. */
  readonly lanes?: readonly number[] | undefined;
  /** Where the axis ends, for two strips on one axis; microseconds. */
  readonly end?: number | undefined;
}

export function layoutStrip(schedule: Schedule, options: StripOptions = {}): Strip {
  const scale = timeScale(schedule, options.end ?? axisEnd(schedule));
  const spans = spansOf(schedule);
  const shown = options.lanes ?? shownLanes(schedule);
  const lanes = shown.map((lane) => layoutLane(schedule, spans, scale, lane));
  return { scale, lanes, bands: bandsOf(schedule, scale) };
}

/** Behind a deadlock the axis goes on, for the waits that never end. */
const DEADLOCK_PART = 0.4;
const SECOND = 1e6;

function axisEnd(schedule: Schedule): number {
  const total = totalOf(schedule);
  if (schedule.ends.how !== 'deadlock') return total;
  return total === 0 ? SECOND : total / (1 - DEADLOCK_PART);
}

function layoutLane(
  schedule: Schedule,
  all: readonly Span[][],
  scale: TimeScale,
  lane: number,
): StripLane {
  const spans = all[lane] ?? [];
  const { name = '', kind } = schedule.lanes[lane] ?? {};
  const { how, step: ended } = endingOf(schedule, lane);
  const last = ended ?? schedule.steps.length - 1;
  return {
    lane,
    name,
    isLoop: kind === 'loop',
    isOutside: isOutside(schedule, lane),
    bars: withoutSeams(
      spans
        .flatMap((span) => splitAtDeadline(schedule, span))
        .filter(({ span }) => span.to > span.from || isEndless(schedule, span))
        .filter(({ span: { waits } }) => waits?.for !== 'outside' || isBusy(waits))
        .map(({ span, mark }) => ({
          span,
          from: scale.at(span.from),
          to: isEndless(schedule, span) ? 1 : scale.at(span.to),
          endless: isEndless(schedule, span),
          gil: kind === 'loop' ? undefined : gilOf(schedule, span),
          mark: markOf(schedule, span, mark),
          torn: isTorn(schedule, span),
        })),
    ),
    ticks: spans
      .filter(({ state, from, to }) => state === 'running' && to === from)
      .filter(({ from }, i, list) => list[i - 1]?.from !== from)
      .map(({ from, first }) => ({ x: scale.at(from), step: first })),
    holds: holdsOf(schedule, lane).map(({ from, to }) => ({
      from: scale.at(from),
      to: to === undefined ? heldTo(schedule, scale) : scale.at(to),
    })),
    cancels: cancelsOf(schedule, lane).map(({ at, step }) => ({ x: scale.at(at), step })),
    end: { x: endOf(schedule, scale, spans, last), how, step: last },
  };
}

/** That the loop has seen meanwhile that the timer is due changes nothing for who is kept waiting. */
function withoutSeams(bars: readonly Bar[]): Bar[] {
  const joined: Bar[] = [];
  for (const bar of bars) {
    const before = joined.at(-1);
    const isOne = before?.mark === 'overdue' && bar.mark === 'ready' && before.to === bar.from;
    if (!before || !isOne || bar.gil) joined.push(bar);
    else {
      const { to, last } = bar.span;
      joined[joined.length - 1] = { ...before, to: bar.to, span: { ...before.span, to, last } };
    }
  }
  return joined;
}

/** Only where there are threads to share it with. */
function gilOf(schedule: Schedule, span: Span): Bar['gil'] {
  if (!schedule.provenance.machine.gil || !hasThreads(schedule)) return undefined;
  const doing = spanDoing(schedule, span);
  return doing === 'holds the GIL' ? 'has' : doing === 'asks' ? 'asks' : undefined;
}

/** Where a lane ends; one that waits for ever goes on to the end of the axis. */
function endOf(schedule: Schedule, scale: TimeScale, spans: readonly Span[], last: number): number {
  return spans.some((span) => isEndless(schedule, span))
    ? 1
    : scale.at(schedule.steps[last]?.at ?? 0);
}

/**
 * A timer that is due does not make its task ready: the loop has to look. While it is held and
 * cannot, the rest of the wait is overdue.
 */
function splitAtDeadline(schedule: Schedule, span: Span): { span: Span; mark?: 'overdue' }[] {
  const waits = span.state === 'waiting' ? span.waits : undefined;
  if (waits?.for !== 'timer') return [{ span }];
  const set = schedule.steps.find(
    (step) => step.kind === 'set-timer' && step.timer === waits.timer,
  );
  if (set?.kind !== 'set-timer' || set.due >= span.to || set.due < span.from) return [{ span }];
  const late = { ...span, state: 'ready', from: set.due } as const;
  return [{ span: { ...span, to: set.due } }, { span: late, mark: 'overdue' }];
}

function markOf(schedule: Schedule, span: Span, mark: Bar['mark'] = span.state): Bar['mark'] {
  if (span.waits?.for === 'outside') return 'serving';
  return schedule.lanes[span.lane]?.kind === 'loop' ? loopMark(schedule, span) : mark;
}

/** It works on something, or takes its time before it says something. */
function isBusy({ busy, due }: Extract<Wait, { for: 'outside' }>): boolean {
  return busy > 0 || due !== undefined;
}

/** While a loop does not run, it sleeps in its selector, or a lane holds it. */
function loopMark(schedule: Schedule, span: Span): Bar['mark'] {
  if (span.state !== 'waiting') return span.state;
  return schedule.steps[span.first]?.kind === 'sleep' ? 'asleep' : 'stuck';
}

/** A wait is torn when what ends it is an exception thrown in, not what was waited for. */
function isTorn(schedule: Schedule, span: Span): boolean {
  if (span.state !== 'waiting') return false;
  const woken = schedule.steps[span.last];
  return woken?.kind === 'queue' && woken.cause.by === 'cancel';
}

/** Microseconds; without an end it was never released. */
interface Hold {
  readonly from: number;
  readonly to: number | undefined;
}

/** What is never released is held to the end of the run, or of the axis where nothing ends. */
function heldTo(schedule: Schedule, scale: TimeScale): number {
  return schedule.ends.how === 'deadlock' ? 1 : scale.at(totalOf(schedule));
}

/**
 * From each acquire to the release that answers it (or the end), in microseconds. Who releases need
 * not be who took it; then the first who holds it loses it, as in `model/state.ts`.
 */
function holdsOf(schedule: Schedule, lane: number): Hold[] {
  const open: { readonly lane: number; readonly resource: number; readonly from: number }[] = [];
  const holds: Hold[] = [];
  for (const step of schedule.steps) {
    if (step.kind !== 'use') continue;
    const { resource, at } = step;
    if (step.does === 'acquire') open.push({ lane: step.lane, resource, from: at });
    if (step.does !== 'release') continue;
    const own = open.findIndex((held) => held.resource === resource && held.lane === step.lane);
    const place = own < 0 ? open.findIndex((held) => held.resource === resource) : own;
    const [held] = place < 0 ? [] : open.splice(place, 1);
    if (held?.lane === lane) holds.push({ from: held.from, to: at });
  }
  for (const held of open) if (held.lane === lane) holds.push({ from: held.from, to: undefined });
  return holds.filter(({ from, to }) => to === undefined || to > from);
}

function cancelsOf({ steps }: Schedule, lane: number) {
  return steps.flatMap((step, number) =>
    step.kind === 'cancel' && step.target === lane ? [{ at: step.at, step: number }] : [],
  );
}
