import { NEVER } from '../never.ts';
import type { Schedule } from '../schedule.ts';

/** How one figure writes its times: one unit, and no more decimals than its own times need. */
export interface TimeWords {
  /** An instant or a length, with its unit: "1.0 s". The space between them does not break. */
  readonly full: (microseconds: number) => string;
  /** The same without its unit, for the ticks of an axis; with it where a figure mixes units. */
  readonly bare: (microseconds: number) => string;
}

const NBSP = '\u00a0';
const SECOND = 1e6;
/** From here on a figure speaks of hours, minutes and seconds. */
const LONG = 120 * SECOND;
/** Below it, of milliseconds; and up to twice that where its times are not whole hundredths of a second. */
const SHORT = SECOND / 10;
const HUNDREDTH = SECOND / 100;

const kept = new WeakMap<Schedule, TimeWords>();

/** The times of one schedule, or of several that share a figure. */
export function timeWords(...schedules: readonly [Schedule, ...Schedule[]]): TimeWords {
  const [only] = schedules;
  if (schedules.length > 1) return timeWordsFor(schedules.flatMap(timesOf));
  const words = kept.get(only) ?? timeWordsFor(timesOf(only));
  kept.set(only, words);
  return words;
}

/** The numbers of an axis: those of its figure, unless two of them would be written alike. */
export function axisWords(words: TimeWords, clocks: readonly number[]): TimeWords {
  const written = new Set(clocks.map(words.bare));
  return written.size === clocks.length ? words : timeWordsFor(clocks);
}

/** For times that come from no schedule. */
export function timeWordsFor(all: readonly number[]): TimeWords {
  const times = all.filter((time) => time < NEVER);
  const longest = Math.max(0, ...times);
  const isFine = longest < 2 * SHORT && times.some((time) => time % HUNDREDTH !== 0);
  const unit = longest > 0 && (longest < SHORT || isFine) ? 'ms' : 's';
  const size = unit === 'ms' ? 1e3 : SECOND;
  const places = decimals(times, size, longest >= LONG || unit === 'ms' ? 0 : 1);
  const bare = (time: number) => (time / size).toFixed(places);
  const plain = (time: number) => bare(time) + NBSP + unit;
  const mixed = (time: number) => {
    const parts = [];
    const minutes = Math.floor(time / (60 * SECOND));
    if (minutes >= 60) parts.push(Math.floor(minutes / 60) + NBSP + 'h');
    const rest = time - minutes * 60 * SECOND;
    if (minutes % 60 > 0 || (minutes > 0 && rest > 0)) parts.push((minutes % 60) + NBSP + 'min');
    if (rest > 0 || minutes === 0) parts.push(plain(rest));
    return parts.join(NBSP);
  };
  const long = longest >= LONG;
  const full = (time: number) => {
    if (time >= NEVER) return 'infinity';
    return long || time >= LONG ? mixed(time) : plain(time);
  };
  return { full, bare: long ? mixed : bare };
}

/** Every clock reading, length and deadline that a figure may have to write; a timeout of minutes that never came to pass decides nothing. */
function timesOf({ steps }: Schedule): number[] {
  const times = new Set<number>();
  const end = steps.at(-1)?.at ?? 0;
  for (const step of steps) {
    times.add(step.at);
    if ('lasts' in step && step.lasts !== undefined) times.add(step.at + step.lasts);
    if (
      step.kind === 'sleep' &&
      step.until !== undefined &&
      (step.until < LONG || step.until <= end)
    )
      times.add(step.until);
  }
  return [...times];
}

/** As many as write every time exactly, if that is three or fewer; else as many as tell them apart. */
function decimals(times: readonly number[], size: number, least: number): number {
  for (let places = least; places <= 3; places++)
    if (times.every((time) => Number.isInteger(round((time / size) * 10 ** places)))) return places;
  const different = new Set(times).size;
  for (let places = least; places < 6; places++)
    if (new Set(times.map((time) => (time / size).toFixed(places))).size === different)
      return places;
  return 6;
}

/** Away from the noise that binary fractions add. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
