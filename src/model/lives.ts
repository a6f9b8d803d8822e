import type { Schedule } from './schedule.ts';
import { spansOf, totalOf } from './spans.ts';
import { threadOf } from './state.ts';

/** Running, ready, waiting and blocked fill each lane's life, and no thread runs longer than it lasted. */
export function lifeFaults(schedule: Schedule): string[] {
  const faults: string[] = [];
  const busy = new Map<number, number>();
  spansOf(schedule).forEach((spans, lane) => {
    const { born, ended } = schedule.lanes[lane] ?? {};
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
  for (const [thread, time] of busy)
    if (time > totalOf(schedule)) faults.push(`Lane ${thread} runs ${time}, longer than all took.`);
  return faults;
}
