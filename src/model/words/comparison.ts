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
  /** Where there is no room for that over the line: the same again. */
  readonly below: string;
}

export interface Compared {
  /** Why one takes less, or why both take the same. */
  readonly because: string;
  /** The end of this lane is compared, where the totals are beside the point. */
  readonly lane?: string | undefined;
  /** Tells the longer run how much more it takes, where that is what a reader is to be surprised at. */
  readonly more?: boolean;
  /** Tells the difference; not of two runs that do different work. */
  readonly difference?: boolean;
}

/** The two sides, and which of them is the shorter. */
export function comparison(
  pair: readonly [Schedule, Schedule],
  { because, lane, more = false, difference: isTold = true }: Compared,
): { readonly sides: readonly [SideWords, SideWords]; readonly shorter: 0 | 1 } {
  const untils = [untilOf(pair[0], lane), untilOf(pair[1], lane)] as const;
  const endless = [isEndless(pair[0]), isEndless(pair[1])] as const;
  // A run that ends in a deadlock is the longer one, whenever it stopped.
  const shorter = endless[0] || (!endless[1] && untils[0] > untils[1]) ? 1 : 0;
  const { full } = timeWords(...pair);
  const difference = full(Math.abs(untils[0] - untils[1]));
  const colon = because === '' ? '' : ':';
  const what = lane === undefined ? 'in all' : `until ${lane} ends`;

  const sideWords = (i: 0 | 1): SideWords => {
    const until = untils[i];
    const words = (said = '', below = said): SideWords => ({
      until,
      total: [full(until), said === '' ? [what] : [`${what}, ${said}`, what]],
      below,
    });
    if (endless[i]) {
      const end = Math.max(...pair.map(totalOf));
      const why = isTold ? because : '';
      return { until: end, total: ['No end', [why, '']], below: why };
    }
    if (endless[0] || endless[1] || !isTold) return words();
    if (untils[0] === untils[1])
      return i === 1 && because !== ''
        ? words(`the same: ${because}`, `The same: ${because}`)
        : words();
    if ((i === shorter) === more) return words();
    if (more) return words(`${difference} more${colon} ${because}`.trim());
    const less = `${difference} less${colon}`;
    return { ...words(), less: [less, because], below: `${less} ${because}` };
  };
  return { sides: [sideWords(0), sideWords(1)], shorter };
}

function untilOf(schedule: Schedule, lane: string | undefined): number {
  const ended = schedule.lanes.find(({ name }) => name === lane)?.ended;
  return ended === undefined ? totalOf(schedule) : (schedule.steps[ended]?.at ?? 0);
}

const isEndless = ({ ends }: Schedule) => ends.how === 'deadlock';
