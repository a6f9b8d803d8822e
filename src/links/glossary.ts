import { z } from 'zod';
import { addressSchema, idSchema, parseContent, partsOf, twice } from './content-file.ts';
import { nearest } from './nearest.ts';

const termSchema = z.strictObject({
  /** Its address for ever: `/topics/#<id>`. */
  id: idSchema,
  term: z.string().min(1),
  /** One or two sentences: what a reader gets who asks for nothing more. */
  says: z.string().min(20),
  /** Ids of other terms. */
  see: z.array(idSchema).default([]),
  /** The section that explains it. */
  page: addressSchema,
});
export type Term = z.infer<typeof termSchema>;

/** The terms from the text of content/glossary.yaml; `slugs` are the pages there are and will be. */
export function parseGlossary(text: string, slugs: ReadonlySet<string>): readonly Term[] {
  const schema = z.array(termSchema).superRefine((terms, context) => {
    const ids = terms.map(({ id }) => id);
    for (const fault of twice(ids)) context.addIssue(fault);
    for (const { id, see, page } of terms) {
      for (const other of see) {
        if (other === id) context.addIssue(`\`${id}\` refers to itself. Delete it from \`see\`.`);
        else if (!ids.includes(other)) {
          context.addIssue(
            `\`${id}\` refers to \`${other}\`, which is no term. The nearest are ${list(other, ids)}.`,
          );
        }
      }
      if (!slugs.has(partsOf(page).slug)) {
        context.addIssue(
          `\`${id}\` is explained at \`${page}\`, which is not in the map. The nearest pages are ${list(partsOf(page).slug, [...slugs].filter(Boolean))}.`,
        );
      }
    }
  });
  return parseContent('content/glossary.yaml', text, schema);
}

/** The nearest of the known words, for the cure of a fault. */
export function list(asked: string, known: readonly string[]): string {
  return nearest(asked, known)
    .map((word) => `\`${word}\``)
    .join(', ');
}

/** What terms are sorted and gathered under: "G", and "_" where no letter begins the term. */
export function letterOf({ term }: Term): string {
  const letter = term.replace(/^[^a-z0-9]+/i, '').charAt(0);
  return /[a-z]/i.test(letter) ? letter.toUpperCase() : '_';
}

/** The terms from A to Z, gathered by their letters. */
export function byLetter(terms: readonly Term[]): readonly [letter: string, terms: Term[]][] {
  const sorted = terms.toSorted((one, other) => one.term.localeCompare(other.term, 'en'));
  return [...Map.groupBy(sorted, letterOf)].sort(([one], [other]) => (one < other ? -1 : 1));
}
