import { corrections } from './corrections.ts';
import { errors } from './errors.ts';
import { examples } from './examples.ts';
import type { ReadKind } from './kind.ts';
import { sections } from './sections.ts';
import { symptoms } from './symptoms.ts';
import { terms } from './terms.ts';

/** Everything that can be found. A new kind is a file beside this one, and a line here. */
export const kinds: readonly ReadKind[] = [
  sections,
  errors,
  symptoms,
  terms,
  corrections,
  examples,
];
