import { escapeText, percent, round, tag, anchored } from './svg.ts';
import { GAP, type Column, type Lens, type LensLane, type Segment } from './lens.ts';

/** Draws a lens lying down: lanes under one another, order across. Shipped to readers. */

const HEAD = 34;
const PITCH = 26;
const CROWDED_PITCH = 21;
/** From as many lanes on a lens is crowded. */
export const CROWDED_LANES = 9;
const RUN = 16;
/** More numerals than these are drawn smaller. */
const MANY_COLUMNS = 10;

export interface LensDrawing {
  readonly nameOf: (lane: number) => string;
  readonly isLoop: (lane: number) => boolean;
  /** Names the hatch of blocking in the page. */
  readonly hatch: string;
  /** Closer together where there are many lanes. */
  readonly crowded: boolean;
  /** The step that the reader is at; undefined at rest, when all is drawn as it happened. */
  readonly present?: number | undefined;
}

export function lensHeight({ lanes }: Lens, crowded: boolean): number {
  return HEAD + lanes.length * (crowded ? CROWDED_PITCH : PITCH) + 4;
}

export function drawLens(lens: Lens, drawing: LensDrawing): string {
  const pitch = drawing.crowded ? CROWDED_PITCH : PITCH;
  const middle = (row: number) => HEAD + row * pitch + pitch / 2;
  const rowOf = (lane: number) => lens.lanes.findIndex((other) => other.lane === lane);
  const { present } = drawing;
  return [
    presentColumn(lens, drawing, pitch),
    ...lens.lanes.map((lane, row) => drawLane(lane, middle(row), lens, drawing)),
    ...lens.handOvers.map(({ fromLane, toLane, from, to }, i) => {
      const end = middle(rowOf(toLane));
      const start = middle(rowOf(fromLane));
      const column = lens.columns.find((candidate) => candidate.from === to) ?? lens.columns[i];
      const toCome = present !== undefined && (column?.first ?? 0) > present;
      if (rowOf(fromLane) < 0 || rowOf(toLane) < 0) return '';
      const name = `hand-over${toCome ? ' to-come' : ''}`;
      // From the corner, so that arrows of one shape are one text.
      return tag(
        'svg',
        { x: percent(from), y: end, class: name },
        tag('path', { d: `M0 ${round(start - end)}V0` }),
        tag('line', { x2: percent(to - from) }),
        anchored(to - from, tag('path', { d: 'M-6 -4l5 4l-5 4' })),
      );
    }),
    ...lens.messages.map(({ fromLane, toLane, at, step }) => {
      const rows = [rowOf(fromLane), rowOf(toLane)] as const;
      if (Math.min(...rows) < 0) return '';
      const [y1, y2] = [middle(rows[0]), middle(rows[1])];
      const tip = y2 > y1 ? 5 : -5;
      const toCome = present !== undefined && step > present ? ' to-come' : '';
      return tag(
        'svg',
        { x: percent(at), class: `hand-over${toCome}` },
        tag('path', { d: `M0 ${y1}V${y2}M-4 ${round(y2 - tip)}l4 ${tip}l4 ${-tip}` }),
      );
    }),
    // Above the arrows, which may cross a lane that only waits its turn.
    ...lens.lanes.flatMap(({ segments }, row) =>
      segments.flatMap(({ places }) => places.map((place) => drawPlace(place, middle(row)))),
    ),
    ...numbered(lens).map(([column, at]) => {
      const small = lens.columns.length > MANY_COLUMNS;
      const toCome = present !== undefined && column.first > present;
      return anchored(
        at,
        tag('circle', {
          class: toCome ? 'numeral to-come' : 'numeral',
          cy: 15,
          r: small ? 8.5 : 10,
        }),
        tag(
          'text',
          { class: toCome ? 'numeral-word to-come' : 'numeral-word', y: 19 },
          String(column.turn.number),
        ),
      );
    }),
  ].join('');
}

/** A numeral takes this share of a narrow lens. */
const NUMERAL = 0.064;

/** The columns whose numbers have room, and where they stand: of very short turns not each has. */
function numbered({ columns }: Lens): (readonly [Column, number])[] {
  let free = 0;
  return columns.flatMap((column) => {
    const at = (column.from + column.to) / 2;
    if (column.turn.number === undefined || at < free) return [];
    free = at + NUMERAL;
    return [[column, at] as const];
  });
}

/** The turn in which the reader is. */
function presentColumn(lens: Lens, { present }: LensDrawing, pitch: number): string {
  const column = lens.columns.find(
    ({ first, last }) => present !== undefined && first <= present && present <= last,
  );
  if (!column) return '';
  const row = lens.lanes.findIndex(({ lane }) => lane === column.turn.lane);
  return (
    tag('rect', {
      class: 'present',
      x: percent(column.from),
      width: percent(column.to - column.from),
      y: 0,
      height: HEAD + lens.lanes.length * pitch,
    }) +
    tag('rect', {
      class: 'present',
      x: '-60%',
      width: '160%',
      y: HEAD + row * pitch,
      height: pitch,
    })
  );
}

function drawLane(
  { lane, apart, segments }: LensLane,
  y: number,
  lens: Lens,
  drawing: LensDrawing,
): string {
  const name = tag(
    'text',
    { class: drawing.isLoop(lane) ? 'name loop' : 'name', x: 0, dx: -12, y: y + 4.5 },
    escapeText(drawing.nameOf(lane)),
  );
  const thread = tag('line', { class: 'thread', x1: '0%', x2: '100%', y1: y, y2: y });
  const edge = apart
    ? tag('line', { class: 'axis', x1: '-60%', x2: '100%', y1: y - 13, y2: y - 13 })
    : '';
  const drawn = segments.map((segment) => drawSegment(segment, lane, y, lens, drawing));
  return tag('g', { 'data-lane': lane }, name, edge, thread, ...drawn);
}

function drawSegment(
  segment: Segment,
  lane: number,
  y: number,
  lens: Lens,
  { present, isLoop, hatch }: LensDrawing,
): string {
  if (segment.state === 'unborn' || segment.state === 'done') return '';
  const loop = isLoop(lane);
  if (loop && !showsLoop(segment, lane, lens)) return '';
  const toCome = present !== undefined && segment.step > present;
  const height = loop
    ? segment.state === 'running'
      ? 10
      : RUN - 2
    : segment.state === 'blocked'
      ? RUN + 6
      : segment.state === 'waiting'
        ? 12
        : RUN;
  const mark = markOf(segment, loop);
  const top = y - height / 2;
  const roof = loop
    ? ''
    : roofOf(segment, (from, to) => ({
        x1: percent(from),
        x2: percent(to),
        y1: top + 1.5,
        y2: top + 1.5,
      }));
  const box = {
    x: percent(segment.from),
    width: percent(segment.to - segment.from),
    y: roof ? top + 4 : top,
    height: roof ? height - 4 : height,
  };
  const bar =
    tag('rect', {
      class: `${mark}${toCome ? ' to-come' : ''}`,
      ...box,
      'data-step': segment.step,
    }) + (mark === 'blocked' && !toCome ? tag('rect', { ...box, fill: `url(#${hatch})` }) : '');
  const dots =
    segment.state === 'running'
      ? lens.columns
          .filter(({ turn }) => turn.lane === lane)
          .flatMap((column) => dotsOf(column, segment, y, present))
      : [];
  const word =
    loop && mark !== 'loop-run' && segment.to - segment.from > NAMED_FROM
      ? tag(
          'text',
          { class: 'place own', x: percent((segment.from + segment.to) / 2), y: y + 4 },
          mark,
        )
      : '';
  return bar + (toCome ? '' : roof) + dots.join('') + word;
}

/** What lies along a bar whose thread has the GIL, until it gives it up, or asks for it. */
export function roofOf(
  { gil, from, to, released = to }: Segment,
  line: (from: number, to: number) => Readonly<Record<string, string | number>>,
): string {
  return gil ? tag('line', { class: `roof ${gil}`, ...line(from, released) }) : '';
}

/** What a stretch is drawn as: the loop is at work, asleep in its selector, or held by a lane that blocks. */
export function markOf({ state, by }: Segment, isLoop: boolean): string {
  if (state === 'serving') return 'asleep';
  if (!isLoop) return state;
  if (state === 'running') return 'loop-run';
  return by === 'sleep' ? 'asleep' : 'stuck';
}

/** A loop that only hands over from one task to the next has no column, and what goes on behind the last one reaches the edge. */
export function showsLoop({ state, from, to }: Segment, lane: number, { columns }: Lens): boolean {
  if (state === 'waiting') return to >= 1;
  return columns.some(
    (column) => column.turn.lane === lane && column.from < to && column.to > from,
  );
}

/** Closer than this share of the lens, the dots of a turn would run into one line. */
const DOT = 0.014;

/** A dot a step: round dashes without length, as far apart as the steps; those that lie on the bar. */
function dotsOf(column: Column, bar: Segment, y: number, present = column.last): string[] {
  const { first, last, from, to } = column;
  const apart = (to - from) / (last - first + 1);
  if (apart < DOT) return [];
  const place = (step: number) => from + (step - first + 0.5) * apart;
  const stepAt = (x: number) => first - 0.5 + (x - from) / apart;
  const dots = (a: number, b: number, name: string) =>
    a > b
      ? ''
      : tag('line', {
          class: name,
          x1: percent(place(a)),
          // A little beyond the last dot, or it would not be drawn.
          x2: percent(place(b + 0.3)),
          y1: y,
          y2: y,
          pathLength: b - a + 0.3,
        });
  const begin = Math.max(first, Math.ceil(stepAt(bar.from)));
  const end = Math.min(last, Math.floor(stepAt(bar.to)));
  return [
    dots(begin, Math.min(end, present), 'dot'),
    dots(Math.max(begin, present + 1), end, 'dot to-come'),
  ];
}

/** Narrower than this share of the lens, the loop's state is not named. */
const NAMED_FROM = 0.07;
/** So much of it a letter takes that names a place in the queue. */
const LETTER = 0.0215;

function drawPlace({ place, from, to }: Segment['places'][number], y: number): string {
  // Who is next has the arrow of the hand-over at the end.
  const end = place === 1 ? to - GAP : to;
  const name = place === 1 ? 'next' : ordinal(place);
  if (end - from < name.length * LETTER) return '';
  return tag('text', { class: 'place', x: percent((from + end) / 2), y: y + 4 }, name);
}

function ordinal(place: number): string {
  const isTeen = Math.floor(place / 10) % 10 === 1;
  return place + (['th', 'st', 'nd', 'rd'][isTeen ? 0 : place % 10] ?? 'th');
}
