import type { Schedule } from '#model/schedule.ts';
import { threadOf } from '#model/state.ts';
import type { TimeWords } from '#model/words/time-words.ts';
import type { Item, Remark } from './conversation.ts';

/** Shortens what was said without losing any of it: repeats become loops, and what has no order stands side by side. */

/** From so many times on, the same is told once. */
const REPEATS = 3;

/** Folds the longest repetition, then what is left before and after it. */
export function foldLoops(remarks: readonly Remark[], times: TimeWords): readonly Item[] {
  const found = longestRepeat(remarks);
  if (!found) return remarks;
  const { start, length, count } = found;
  const rounds = Array.from({ length: count }, (_, i) =>
    remarks.slice(start + i * length, start + (i + 1) * length),
  );
  return [
    ...foldLoops(remarks.slice(0, start), times),
    { kind: 'loop', title: `${count} times`, items: merge(rounds, times) },
    ...foldLoops(remarks.slice(start + length * count), times),
  ];
}

/** Two remarks are the same when only times differ. */
function likeness(remark: Remark): string {
  switch (remark.kind) {
    case 'instant':
      return 'instant';
    case 'message':
      return ['message', remark.from, remark.to, remark.how, remark.always].join('|');
    default:
      return [remark.kind, remark.over, remark.always].join('|');
  }
}

function longestRepeat(remarks: readonly Remark[]) {
  const like = remarks.map(likeness);
  let best: { start: number; length: number; count: number } | undefined;
  for (let start = 0; start < like.length; start++) {
    for (let length = 1; start + length * REPEATS <= like.length; length++) {
      let count = 1;
      while (repeats(like, start, length, count)) count++;
      if (count < REPEATS) continue;
      // A round that passes an instant begins with the clock.
      const round = remarks.slice(start, start + length);
      if (round.some(({ kind }) => kind === 'instant') && round[0]?.kind !== 'instant') continue;
      if (!best || length * count > best.length * best.count) best = { start, length, count };
    }
  }
  return best;
}

function repeats(like: readonly string[], start: number, length: number, count: number): boolean {
  const next = start + length * count;
  if (next + length > like.length) return false;
  return Array.from({ length }, (_, i) => like[start + i] === like[next + i]).every(Boolean);
}

/** One round that says what all of them say, and stands for the steps of all. */
function merge(rounds: readonly (readonly Remark[])[], times: TimeWords): readonly Remark[] {
  const [first = []] = rounds;
  return first.map((remark, i) => {
    const all = rounds.flatMap((round) => round[i] ?? []);
    const steps = all.flatMap((one) => one.steps);
    if (remark.kind === 'instant') return { ...remark, says: everyWords(all, times), steps };
    const isSame = all.every(({ says }) => says === remark.says);
    return { ...remark, says: isSame ? remark.says : remark.always, steps };
  });
}

/** "every 0.5 s from 0.5 s on", or from when to when. */
function everyWords(instants: readonly Remark[], times: TimeWords): string {
  const ats = instants.flatMap((one) => (one.kind === 'instant' ? one.at : []));
  const gaps = ats.slice(1).map((at, i) => at - (ats[i] ?? 0));
  const [gap = 0] = gaps;
  const [from = 0, to = 0] = [ats[0], ats.at(-1)];
  return gaps.every((one) => one === gap)
    ? `every ${times.full(gap)}, from ${times.bare(from)} to ${times.full(to)}`
    : `${times.bare(from)} to ${times.full(to)}`;
}

/**
 * What lanes of several threads or processes do at one instant, with nothing handed over between them,
 * stands side by side: no order is promised there.
 */
export function foldParallel(items: readonly Item[], schedule: Schedule): readonly Item[] {
  const folded: Item[] = [];
  for (let i = 0; i < items.length;) {
    const run: { item: Item; thread: number }[] = [];
    for (let item = items[i]; item; item = items[i + run.length]) {
      const thread = onlyThread(item, schedule);
      if (thread === undefined) break;
      run.push({ item, thread });
    }
    const threads = [...new Set(run.map(({ thread }) => thread))];
    if (threads.length > 1)
      folded.push({
        kind: 'par',
        parts: threads.map((thread) =>
          run.filter((one) => one.thread === thread).map(({ item }) => item),
        ),
      });
    else folded.push(...run.map(({ item }) => item));
    i += run.length;
    const next = items[i];
    if (next) folded.push(next);
    i++;
  }
  return folded;
}

/** The thread that all of an item belongs to; undefined for the clock, and for what passes between threads. */
function onlyThread(item: Item, schedule: Schedule): number | undefined {
  if (item.kind === 'instant' || item.kind === 'loop' || item.kind === 'par') return undefined;
  const parties = item.kind === 'message' ? [item.from, item.to] : [item.over];
  const threads = parties.map((party) => {
    const lane = /^lane (\d+)$/.exec(party)?.[1];
    return lane === undefined ? undefined : threadOf(schedule, Number(lane));
  });
  const [first] = threads;
  return threads.every((thread) => thread === first) ? first : undefined;
}
