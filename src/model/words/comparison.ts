import type { Schedule } from '../schedule.ts';
import { totalOf } from '../total.ts';
import { timeWords } from './time-words.ts';

/** What stands over each of two runs on one axis. */
export interface SideWords {
  /** Microseconds until the bracket ends. */
  readonly until: number;
  /** "1.0 s", and what it is, from the longest wording to the shortest. */
  readonly total: readonly [heavy: string, light: readonly string[]];
  /** "2.0 s less:" and why, behind the bracket of the run that it belongs to. */
  readonly less?: readonly [heavy: string, light: string] | undefined;
  /** Where there is no room above the line: the same again. */
  readonly below: string;
}

export interface Compared {
  /** Why one takes less, or why both take the same. */
  readonly because: string;
  /** The end of this lane is compared, where the totals are beside the point. */
  readonly lane?: string | undefined;
  /** Tells the longer run how much more it takes, where that is what a reader is to be surprised at. */
  readonly more?: boolean;
}

/** The two sides, and which of them is the shorter. */
export function comparison(
  pair: readonly [Schedule, Schedule],
  { because, lane, more = false }: Compared,
): { readonly sides: readonly [SideWords, SideWords]; readonly shorter: 0 | 1 } {
  const [one, other] = [untilOf(pair[0], lane), untilOf(pair[1], lane)];
  const { full } = timeWords(...pair);
  /** A run that ends in a deadlock is the longer one, whenever it stopped. */
  const [oneIsEndless, otherIsEndless] = [isEndless(pair[0]), isEndless(pair[1])];
  const shorter = oneIsEndless || (!otherIsEndless && one > other) ? 1 : 0;
  const colon = because === '' ? '' : ':';
  const what = lane === undefined ? 'in all' : `until ${lane} is done`;
  const difference = full(Math.abs(one - other));
  const sideWords = (i: 0 | 1): SideWords => {
    const until = i === 0 ? one : other;
    if (i === 0 ? oneIsEndless : otherIsEndless)
      return { until: end(pair), total: [`No end${colon}`, [because]], below: because };
    const total = full(until);
    if (oneIsEndless || otherIsEndless) return { until, total: [total, [what]], below: '' };
    if (one === other)
      return because !== '' && i === 1
        ? {
            until,
            total: [total, [`${what}, the same: ${because}`, what]],
            below: `The same: ${because}`,
          }
        : { until, total: [total, [what]], below: '' };
    if (more && i !== shorter) {
      const words = `${difference} more${colon} ${because}`.trim();
      return { until, total: [total, [`${what}, ${words}`, what]], below: words };
    }
    if (more || i !== shorter) return { until, total: [total, [what]], below: '' };
    const heavy = `${difference} less${colon}`;
    return { until, total: [total, [what]], less: [heavy, because], below: `${heavy} ${because}` };
  };
  return { sides: [sideWords(0), sideWords(1)], shorter };
}

function untilOf(schedule: Schedule, lane: string | undefined): number {
  const ended = schedule.lanes.find(({ name }) => name === lane)?.ended;
  return ended === undefined ? totalOf(schedule) : (schedule.steps[ended]?.at ?? 0);
}

const isEndless = ({ ends }: Schedule) => ends.how === 'deadlock';

const end = (pair: readonly Schedule[]) => Math.max(...pair.map(totalOf));
