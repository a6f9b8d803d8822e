import type { Schedule } from './schedule.ts';
import { endingOf } from './ending.ts';
import { processOf } from './processes.ts';
import { hasThreads, roomOf, roomOfAll } from './processors.ts';
import { spansOf } from './spans.ts';
import { totalOf } from './total.ts';
import { threadOf } from './state.ts';

/** Running, ready, waiting and blocked fill each lane's life, and no thread runs longer than it lasted. */
export function lifeFaults(schedule: Schedule): string[] {
  const faults: string[] = [];
  const busy = new Map<number, number>();
  spansOf(schedule).forEach((spans, lane) => {
    const { born } = schedule.lanes[lane] ?? {};
    const { step: ended } = endingOf(schedule, lane);
    const life = [
      born === undefined ? 0 : (schedule.steps[born]?.at ?? 0),
      ended === undefined ? totalOf(schedule) : (schedule.steps[ended]?.at ?? 0),
    ] as const;
    const [first, last] = [spans[0], spans.at(-1)];
    if (first && last && (first.from < life[0] || last.to !== life[1]))
      faults.push(`Lane ${lane} lives from ${life.join(' to ')}, its states do not.`);
    spans.forEach((span, place) => {
      const next = spans[place + 1];
      if (next && next.from !== span.to) faults.push(`Lane ${lane} is in no state at ${span.to}.`);
      if (span.state === 'running' || span.state === 'blocked') {
        const thread = threadOf(schedule, lane);
        busy.set(thread, (busy.get(thread) ?? 0) + span.to - span.from);
      }
    });
  });
  faults.push(...crowdFaults(schedule));
  for (const [thread, time] of busy)
    if (time > totalOf(schedule)) faults.push(`Lane ${thread} runs ${time}, longer than all took.`);
  return faults;
}

/** On one thread no two lanes run at once, and no more threads than there is room for, in one process and in all. */
function crowdFaults(schedule: Schedule): string[] {
  const ends = spansOf(schedule).flatMap((spans) =>
    spans
      .filter(({ state, from, to }) => state === 'running' && to > from)
      .flatMap(({ from, to, lane }) => {
        const thread = threadOf(schedule, lane);
        return [
          { at: from, thread, by: 1 },
          { at: to, thread, by: -1 },
        ];
      }),
  );
  const running = new Map<number, number>();
  const room = hasThreads(schedule) ? roomOf(schedule) : 1;
  for (const { at, thread, by } of ends.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    const lanes = (running.get(thread) ?? 0) + by;
    if (lanes > 0) running.set(thread, lanes);
    else running.delete(thread);
    if (lanes > 1) return [`Two lanes run on lane ${thread} at ${at}.`];
    const near = [...running.keys()].filter(
      (other) => processOf(schedule, other) === processOf(schedule, thread),
    ).length;
    if (near > room) return [`${near} threads run at ${at}, of ${room} at most.`];
    if (hasThreads(schedule) && running.size > roomOfAll(schedule))
      return [`${running.size} threads run at ${at}, on ${roomOfAll(schedule)} cores.`];
  }
  return [];
}
