/** Plays steps: each has its dwell, and between two instants the playhead glides for as long as time passes. */

export interface Pace {
  /** Milliseconds that a step is shown at speed 1. */
  readonly dwell: number;
  /** Milliseconds of the reader's for a microsecond of the recording. */
  readonly perMicrosecond: number;
}

/** Instants' many steps get equal dwell, so that their order can be seen. */
const DWELL = 320;
/** A recorded second is a second, unless the run is longer than a reader's patience. */
const LONGEST_RUN = 15_000;

export function paceOf(totalMicroseconds: number): Pace {
  const real = 1 / 1000;
  const slowest = totalMicroseconds === 0 ? real : LONGEST_RUN / totalMicroseconds;
  return { dwell: DWELL, perMicrosecond: Math.min(real, slowest) };
}

export interface Playing {
  /** Shows a step. */
  show(step: number): void;
  /** Moves the playhead between the instants of two neighbouring steps; `part` runs from 0 to 1. */
  glide(step: number, part: number): void;
  /** The end was reached. */
  end(): void;
}

export interface Plan {
  readonly clocks: readonly number[];
  readonly pace: Pace;
  /** 1 is a recorded second in a second. */
  readonly speed: number;
}

/** Milliseconds from one stop to the next where nothing moves. */
const BETWEEN_STOPS = 1500;

/** Shows one stop after the other, without motion between them; returns what stops it. */
export function playStops(
  from: number | undefined,
  stops: readonly number[],
  { show, end }: Pick<Playing, 'show' | 'end'>,
): () => void {
  const ahead = stops.filter((stop) => from === undefined || stop > from);
  let timer = 0;
  const next = (i: number) => {
    const stop = ahead[i];
    if (stop === undefined || i === ahead.length - 1) return end();
    show(stop);
    timer = window.setTimeout(next, BETWEEN_STOPS, i + 1);
  };
  // Whoever started this has to hold what stops it before the end can come.
  timer = window.setTimeout(next, 0, 0);
  return () => clearTimeout(timer);
}

/** Runs until stopped; returns what stops it. Nothing is asked of the browser once it has stopped. */
export function play(from: number, { clocks, pace, speed }: Plan, playing: Playing): () => void {
  let step = from;
  let since: number | undefined;
  let frame = 0;
  playing.show(step);
  const tick = (now: number) => {
    since ??= now;
    const gap = ((clocks[step + 1] ?? 0) - (clocks[step] ?? 0)) * pace.perMicrosecond;
    const passed = (now - since) * speed;
    if (gap > 0 && passed > pace.dwell)
      playing.glide(step, Math.min(1, (passed - pace.dwell) / gap));
    if (passed >= pace.dwell + Math.max(0, gap)) {
      step += 1;
      since = now;
      if (step >= clocks.length) return playing.end();
      playing.show(step);
    }
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
