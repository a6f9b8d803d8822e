import type { Column, Lens, Segment } from './lens.ts';
import { markOf, roofOf, showsLoop, type LensDrawing } from './draw-lens.ts';
import { percent, tag } from './svg.ts';

/**
 * Draws a lens standing, for narrow figures: lanes side by side, order downward, one piece for each row of words
 * so that picture and words stay level however the words wrap. Shipped to readers.
 */

/** Pixels that a lane takes, by how many there are: the words stand beside them. */
export function laneWidth({ lanes: { length } }: Lens): 24 | 17 | 12 {
  return length < 7 ? 24 : length < 10 ? 17 : 12;
}
const BAR: Record<Segment['state'], number> = {
  unborn: 0,
  done: 0,
  running: 14,
  ready: 14,
  serving: 10,
  waiting: 8,
  blocked: 18,
};

/** The piece of the lens that belongs to some columns: from the middle of the gap before to the middle of the gap behind. */
export function drawStanding(
  lens: Lens,
  first: Column,
  last: Column,
  drawing: LensDrawing,
): string {
  const { from, to } = pieceOf(lens, first, last);
  const place = (x: number) => Math.min(1, Math.max(0, (x - from) / (to - from)));
  const wide = laneWidth(lens);
  const middle = (row: number) => (row + 0.5) * wide;
  const pieces = lens.lanes.flatMap(({ lane, segments }, row) => [
    ...segments
      .filter((segment) => segment.to > from && segment.from < to)
      .filter((segment) => !drawing.isLoop(lane) || showsLoop(segment, lane, lens))
      .map((segment) => drawPiece(segment, lane, middle(row), place, lens, drawing)),
  ]);
  const handOvers = lens.handOvers
    .filter(({ to: end }) => end > from && end <= to)
    .map(({ fromLane, toLane, to: end }) => {
      const [a, b] = [fromLane, toLane].map((lane) => middle(rowOf(lens, lane))) as [
        number,
        number,
      ];
      const y = percent(place(end));
      return tag('g', { class: 'hand-over' }, tag('line', { x1: a, x2: b, y1: y, y2: y }));
    });
  return tag(
    'svg',
    { class: 'standing', width: lens.lanes.length * wide, 'aria-hidden': 'true' },
    ...pieces,
    ...handOvers,
  );
}

function pieceOf({ columns }: Lens, first: Column, last: Column): { from: number; to: number } {
  const before = columns[columns.indexOf(first) - 1];
  const behind = columns[columns.indexOf(last) + 1];
  return {
    from: before ? (before.to + first.from) / 2 : 0,
    to: behind ? (last.to + behind.from) / 2 : 1,
  };
}

function drawPiece(
  segment: Segment,
  lane: number,
  x: number,
  place: (x: number) => number,
  lens: Lens,
  { isLoop, present }: LensDrawing,
): string {
  const { state, from, to, step } = segment;
  const width = Math.round((BAR[state] * laneWidth(lens)) / 24);
  if (width === 0) return '';
  const toCome = present !== undefined && step > present ? ' to-come' : '';
  const [y1, y2] = [place(from), place(to)];
  const left = x - width / 2;
  const roof =
    toCome || isLoop(lane)
      ? ''
      : roofOf(segment, (a, b) => ({
          x1: left + 1.5,
          x2: left + 1.5,
          y1: percent(place(a)),
          y2: percent(place(b)),
        }));
  return (
    tag('rect', {
      class: markOf(segment, isLoop(lane)) + toCome,
      x: roof ? left + 4 : left,
      width: roof ? width - 4 : width,
      y: percent(y1),
      height: percent(y2 - y1),
    }) + roof
  );
}

function rowOf(lens: Lens, lane: number): number {
  return lens.lanes.findIndex((other) => other.lane === lane);
}
