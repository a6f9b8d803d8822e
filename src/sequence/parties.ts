import type { Schedule } from '#model/schedule.ts';
import { listed } from '#model/words/names.ts';
import { SequenceError, type Participant, type Party } from './conversation.ts';

/** Who takes part in a conversation: lanes, and what lanes speak to. */

export const laneParty = (lane: number): Party => `lane ${lane}`;
export const resourceParty = (resource: number): Party => `resource ${resource}`;

/** The participants that an author names, in this order: lanes, `timers`, `output`, or a lock, queue or the like by its name. */
export function namedParticipants(
  schedule: Schedule,
  names: readonly string[],
): readonly Participant[] {
  return names.map((name) => {
    const lane = schedule.lanes.findIndex((one) => one.name === name);
    if (lane >= 0) return laneParticipant(schedule, lane);
    const resource = schedule.resources.findIndex((one) => one.name === name);
    if (resource >= 0) return { party: resourceParty(resource), name };
    if (name === 'timers' || name === 'output') return { party: name, name };
    const known = [
      ...schedule.lanes.map((one) => one.name),
      ...schedule.resources.map((one) => one.name),
      'timers',
      'output',
    ];
    throw new SequenceError(
      `nobody is called \`${name}\`. There are ${listed(known.map((one) => `\`${one}\``))}.`,
    );
  });
}

/** Without the author's choice: the tasks that had a turn, and the loop; where there is no loop, all lanes. */
export function usualParticipants(
  schedule: Schedule,
  first: number,
  last: number,
): readonly Participant[] {
  const active = new Set(
    schedule.steps.slice(first, last + 1).flatMap((step) => {
      if (step.kind === 'pick' || step.kind === 'resume') return [step.lane, step.target];
      return [step.lane];
    }),
  );
  const hasLoop = schedule.lanes.some(({ kind }) => kind === 'loop');
  const lanes = schedule.lanes.flatMap(({ kind }, lane) =>
    active.has(lane) && !(hasLoop && (kind === 'thread' || kind === 'loop')) ? [lane] : [],
  );
  const loops = schedule.lanes.flatMap(({ kind }, lane) => (kind === 'loop' ? [lane] : []));
  // The loop stands beside the first task, so that most messages have a short way.
  return [...lanes.slice(0, 1), ...loops, ...lanes.slice(1)].map((lane) =>
    laneParticipant(schedule, lane),
  );
}

function laneParticipant({ lanes }: Schedule, lane: number): Participant {
  const { name = '', kind } = lanes[lane] ?? {};
  return { party: laneParty(lane), name: kind === 'loop' ? 'event loop' : name };
}
