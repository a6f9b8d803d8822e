import type { AuthorTag } from '#markdown/author-tags.ts';
import Correction from './callouts/Correction.astro';
import Note from './callouts/Note.astro';
import Question from './callouts/Question.astro';
import Warning from './callouts/Warning.astro';

/** What pages get by name. A new one is added here and in `authorTags`, where the build checks names. */
export const authorComponents = { Note, Warning, Correction, Question } satisfies Record<
  AuthorTag,
  unknown
>;
