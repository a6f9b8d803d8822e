import { firstThatFits, textWidth } from './fit.ts';
import { anchored, escapeText, percent, tag } from './svg.ts';
import type { Track } from './slider.ts';

/** Draws what lies above the slider: turns as numbered segments, clocks over instants, and time passing between them. */

const CLOCK = 12;
const SEGMENT = { y: 19, height: 15 };
const RAIL = 50;
/** Narrower than these parts of the track, numbers and words are left out. */
const NUMBERED_FROM = 0.03;
/** Words are chosen for a track of this width in pixels. */
const WIDTH = 430;
const MOST_MARKS = 70;

export function drawTrack(
  { end, instants }: Track,
  words: (microseconds: number) => string,
): string {
  const place = (unit: number) => unit / Math.max(1, end);
  let clockEnds = -1;
  return instants
    .flatMap(({ at, first, last, from, to, segments }, i) => {
      const next = instants[i + 1];
      const x = place(from);
      const hasClock = x >= clockEnds;
      if (hasClock) clockEnds = x + (textWidth(words(at), 11.5) + 12) / WIDTH;
      return [
        hasClock
          ? tag('text', { class: 'track-clock', x: percent(x), y: CLOCK }, escapeText(words(at)))
          : '',
        ...segments.map((segment) => drawSegment(segment, place)),
        tag('line', { class: 'rail', x1: percent(x), x2: percent(place(to)), y1: RAIL, y2: RAIL }),
        ...(end > MOST_MARKS ? [] : marks(first, last, from, place)),
        next ? drawGap(place(to), place(next.from), words(next.at - at)) : '',
      ];
    })
    .join('');
}

function drawSegment(
  { number, from, to }: Track['instants'][number]['segments'][number],
  place: (unit: number) => number,
): string {
  const x = place(from - 0.5);
  const width = place(to - 0.5) - x;
  return (
    tag('rect', { class: 'segment', x: percent(x), width: percent(width * 0.96), ...SEGMENT }) +
    (width >= NUMBERED_FROM
      ? tag(
          'text',
          { class: 'segment-number', x: percent(x + width * 0.48), y: SEGMENT.y + 11.5 },
          String(number),
        )
      : '')
  );
}

function marks(
  first: number,
  last: number,
  from: number,
  place: (unit: number) => number,
): string[] {
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const x = percent(place(from + k));
    return tag('line', { class: 'rail', x1: x, x2: x, y1: RAIL + 4, y2: RAIL + 7 });
  });
}

/** Where time passes: how much, and the sign of a gap. */
function drawGap(from: number, to: number, length: string): string {
  const middle = (from + to) / 2;
  const words = firstThatFits([`${length} passes`, length], (to - from) * WIDTH - 6, 11.5);
  return (
    (words
      ? tag(
          'text',
          { class: 'gap-word', x: percent(middle), y: SEGMENT.y + 11.5 },
          escapeText(words),
        )
      : '') +
    anchored(
      middle,
      tag('path', { class: 'gap-sign', d: `M-4 ${RAIL + 4}l3 -8M1 ${RAIL + 4}l3 -8` }),
    )
  );
}
