import type { Schedule, StepKind } from '#model/schedule.ts';
import { isOutside, stateAt, statesBetween, type LaneState, type State } from '#model/state.ts';
import { turnsOf, type Instant, type Turn } from '#model/turns.ts';

/**
 * Numbers of a lens: one instant opened, so that order runs across where no time passes.
 * Fractions are of the width between the names and the right edge. Shipped to readers: no D3.
 */
export interface Lens {
  readonly instant: Instant;
  readonly columns: readonly Column[];
  readonly lanes: readonly LensLane[];
  /** From the end of one lane's turn to the beginning of the next lane's. */
  readonly handOvers: readonly HandOver[];
  /** What passes between the program and somebody outside. */
  readonly messages: readonly Message[];
  /** How many numbered turns the instant has; more than `columns` show when they are too many to draw. */
  readonly turns: number;
}

/** A turn (or a stretch of the loop's own) as far as it lies in the instant. */
export interface Column {
  readonly turn: Turn;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

export interface LensLane {
  readonly lane: number;
  /** Another process than that of the lane above. */
  readonly apart: boolean;
  readonly segments: readonly Segment[];
}

/** A stretch of a lane in one state, in order instead of time. */
export interface Segment {
  readonly state: LaneState['phase'] | 'serving';
  readonly from: number;
  readonly to: number;
  /** The step that began it. */
  readonly step: number;
  /** What was done to begin it, perhaps in an earlier instant. */
  readonly by: StepKind | undefined;
  /** Whether its thread has the GIL or asks for it; and where it gave it up, which comes before its wait. */
  readonly gil?: 'has' | 'asks' | undefined;
  readonly released?: number;
  /** Places in the ready queue, 1 is next, with where they are held: only for `ready`. */
  readonly places: readonly {
    readonly place: number;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface Message {
  readonly fromLane: number;
  readonly toLane: number;
  readonly at: number;
  readonly step: number;
}

export interface HandOver {
  readonly fromLane: number;
  readonly toLane: number;
  readonly from: number;
  readonly to: number;
}

/** Shares of the width: what stands before the first turn, between two, and after the last. */
const LEAD = 0.02;
/** Where the arrow of a hand-over stands. */
export const GAP = 0.035;
const TAIL = 0.16;
const MOST_STEPS = 8;
/** Narrower, a stretch in the queue is left out: it would be a mark that nobody can read. */
const SLIVER = 0.03;

/** More turns than these are cut to a window, and more lanes to those that have a turn in it or stand in the queue. */
export const MOST_COLUMNS = 13;
const MOST_LANES = 16;
const LANES_THEN = 12;

/** `around` is the step that must be seen where not all turns are; left out, the first ones are. */
export function layoutLens(
  schedule: Schedule,
  instant: Instant,
  shown: readonly number[],
  around = instant.first,
): Lens {
  const turns = turnsIn(schedule, instant, shown);
  const window = windowAround(turns, around);
  const columns = placed(window);
  const cut = window.at(-1) !== turns.at(-1);
  // Without a GIL, or between processes, nobody waits for another's turn.
  const { gil } = schedule.provenance.machine;
  const isNear = (one: number, other: number) =>
    schedule.lanes[one]?.process === schedule.lanes[other]?.process;
  const handOvers = columns.flatMap((column, i) => {
    const before = columns[i - 1];
    return before &&
      before.turn.lane !== column.turn.lane &&
      gil &&
      isNear(before.turn.lane, column.turn.lane)
      ? [
          {
            fromLane: before.turn.lane,
            toLane: column.turn.lane,
            from: before.to,
            to: column.from,
          },
        ]
      : [];
  });
  const states = statesIn(schedule, instant);
  const sharesGil = schedule.steps.some(({ kind }) => kind === 'gil');
  const numbered = turns.filter(({ turn }) => turn.number !== undefined).length;
  const lanes = shown.map((lane, i) => ({
    lane,
    apart: !isNear(shown[i - 1] ?? lane, lane),
    segments: segmentsOf(schedule, states, instant, columns, lane, cut, sharesGil),
  }));
  const kept = lanes.length > MOST_LANES ? lanesThatMatter(lanes, columns) : lanes;
  const messages = schedule.steps
    .slice(instant.first, instant.last + 1)
    .flatMap((step, i): Message[] => {
      if (step.kind !== 'net' || step.peer === undefined || step.does === 'receive') return [];
      const n = instant.first + i;
      const at = edgeOf(columns, n, -1, cut, false);
      return [{ fromLane: step.lane, toLane: step.peer, at, step: n }];
    })
    .filter(({ fromLane, toLane }) => [fromLane, toLane].some((lane) => isOutside(schedule, lane)));
  return { instant, columns, lanes: kept, handOvers, messages, turns: numbered };
}

/** The state before an instant, where there is one, and those after each of its steps. */
type States = readonly [before: State | undefined, inside: readonly State[]];

/** A reader steps through one instant for a while. */
const kept = new WeakMap<Instant, States>();

function statesIn(schedule: Schedule, instant: Instant): States {
  const { first, last } = instant;
  const known = kept.get(instant);
  if (known) return known;
  const before = first > 0 ? stateAt(schedule, first - 1) : undefined;
  // A program that never ran has no steps, and so no states.
  const inside = schedule.steps.length === 0 ? [] : statesBetween(schedule, first, last);
  const states: States = [before, inside];
  kept.set(instant, states);
  return states;
}

function windowAround(turns: readonly Unplaced[], step: number): readonly Unplaced[] {
  if (turns.length <= MOST_COLUMNS) return turns;
  const here = turns.findLastIndex(({ first }) => first <= step);
  const from = Math.max(0, Math.min(here - 3, turns.length - MOST_COLUMNS));
  return turns.slice(from, from + MOST_COLUMNS);
}

function lanesThatMatter(lanes: readonly LensLane[], columns: readonly Column[]): LensLane[] {
  const acting = lanes.filter(({ lane }) => columns.some(({ turn }) => turn.lane === lane));
  const queued = lanes.filter(({ segments }) => segments.some(({ state }) => state === 'ready'));
  const most = Math.max(LANES_THEN, acting.length);
  const first = [...new Set([...acting, ...queued])].slice(0, most);
  return lanes.filter((lane) => first.includes(lane));
}

/** Where a step stands in the lens, as a fraction; before the first column for what no shown lane did. */
export function stepPlace({ columns }: Lens, step: number): number {
  const column = columns.findLast(({ first }) => first <= step) ?? columns[0];
  if (!column) return 0;
  const inside = Math.min(1, (step - column.first + 0.5) / (column.last - column.first + 1));
  return step < column.first ? 0 : column.from + inside * (column.to - column.from);
}

type Unplaced = Omit<Column, 'from' | 'to'>;

function turnsIn(schedule: Schedule, instant: Instant, shown: readonly number[]): Unplaced[] {
  return turnsOf(schedule)
    .filter(({ first, last }) => first <= instant.last && last >= instant.first)
    .filter(({ lane }) => shown.includes(lane))
    .filter((turn) => turn.number !== undefined || doesSomething(schedule, turn))
    .map((turn) => ({
      turn,
      first: Math.max(turn.first, instant.first),
      last: Math.min(turn.last, instant.last),
    }));
}

function placed(clipped: readonly Unplaced[]): Column[] {
  const weights = clipped.map(({ first, last }) => 1.5 + Math.min(MOST_STEPS, last - first + 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  const gap = Math.min(GAP, 0.3 / Math.max(1, clipped.length));
  const room = 1 - LEAD - TAIL - gap * Math.max(0, clipped.length - 1);
  let from = LEAD;
  return clipped.map((column, i) => {
    const width = ((weights[i] ?? 0) / sum) * room;
    const placed = { ...column, from, to: from + width };
    from += width + gap;
    return placed;
  });
}

/** The loop's stretch is worth a column when it found a timer, called a callback or went to sleep. */
function doesSomething({ steps }: Schedule, { first, last }: Turn): boolean {
  return steps
    .slice(first, last + 1)
    .some(({ kind }) => ['due', 'call', 'sleep', 'net'].includes(kind));
}

function segmentsOf(
  schedule: Schedule,
  [before, inside]: States,
  instant: Instant,
  columns: readonly Column[],
  lane: number,
  /** Turns go on behind the last column. */
  cut: boolean,
  sharesGil: boolean,
): Segment[] {
  const { steps } = schedule;
  const segments: Segment[] = [];
  const open = (state: Segment['state'], from: number, step: number, since = step) => {
    const before = segments.at(-1);
    if (before) segments[segments.length - 1] = { ...before, to: from };
    const by = steps[since]?.kind;
    const asks = state === 'ready' && by === 'gil' ? 'asks' : undefined;
    const gil = sharesGil && state === 'running' ? 'has' : asks;
    segments.push({ state, from, to: 1, step, by, gil, places: [] });
  };

  const was = before?.lanes[lane];
  if (was) open(phaseOf(was), 0, instant.first, was.since);
  for (const { step, lanes, ready } of inside) {
    const now = lanes[lane];
    const did = steps[step];
    const began = steps[now?.since ?? step];
    // What blocks for no time keeps nobody waiting.
    const isWait = began?.kind === 'block' && began.lasts === 0;
    const phase = isWait ? 'waiting' : phaseOf(now);
    const isReady = phase === 'ready';
    const isFree = did?.kind === 'gil' && did.does === 'release' && did.lane === lane;
    if (phase === segments.at(-1)?.state && !isReady && !isFree) continue;
    const x = edgeOf(columns, step, lane, cut, phase === 'running' && !isFree);
    const left = segments.at(-1);
    if (isFree && left) segments[segments.length - 1] = { ...left, released: x };
    if (phase !== segments.at(-1)?.state) open(phase, x, step);
    const segment = segments.at(-1);
    if (!isReady || !segment) continue;
    const place = ready.findIndex((entry) => entry.target === lane && !entry.callback) + 1;
    if (place > 0)
      segments[segments.length - 1] = { ...segment, places: withPlace(segment, place, x) };
  }
  const last = segments.at(-1);
  if (last) segments[segments.length - 1] = { ...last, places: closePlaces(last, 1) };
  return segments
    .map((segment) => ({ ...segment, places: closePlaces(segment, segment.to) }))
    .filter(({ state, from, to }) => to - from > (state === 'ready' ? SLIVER : 0));
}

/** Who is outside the program is shown while it works on something, and else is only there. */
function phaseOf(state: LaneState | undefined): Segment['state'] {
  if (state?.waits?.for !== 'outside') return state?.phase ?? 'unborn';
  return state.waits.busy > 0 || state.waits.due !== undefined ? 'serving' : 'unborn';
}

/** A lane's own turn begins and ends at its column's edges; what is done to it shows at the step that does it. */
function edgeOf(
  columns: readonly Column[],
  step: number,
  lane: number,
  cut: boolean,
  begins: boolean,
): number {
  const column = columns.find(({ first, last }) => first <= step && step <= last);
  if (!column && cut && step > (columns.at(-1)?.last ?? 0)) return 1;
  if (!column) return columns.findLast(({ last }) => last < step)?.to ?? 0;
  const own = column.turn.lane === lane;
  // Who begins with the last step of another's turn begins behind it: one thread runs one at a time.
  if (step === (begins === own ? column.first : column.last))
    return begins === own ? column.from : column.to;
  return (
    column.from +
    ((step - column.first + 0.5) / (column.last - column.first + 1)) * (column.to - column.from)
  );
}

function withPlace({ places }: Segment, place: number, x: number): Segment['places'] {
  const before = places.at(-1);
  if (before?.place === place) return places;
  const closed = before ? [...places.slice(0, -1), { ...before, to: x }] : [];
  return [...closed, { place, from: x, to: x }];
}

function closePlaces({ places }: Segment, to: number): Segment['places'] {
  const last = places.at(-1);
  return last ? [...places.slice(0, -1), { ...last, to }] : places;
}
