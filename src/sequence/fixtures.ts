import { sequenceChoiceSchema, type SequenceChoice } from '#model/sequence-choice.ts';
import { remarksOf, type Conversation } from './conversation.ts';

/** For tests: what an author may choose, and a conversation as lines. */

export const choose = (choice: Partial<SequenceChoice> = {}): SequenceChoice =>
  sequenceChoiceSchema.parse({ claim: 'It is told.', ...choice });

/** "main > event loop: returns", "-- 1.0 s", "one: sleeps until 2.0 s". */
export function linesOf({ participants, items }: Conversation): string[] {
  const name = (party: string) => participants.find((one) => one.party === party)?.name ?? party;
  return remarksOf(items)
    .map((one) => {
      if (one.kind === 'message') return `${name(one.from)} > ${name(one.to)}: ${one.says}`;
      return one.kind === 'instant' ? `-- ${one.says}` : `${name(one.over)}: ${one.says}`;
    })
    .map((line) => line.replaceAll('\u00a0', ' '));
}
