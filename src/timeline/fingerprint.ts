import type { Schedule } from '#model/schedule.ts';
import { spansOf, type Span } from '#model/spans.ts';
import { totalOf } from '#model/total.ts';
import { castOf } from '#model/words/summary.ts';
import { layoutStrip } from './strip.ts';
import { tag } from './svg.ts';

/**
 * A recording's miniature: the bars of its main lanes and nothing else, a path for each state, coloured
 * by the site's style sheet. Read at its own size, WIDTH x HEIGHT pixels; other sizes keep the ratio.
 */

export const WIDTH = 150;
export const HEIGHT = 46;

/** More lanes than these would be hairlines: seven are picked, from the first to the last. */
const MOST_LANES = 7;
/** Lanes of small casts are not spread over the whole height. */
const PITCH = 16;
const GAP = 3;
/** Lower lanes have no room for a dashed box: the dashes are a line there. */
const BOX_FROM = 7;
/** Ticks nearer than this would touch. */
const TICKS_APART = 4;
/** A busier picture is drawn in columns of several pixels, without ticks: a texture. */
const MOST_BARS = 100;
const COARSE = 6;
/** How far the hatch of a blocking bar leans to the right over its height. */
const SLANT = 0.6;

type Mark = Span['state'];

/** Height is rank, as in the strip. */
const PART: Record<Mark, number> = { blocked: 1, running: 0.9, waiting: 0.8, ready: 0.65 };
/** A place that several bars share shows the first of these. */
const RANK: readonly Mark[] = ['blocked', 'running', 'ready', 'waiting'];

interface Run {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

/** The miniature as a whole SVG; hidden from screen readers, since words stand beside it. */
export function fingerprint(schedule: Schedule): string {
  const lanes = pick(castOf(schedule));
  const pitch = Math.min(PITCH, HEIGHT / Math.max(1, lanes.length));
  const full = pitch - Math.min(GAP, pitch / 4);
  const top = HEIGHT - pitch * lanes.length;
  const isEndless = schedule.ends.how === 'deadlock';
  const paths: Record<Mark, string> = { waiting: '', ready: '', blocked: '', running: '' };
  let hatch = '';
  let ticks = '';
  const drawn = rasters(schedule, lanes);
  drawn.forEach((lane, row) => {
    const middle = round(top + pitch * (row + 0.5));
    for (const { mark, from, to } of lane.runs) {
      const height = Math.round(full * PART[mark]);
      const isLine = mark === 'ready' && height < BOX_FROM;
      const isOpen = isEndless && mark === 'waiting' && to === pixel(1);
      paths[mark] += isLine ? `M${from} ${middle}H${to}` : box(from, middle, to, height, isOpen);
      if (mark === 'blocked') hatch += hatched(from, middle, to, height);
    }
    const reach = Math.round(pitch - 2);
    for (const x of lane.ticks) ticks += `M${x} ${Math.round(middle - reach / 2)}v${reach}`;
  });
  const marks = Object.entries(paths).map(([state, d]) => path(state, d));
  const over = path('hatch', hatch, {
    'stroke-width': round(full),
    transform: `skewX(${-Math.round((Math.atan(SLANT) * 180) / Math.PI)})`,
  });
  const parts = [...marks, over, path('tick', ticks)].join('') || path('nothing', NOTHING);
  const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  return tag('svg', { class: 'fingerprint', viewBox, 'aria-hidden': 'true' }, parts);
}

function path(name: string, d: string, more: Record<string, string | number> = {}): string {
  // Closed as short as HTML takes it: a gallery has hundreds of these.
  return d === '' ? '' : tag('path', { class: name, ...more, d }).replace('></path>', '/>');
}

/** A program that was never run: struck before its first instant. */
const NOTHING = 'M3 17l12 12M15 17l-12 12M24 23h124';

function pick(lanes: readonly number[]): readonly number[] {
  if (lanes.length <= MOST_LANES) return lanes;
  const apart = (lanes.length - 1) / (MOST_LANES - 1);
  return Array.from({ length: MOST_LANES }, (_, i) => lanes[Math.round(i * apart)] ?? 0);
}

interface Lane {
  readonly runs: readonly Run[];
  /** Where it ran in no time. */
  readonly ticks: readonly number[];
}

function rasters(schedule: Schedule, lanes: readonly number[]): readonly Lane[] {
  const placed = totalOf(schedule) > 0 ? inSeconds(schedule, lanes) : inSteps(schedule, lanes);
  const fine = placed.map(({ bars }) => runsOf(bars));
  if (fine.flat().length > MOST_BARS)
    return placed.map(({ bars }) => ({ runs: sampled(bars), ticks: [] }));
  return placed.map(({ ticks }, i) => ({
    runs: fine[i] ?? [],
    ticks: ticksOf(ticks, fine[i] ?? []),
  }));
}

/** Ends of bars, and ticks, as fractions of the width. */
interface Placed {
  readonly bars: readonly Run[];
  readonly ticks: readonly number[];
}

function inSeconds(schedule: Schedule, lanes: readonly number[]): readonly Placed[] {
  return layoutStrip(schedule, { lanes }).lanes.map(({ bars, ticks }) => ({
    bars: bars.map(({ span, from, to }) => ({ mark: span.state, from, to })),
    ticks: ticks.map(({ x }) => x),
  }));
}

/** Where no time passes at all, the steps run across in their order. */
function inSteps(schedule: Schedule, lanes: readonly number[]): readonly Placed[] {
  const all = spansOf(schedule);
  const spans = lanes.map((lane) => all[lane] ?? []);
  const start = Math.min(...spans.flat().map(({ first }) => first));
  const steps = Math.max(1, ...spans.flat().map(({ last }) => last - start));
  const at = (step: number) => (step - start) / steps;
  return spans.map((lane) => ({
    bars: lane.map(({ state, first, last }) => ({ mark: state, from: at(first), to: at(last) })),
    ticks: [],
  }));
}

const pixel = (fraction: number): number => 1 + Math.round(fraction * (WIDTH - 2));

/** Bars in whole pixels, those of one state joined. */
function runsOf(bars: readonly Run[]): readonly Run[] {
  const columns: (Mark | undefined)[] = [];
  for (const { mark, from, to } of bars) {
    for (let x = pixel(from); x < pixel(to); x++) {
      const other = columns[x];
      if (other === undefined || RANK.indexOf(mark) < RANK.indexOf(other)) columns[x] = mark;
    }
  }
  return joined(columns.map((mark, x) => ({ mark, from: x, to: x + 1 })));
}

/** What the lane did in the middle of each column: of lanes that share one loop at most one runs then. */
function sampled(bars: readonly Run[]): readonly Run[] {
  const columns = Array.from({ length: Math.ceil((WIDTH - 2) / COARSE) }, (_, x) => {
    const middle = ((x + 0.5) * COARSE) / (WIDTH - 2);
    const mark = bars.find(({ from, to }) => from <= middle && middle < to)?.mark;
    return { mark, from: 1 + x * COARSE, to: Math.min(WIDTH - 1, 1 + (x + 1) * COARSE) };
  });
  return joined(columns);
}

function joined(
  columns: readonly { mark: Mark | undefined; from: number; to: number }[],
): readonly Run[] {
  const runs: Run[] = [];
  columns.forEach(({ mark, from, to }) => {
    const last = runs.at(-1);
    if (mark === undefined) return;
    if (last?.mark === mark && last.to === from) runs[runs.length - 1] = { ...last, to };
    else runs.push({ mark, from, to });
  });
  return runs;
}

/** Ticks in pixels, without those that would touch the one before or lie on a blocking bar. */
function ticksOf(places: readonly number[], runs: readonly Run[]): readonly number[] {
  const ticks: number[] = [];
  for (const x of places.map(pixel)) {
    const isCovered = runs.some(({ mark, from, to }) => mark === 'blocked' && from < x && x < to);
    if (x - (ticks.at(-1) ?? -Infinity) >= TICKS_APART && !isCovered) ticks.push(x);
  }
  return ticks;
}

/** A bar; one that does not end has no edge at its right. */
function box(from: number, middle: number, to: number, height: number, isOpen: boolean): string {
  const top = round(middle - height / 2);
  if (isOpen) return `M${to} ${top}H${from}v${height}H${to}`;
  return `M${from} ${top}h${to - from}v${height}H${from}z`;
}

/** A line along the bar that the style sheet cuts into dashes as high as the bar, and `transform` slants. */
function hatched(from: number, middle: number, to: number, height: number): string {
  const inside = (height * SLANT) / 2 + 1;
  const shift = SLANT * middle;
  if (to - from < 2 * inside) return '';
  return `M${round(from + inside + shift)} ${middle}H${round(to - inside + shift)}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 2) / 2;
}
