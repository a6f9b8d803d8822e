import type { Turn } from '#model/turns.ts';
import type { TrackInstant } from './slider.ts';

/** A turn's part of the slider's track, in the track's units. */
export interface TrackSegment {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** The numbered turns of one instant, where they lie on the track. */
export function segmentsIn(
  { first, last, from: start }: TrackInstant,
  turns: readonly Turn[],
): readonly TrackSegment[] {
  return turns
    .filter((turn) => turn.first <= last && turn.last >= first)
    .flatMap(({ number, ...turn }) =>
      number === undefined
        ? []
        : [
            {
              number,
              from: Math.max(turn.first, first) - first + start,
              to: Math.min(turn.last, last) - first + start + 1,
            },
          ],
    );
}

/** Each turn from its first step to its last, with the gaps between: for a track of many instants. */
export function turnSegments(
  instants: readonly TrackInstant[],
  turns: readonly Turn[],
): readonly TrackSegment[] {
  const segments = new Map<number, TrackSegment>();
  for (const instant of instants)
    for (const { number, from, to } of segmentsIn(instant, turns))
      segments.set(number, { number, from: segments.get(number)?.from ?? from, to });
  return [...segments.values()];
}
