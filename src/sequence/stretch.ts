import type { Schedule } from '#model/schedule.ts';
import type { Program } from '#model/words/code.ts';
import type { Message, Note, Participant } from './conversation.ts';

/** A part of a recording, and who takes part in its diagram. */
export interface Stretch {
  readonly schedule: Schedule;
  readonly program: Program;
  /** Steps, both included. */
  readonly first: number;
  readonly last: number;
  readonly participants: readonly Participant[];
  /** Lines of the program that are shown as notes when a lane reaches them. */
  readonly lines: readonly number[];
}

/** What is told of a step. */
export type Said = Message | Note;
