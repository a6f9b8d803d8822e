import { processOf } from '#model/processes.ts';
import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { barLabels } from '#model/words/labels.ts';
import { castOf } from '#model/words/summary.ts';
import { timeWords } from '#model/words/time-words.ts';
import { fingerprint, HEIGHT, WIDTH } from './fingerprint.ts';
import { firstThatFits, textWidth } from './fit.ts';
import type { TimeScale } from './scale.ts';
import { layoutStrip, type Bar, type StripLane } from './strip.ts';
import { escapeText, round, tag } from './svg.ts';

/**
 * The bars of a run, drawn to be recognised at a third of their size: few lanes, thick bars, large
 * names. Pixels throughout, for pictures that a wiki or a chat shows beside a link.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PosterRun {
  readonly schedule: Schedule;
  /** Lanes to choose from, in this order; else the run's own cast. */
  readonly lanes?: readonly number[] | undefined;
  /** Where the axis ends, for two runs on one axis; microseconds. */
  readonly end?: number | undefined;
  /** Large, behind the end of a run that ends before the axis does. */
  readonly note?: string | undefined;
  /** The first of two runs leaves the axis to the second. */
  readonly hasAxis?: boolean | undefined;
  /** The width of the names, where two runs stand under each other. */
  readonly gutter?: number | undefined;
  /** The step that the picture stands at; without it the whole run is drawn. */
  readonly step?: number | undefined;
}

/** Colours by the names of the site's tokens. */
export type Palette = (name: string) => string;

const NAME = 32;
const MOST_LANES = 12;
const WIDEST_PITCH = 108;
/** Words on bars, in pixels: as large as the bars allow, and none where that is too small to be read. */
const WORDS = { least: 23, most: 34, ofBar: 0.58 } as const;
/** From the lanes to the axis below them, and the axis with its numbers. */
export const AXIS = 58;
const TICK = 10;
/** Room that ends need: at the right of the axis. */
const RIGHT = 12;

export function drawRun(run: PosterRun, box: Box, colour: Palette): string {
  const { schedule } = run;
  if (totalOf(schedule) === 0 && schedule.ends.how !== 'deadlock')
    return drawOrder(schedule, box, colour);
  const shown = chosen(run);
  const { lanes, scale } = layoutStrip(schedule, { lanes: shown, end: run.end });
  const pitch = Math.min(WIDEST_PITCH, box.height / lanes.length);
  const hasNames = (row: number) => pitch >= 34 || row === 0 || row === lanes.length - 1;
  const names = lanes.map(({ name }) => name);
  const shownNames = names.filter((_, row) => hasNames(row));
  const gutter = run.gutter ?? Math.max(...shownNames.map((name) => textWidth(name, NAME)));
  const left = box.x + gutter + 22;
  const width = box.x + box.width - RIGHT - left;
  const at = run.step === undefined ? undefined : (schedule.steps[run.step]?.at ?? 0);
  const moment = at === undefined ? undefined : { step: run.step ?? 0, x: scale.at(at) };
  const present = run.step === undefined ? undefined : schedule.steps[run.step]?.lane;
  const rows = lanes.map((lane, row) => {
    const middle = box.y + pitch * (row + 0.5);
    const name = hasNames(row)
      ? text(lane.name, left - 22, middle + NAME * 0.35, {
          'font-size': NAME,
          'font-weight': 600,
          'text-anchor': 'end',
          fill: colour('ink'),
        })
      : '';
    const band =
      lane.lane === present
        ? rect(box.x - 16, middle - pitch / 2 + 2, box.width + 32, pitch - 4, {
            fill: colour('present'),
          })
        : '';
    return band + name + drawLane(lane, { schedule, middle, pitch, left, width, colour, moment });
  });
  const bottom = box.y + pitch * lanes.length;
  return [
    defs(colour),
    ...processBoxes(schedule, lanes, box, pitch, colour),
    ...rows,
    run.note
      ? drawNote(run.note, left + width * scale.at(totalOf(schedule)), box, bottom, colour)
      : '',
    run.hasAxis === false ? '' : drawAxis(schedule, scale, { left, width, y: bottom + 16 }, colour),
    moment ? playhead(left + moment.x * width, box.y - 10, bottom + 16, colour) : '',
  ].join('');
}

/** Round the lanes of each process, where there are several. */
function processBoxes(
  schedule: Schedule,
  lanes: readonly StripLane[],
  box: Box,
  pitch: number,
  colour: Palette,
): string[] {
  const groups = [
    ...Map.groupBy([...lanes.keys()], (row) => processOf(schedule, lanes[row]?.lane ?? 0)).values(),
  ];
  if (groups.length < 2) return [];
  return groups.map((rows) =>
    rect(box.x - 12, box.y + pitch * (rows[0] ?? 0) + 2, box.width + 24, pitch * rows.length - 4, {
      fill: 'none',
      stroke: colour('ink-3'),
      'stroke-width': 2,
    }),
  );
}

/** The room that the names of a run's lanes take. */
export function gutterOf(run: PosterRun): number {
  const { lanes } = run.schedule;
  return Math.max(...chosen(run).map((lane) => textWidth(lanes[lane]?.name ?? '', NAME)));
}

/** How high a run will be in a box. */
export function runHeight(run: PosterRun, room: number): number {
  if (totalOf(run.schedule) === 0 && run.schedule.ends.how !== 'deadlock') return room;
  return Math.min(room, WIDEST_PITCH * chosen(run).length);
}

/** Where no time passes, the steps in their order: the run's fingerprint, large. */
function drawOrder(schedule: Schedule, box: Box, colour: Palette): string {
  const scale = Math.min(box.width / WIDTH, box.height / HEIGHT);
  const inner = fingerprint(schedule).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const rules: Readonly<Record<string, string>> = {
    waiting: `fill="${colour('wait-tint')}" stroke="${colour('wait')}"`,
    ready: `fill="${colour('ready-tint')}" stroke="${colour('ready')}" stroke-dasharray="3 2"`,
    blocked: `fill="${colour('block')}"`,
    hatch: `stroke="${colour('ground')}" stroke-dasharray="1.5 4.5"`,
    running: `fill="${colour('run')}"`,
    tick: `stroke="${colour('run')}" stroke-width="2"`,
    nothing: `stroke="${colour('ink-3')}" stroke-width="1.5"`,
  };
  const drawn = inner.replace(/class="([a-z]+)"/g, (_, name: string) => rules[name] ?? '');
  const y = box.y + (box.height - HEIGHT * scale) / 2;
  return tag(
    'g',
    { fill: 'none', transform: `translate(${round(box.x)} ${round(y)}) scale(${round(scale)})` },
    drawn,
  );
}

function chosen({ schedule, lanes }: PosterRun): readonly number[] {
  const cast = castOf(schedule);
  const wanted = lanes?.filter((lane) => cast.includes(lane)) ?? [];
  const all = wanted.length > 0 ? wanted : cast;
  if (all.length <= MOST_LANES) return all;
  const apart = (all.length - 1) / (MOST_LANES - 1);
  return Array.from({ length: MOST_LANES }, (_, i) => all[Math.round(i * apart)] ?? 0);
}

function barHeight(pitch: number): number {
  return Math.min(76, pitch * 0.8);
}

interface Row {
  readonly schedule: Schedule;
  readonly middle: number;
  readonly pitch: number;
  readonly left: number;
  readonly width: number;
  readonly colour: Palette;
  readonly moment: { readonly step: number; readonly x: number } | undefined;
}

function drawLane({ bars, ticks }: StripLane, row: Row): string {
  const full = barHeight(row.pitch);
  const drawnBars = bars.map((bar) => drawBar(bar, full, row));
  const drawnTicks = ticks.map(({ x, step }) => {
    const isToCome = row.moment !== undefined && step > row.moment.step;
    const look = isToCome
      ? { fill: row.colour('ground'), stroke: row.colour('run'), 'stroke-width': 2 }
      : { fill: row.colour('run') };
    const thick = ticks.length > 24 ? 4 : TICK;
    const place = row.left + x * row.width - thick / 2;
    return rect(place, row.middle - full / 2, thick, full, look);
  });
  return [...drawnBars, ...drawnTicks].join('');
}

const HEIGHTS: Readonly<Record<Bar['mark'], number>> = {
  running: 0.88,
  blocked: 1,
  waiting: 0.8,
  ready: 0.68,
  overdue: 0.68,
  asleep: 0.62,
  stuck: 0.62,
  serving: 0.62,
};

function drawBar(bar: Bar, full: number, row: Row): string {
  const { moment, left, width, middle, colour } = row;
  const height = full * HEIGHTS[bar.mark];
  const top = middle - height / 2;
  const x = (fraction: number) => left + fraction * width;
  if (!moment) return filled(bar, x(bar.from), x(bar.to), top, height, row);
  const hasBegun = bar.span.first <= moment.step;
  const now = hasBegun ? Math.min(bar.to, Math.max(bar.from, moment.x)) : bar.from;
  const toCome =
    now < bar.to
      ? rect(x(now), top, x(bar.to) - x(now), height, {
          fill: 'none',
          stroke: colour('ink-3'),
          'stroke-width': 1.5,
          'stroke-dasharray': '2 6',
        })
      : '';
  return toCome + (now > bar.from ? filled(bar, x(bar.from), x(now), top, height, row) : '');
}

/** The roof of who has the GIL or asks for it, as a part of the bar. */
const ROOF = 0.16;

function filled(bar: Bar, from: number, to: number, top: number, height: number, row: Row): string {
  if (!bar.gil) return plainBar(bar, from, to, top, height, row);
  const roof = height * ROOF;
  const gap = roof * 0.4;
  return (
    tag('path', {
      d: `M${round(from)} ${round(top + roof / 2)}H${round(to)}`,
      stroke: row.colour('holder'),
      'stroke-width': round(roof),
      ...(bar.gil === 'asks'
        ? { 'stroke-dasharray': `${round(roof * 2)} ${round(roof * 1.3)}` }
        : {}),
    }) + plainBar(bar, from, to, top + roof + gap, height - roof - gap, row)
  );
}

function plainBar(
  bar: Bar,
  from: number,
  to: number,
  top: number,
  height: number,
  { schedule, colour, pitch }: Row,
): string {
  const box = [from, top, to - from, height] as const;
  const size = Math.min(WORDS.most, barHeight(pitch) * WORDS.ofBar);
  const words = size < WORDS.least ? undefined : wordsOn(schedule, bar, to - from - 34, size);
  const label = (more: Readonly<Record<string, string | number>> = {}) =>
    words === undefined
      ? ''
      : text(words, from + 18, top + height / 2 + size * 0.35, {
          'font-size': round(size),
          fill: colour('ink'),
          ...more,
        });
  switch (bar.mark) {
    case 'running':
      return rect(...box, { fill: colour('run') });
    case 'blocked': {
      // Words that cover most of the bar would hide that it blocks.
      const isPlated = words !== undefined && textWidth(words, size) < (to - from) * 0.62;
      const plate = !isPlated
        ? ''
        : rect(from + 8, top + 5, textWidth(words, size) + 20, height - 10, {
            fill: colour('ground'),
          });
      return (
        rect(...box, { fill: colour('block') }) +
        rect(...box, { fill: 'url(#hatch)' }) +
        plate +
        (isPlated ? label() : '')
      );
    }
    case 'ready':
    case 'overdue':
      return (
        rect(...box, {
          fill: colour('ready-tint'),
          stroke: colour('ready'),
          'stroke-width': 3,
          'stroke-dasharray': '9 6',
        }) + (height > size * 1.35 ? label() : '')
      );
    default: {
      const look = { fill: colour('wait-tint'), stroke: colour('wait'), 'stroke-width': 2 };
      const open = bar.endless ? { ...look, 'stroke-dasharray': '2 8' } : look;
      return rect(...box, open) + label();
    }
  }
}

/** On a picture that is small: what it does, and no more. */
function wordsOn(schedule: Schedule, bar: Bar, room: number, size: number): string | undefined {
  const { left } = barLabels(schedule, bar.span);
  const time = timeWords(schedule).full(bar.span.to - bar.span.from);
  const short = bar.mark === 'waiting' && !bar.endless ? [`waits ${time}`] : [];
  return firstThatFits([...left.filter((words) => words.length < 30), ...short], room, size);
}

function defs(colour: Palette): string {
  return (
    '<defs><pattern id="hatch" width="15" height="15" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">' +
    `<path d="M3 0V15" stroke="${colour('ground')}" stroke-width="4"/></pattern></defs>`
  );
}

const NUMBER = 28;

/** The axis of seconds: arrow ends, ticks, and the numbers at its ends. */
function drawAxis(
  schedule: Schedule,
  scale: TimeScale,
  { left, width, y }: { readonly left: number; readonly width: number; readonly y: number },
  colour: Palette,
): string {
  const right = left + width;
  const line = { stroke: colour('ink-3'), 'stroke-width': 2.5, fill: 'none' };
  const ticks = scale.ticks
    .filter(({ major }) => major)
    .map(({ at }) => `M${round(left + scale.at(at) * width)} ${y - 7}v14`);
  const ends = `M${left + 12} ${y - 8}l-12 8l12 8M${right - 12} ${y - 8}l12 8l-12 8`;
  const last = scale.ticks.at(-1)?.at ?? 0;
  const isEndless = schedule.ends.how === 'deadlock';
  const number = { 'font-size': NUMBER, fill: colour('ink-3') };
  const { full } = timeWords(schedule);
  return [
    tag('path', { d: `M${left} ${y}H${right}${ends}${ticks.join('')}`, ...line }),
    text(full(0), left, y + 38, number),
    text(isEndless ? 'forever' : full(last), right, y + 38, { ...number, 'text-anchor': 'end' }),
  ].join('');
}

function drawNote(note: string, from: number, box: Box, bottom: number, colour: Palette): string {
  const size = [64, 54, 46, 40].find(
    (one) => textWidth(note, one) + 48 < box.x + box.width - from && one < (bottom - box.y) * 1.1,
  );
  if (size === undefined) return '';
  return text(note, from + 40, (box.y + bottom) / 2 + size * 0.35, {
    'font-size': size,
    'font-weight': 700,
    'letter-spacing': -0.02 * size,
    fill: colour('run'),
  });
}

function playhead(x: number, top: number, bottom: number, colour: Palette): string {
  return tag('path', {
    d: `M${round(x)} ${round(top)}V${round(bottom)}`,
    stroke: colour('ink'),
    'stroke-width': 4,
  });
}

type Look = Readonly<Record<string, string | number>>;

function rect(x: number, y: number, width: number, height: number, look: Look): string {
  return tag('rect', {
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    ...look,
  });
}

export function text(words: string, x: number, y: number, look: Look): string {
  return tag('text', { x: round(x), y: round(y), ...look }, escapeText(words));
}
