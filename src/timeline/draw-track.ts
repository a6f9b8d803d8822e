import { firstThatFits, fitted, textWidth, type SizeName } from './fit.ts';
import { anchored, downLines, escapeText, percent, stretched, tag } from './svg.ts';
import type { Turn } from '#model/turns.ts';
import type { Track, TrackInstant } from './slider.ts';
import { segmentsIn, turnSegments, type TrackSegment } from './track-segments.ts';

/** Draws what lies above the slider: turns as numbered segments, clocks over instants, and time passing between them. */

const CLOCK = 12;
const SEGMENT = { y: 19, height: 15 };
const RAIL = 50;
/** Of its words, in pixels. */
const SIZE = 11.5;
/** The track's narrowest width in pixels: beside the buttons, below them, and on a phone. */
const WIDTHS: Readonly<Record<SizeName, number>> = { w: 380, m: 540, n: 268 };
const MOST_MARKS = 70;
/** More instants than these would be a bar code: then a turn is one block, over one rail. */
const MOST_INSTANTS = 16;
/** Narrower blocks would be another one: then there are only clocks. */
const NARROWEST = 8;
/** How far the ground of an instant may reach out of the track: half a step is much of a short run. */
const BEYOND = 0.02;

export function drawTrack(
  { end, instants }: Track,
  turns: readonly Turn[],
  words: (microseconds: number) => string,
  /** The instant whose lens is open. */
  opens?: number,
): string {
  const place = (unit: number) => unit / Math.max(1, end);
  const ends: Record<SizeName, number> = { w: -1, m: -1, n: -1 };
  /** A clock is shown at the sizes at which the one before it leaves room. */
  const clock = (at: number, x: number) =>
    fitted((size) => {
      const end = x + (textWidth(words(at), SIZE) + 12) / WIDTHS[size];
      // Neither into the next clock nor out of the figure.
      if (x < ends[size] || end > 1 + 12 / WIDTHS[size]) return undefined;
      ends[size] = end;
      return words(at);
    });
  const isLong = instants.length > MOST_INSTANTS;
  const rail = tag('line', { class: 'rail', x1: '0%', x2: '100%', y1: RAIL, y2: RAIL });
  const drawn = instants
    .flatMap((instant, i) => {
      const { at, from, to } = instant;
      const next = instants[i + 1];
      const x = place(from);
      return [
        ...clock(at, x).map(({ value, at: sizes }) =>
          tag(
            'text',
            { class: `track-clock ${sizes}`.trim(), x: percent(x), y: CLOCK },
            escapeText(value),
          ),
        ),
        ...(isLong ? [] : segmentsIn(instant, turns).map((segment) => drawNumber(segment, place))),
        isLong
          ? ''
          : tag('line', {
              class: 'rail',
              x1: percent(x),
              x2: percent(place(to)),
              y1: RAIL,
              y2: RAIL,
            }),
        next && !isLong ? drawGap(place(to), place(next.from), words(next.at - at)) : '',
      ];
    })
    .join('');
  const open = instants[opens ?? -1];
  const from = open ? Math.max(-BEYOND, place(open.from - 0.5)) : 0;
  const ground =
    open && end > 0
      ? tag('rect', {
          class: 'opens',
          x: percent(from),
          width: percent(Math.max(0.015, Math.min(1 + BEYOND, place(open.to + 0.5)) - from)),
          y: SEGMENT.y - 4,
          height: RAIL - SEGMENT.y + 14,
        })
      : '';
  if (isLong) return ground + rail + drawTurns(turnSegments(instants, turns), place) + drawn;
  const segments = instants.flatMap((instant) => segmentsIn(instant, turns));
  return (
    ground +
    drawSegments(segments, place) +
    (end > MOST_MARKS ? '' : marks(instants, place)) +
    drawn
  );
}

/** Turns as blocks, whatever time they take: at the sizes at which they can be told apart. */
function drawTurns(segments: readonly TrackSegment[], place: (unit: number) => number): string {
  const numbers = segments.map((segment) => drawNumber(segment, place)).join('');
  const drawn = drawSegments(segments, place) + numbers;
  return fitted((size) => (WIDTHS[size] / segments.length < NARROWEST ? undefined : ''))
    .map(({ at }) => tag('g', { class: at }, drawn))
    .join('');
}

/** Where a turn's block begins, and how wide it is with the gap behind it. */
function blockOf({ from, to }: TrackSegment, place: (unit: number) => number) {
  const x = Math.max(-BEYOND, place(from - 0.5));
  return { x, width: Math.min(1 + BEYOND, place(to - 0.5)) - x };
}

/** All blocks in one path: none of them can be pressed, the slider lies over them. */
function drawSegments(segments: readonly TrackSegment[], place: (unit: number) => number): string {
  const { y, height } = SEGMENT;
  const d = segments.map((segment) => {
    const { x, width } = blockOf(segment, place);
    const wide = Math.round(width * 960);
    return `M${Math.round(x * 1000)} 0h${wide}v${height}h-${wide}z`;
  });
  return stretched(y, height, tag('path', { class: 'segment', d: d.join('') }));
}

function drawNumber(segment: TrackSegment, place: (unit: number) => number): string {
  const { x, width } = blockOf(segment, place);
  return fitted((size) => firstThatFits([String(segment.number)], width * WIDTHS[size] - 2, SIZE))
    .map(({ value, at }) =>
      tag(
        'text',
        {
          class: `segment-number ${at}`.trim(),
          x: percent(x + width * 0.48),
          y: SEGMENT.y + 11.5,
        },
        value,
      ),
    )
    .join('');
}

/** A mark for each step. */
function marks(instants: readonly TrackInstant[], place: (unit: number) => number): string {
  const steps = instants.flatMap(({ first, last, from }) =>
    Array.from({ length: last - first + 1 }, (_, k) => ({ at: place(from + k), height: 3 })),
  );
  return stretched(RAIL + 4, 3, tag('path', { class: 'rail', d: downLines(steps) }));
}

/** Narrower gaps are gaps without a sign: many signs would be all that one sees. */
const SIGNED_FROM = 30;
const SIGN = `M-4 ${RAIL + 4}l3 -8M1 ${RAIL + 4}l3 -8`;

/** Where time passes: how much, and the sign of a gap. */
function drawGap(from: number, to: number, length: string): string {
  const middle = (from + to) / 2;
  const words = fitted((size) =>
    firstThatFits([`${length} passes`, length], (to - from) * WIDTHS[size] - 6, SIZE),
  );
  return (
    words
      .map(({ value, at }) =>
        tag(
          'text',
          { class: `gap-word ${at}`.trim(), x: percent(middle), y: SEGMENT.y + 11.5 },
          escapeText(value),
        ),
      )
      .join('') +
    fitted((size) => ((to - from) * WIDTHS[size] < SIGNED_FROM ? undefined : ''))
      .map(({ at }) => anchored(middle, tag('path', { class: `gap-sign ${at}`.trim(), d: SIGN })))
      .join('')
  );
}
