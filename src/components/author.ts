import type { AuthorTag } from '#markdown/author-tags.ts';
import Correction from './callouts/Correction.astro';
import Note from './callouts/Note.astro';
import Question from './callouts/Question.astro';
import Warning from './callouts/Warning.astro';
import Compare from './compare/Compare.astro';
import Grid from './grid/Grid.astro';
import Capacity from './capacity/Capacity.astro';
import Decision from './decision/Decision.astro';
import Diagram from './diagram/Diagram.astro';
import Measured from './measured/Measured.astro';
import Printed from './measured/Printed.astro';
import Predict from './predict/Predict.astro';
import Recorded from './recorded/Recorded.astro';
import Replay from './replay/Replay.astro';
import Sequence from './sequence/Sequence.astro';
import Term from './term/Term.astro';
import Quoted from './typed/Quoted.astro';
import Said from './typed/Said.astro';
import Setting from './typed/Setting.astro';

/** What pages get by name. A new one is added here and in `authorTags`, where the build checks names. */
export const authorComponents = {
  Note,
  Warning,
  Correction,
  Question,
  Replay,
  Compare,
  Grid,
  Capacity,
  Predict,
  Recorded,
  Measured,
  Printed,
  Sequence,
  Diagram,
  Decision,
  Term,
  Setting,
  Said,
  Quoted,
} satisfies Record<AuthorTag, unknown>;
