import { keyStepNumbers } from '#model/key-steps.ts';
import type { Example } from '#model/example.ts';
import type { SequenceChoice } from '#model/sequence-choice.ts';
import type { Schedule } from '#model/schedule.ts';
import { timeWords } from '#model/words/time-words.ts';
import { remarksOf, SequenceError, type Conversation } from './conversation.ts';
import { foldLoops, foldParallel } from './fold.ts';
import { laneParty, namedParticipants, usualParticipants } from './parties.ts';
import { reduce } from './reduce.ts';

/** What an author asks for, as a conversation. Throws a SequenceError that names what to change. */
export function tell(
  schedule: Schedule,
  {
    program,
    example,
    choice,
  }: {
    readonly program: string;
    readonly example: Pick<Example, 'steps'>;
    readonly choice: SequenceChoice;
  },
): Conversation {
  const numbers = keyStepNumbers(schedule, example.steps);
  const first = stepOf('from', choice.from, numbers) ?? 0;
  const last = stepOf('to', choice.to, numbers) ?? schedule.steps.length - 1;
  if (first > last)
    throw new SequenceError(
      `\`from: ${choice.from}\` is step ${first}, and \`to: ${choice.to}\` is step ${last}, before it. Swap them.`,
    );
  const participants = choice.lanes
    ? namedParticipants(schedule, choice.lanes)
    : usualParticipants(schedule, first, last);
  const remarks = reduce({
    schedule,
    program: program.split('\n'),
    first,
    last,
    participants,
    lines: choice.lines,
  });
  const items = foldParallel(foldLoops(remarks, timeWords(schedule)), schedule);
  const count = remarksOf(items).filter(({ kind }) => kind !== 'instant').length;
  if (count === 0)
    throw new SequenceError(
      'nothing is said between these. Name more lanes, among them `loop`, or a longer stretch.',
    );
  if (count > choice.most)
    throw new SequenceError(
      `${count} messages are more than ${choice.most}. Name fewer \`lanes\`, choose \`from\` and \`to\` ` +
        `(key steps are ${Object.keys(numbers).join(', ') || 'not there yet'}), or say \`most: ${count}\`.`,
    );
  return { participants, items, leftOut: leftOut() };

  function leftOut(): readonly string[] {
    const shown = new Set(participants.map(({ party }) => party));
    const did = new Set(
      schedule.steps
        .slice(first, last + 1)
        .flatMap((step) => (step.kind === 'pick' ? step.target : [])),
    );
    return schedule.lanes.flatMap(({ name, kind }, lane) =>
      kind === 'task' && did.has(lane) && !shown.has(laneParty(lane)) ? [name] : [],
    );
  }
}

function stepOf(
  key: string,
  slug: string | undefined,
  numbers: Readonly<Record<string, number>>,
): number | undefined {
  if (slug === undefined) return undefined;
  const step = numbers[slug];
  if (step === undefined)
    throw new SequenceError(
      `\`${key}: ${slug}\` is no key step. There are ${Object.keys(numbers).join(', ')}.`,
    );
  return step;
}
