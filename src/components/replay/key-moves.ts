import { instantOf, type Figure } from './parts/part.ts';

/** Where buttons and keys lead from the reader's step. */
type Move = (figure: Figure, now: number | undefined) => number;

export const forward: Move = ({ data }, now = data.begins - 1) => now + 1;
export const back: Move = (_, now = 0) => now - 1;
const anywhere: Readonly<Record<string, Move>> = { '.': forward, ',': back };
const onSlider: Readonly<Record<string, Move>> = {
  ...anywhere,
  ArrowRight: forward,
  ArrowUp: forward,
  ArrowLeft: back,
  ArrowDown: back,
  PageUp: (figure, now = 0) => neighbour(figure, now, 1),
  PageDown: (figure, now = 0) => neighbour(figure, now, -1),
  Home: () => 0,
  End: ({ last }) => last,
};

/** With Shift, to the next or previous step of the lane that the reader is at. */
const onSliderShifted: Readonly<Record<string, Move>> = {
  ArrowRight: (figure, now) => sameLane(figure, now, 1),
  ArrowLeft: (figure, now) => sameLane(figure, now, -1),
};

/** Where a key leads; the arrows and their like only on the slider, elsewhere they scroll the page. */
export function keyMove({ key, shiftKey }: KeyboardEvent, isOnSlider: boolean): Move | undefined {
  if (!isOnSlider) return anywhere[key];
  return (shiftKey ? onSliderShifted : onSlider)[key];
}

function sameLane({ schedule: { steps } }: Figure, now: number | undefined, way: 1 | -1): number {
  if (now === undefined) return 0;
  const lane = steps[now]?.lane;
  for (let n = now + way; n >= 0 && n < steps.length; n += way)
    if (steps[n]?.lane === lane) return n;
  return now;
}

/** The first step of the next instant, or of this one, or of the one before. */
function neighbour(figure: Figure, step: number, way: 1 | -1): number {
  const i = instantOf(figure, step);
  const here = figure.instants[i];
  if (way < 0 && here && step > here.first) return here.first;
  return figure.instants[Math.max(0, i + way)]?.first ?? figure.last;
}
