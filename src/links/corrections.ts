import { z } from 'zod';
import { addressSchema, idSchema, parseContent, partsOf, twice } from './content-file.ts';
import { list } from './glossary.ts';

const correctionSchema = z.strictObject({
  /** Its address for ever: `/corrections/#<id>`. */
  id: idSchema,
  /** What is often said, in our words. */
  said: z.string().min(10),
  right: z.string().min(10),
  /** A recording, a run, documentation with its version. */
  evidence: z.string().min(10),
  /** The section that says it at length. */
  page: addressSchema,
  /** The statements of the notes that it settles. */
  items: z.array(z.string()).default([]),
});
export type Correction = z.infer<typeof correctionSchema>;

/** The entries of content/corrections.yaml; `slugs` are the pages there are and will be, `items` the notes' statements. */
export function parseCorrections(
  text: string,
  slugs: ReadonlySet<string>,
  items: ReadonlySet<string>,
): readonly Correction[] {
  const schema = z.array(correctionSchema).superRefine((entries, context) => {
    for (const fault of twice(entries.map(({ id }) => id))) context.addIssue(fault);
    for (const entry of entries) {
      const { slug } = partsOf(entry.page);
      if (!slugs.has(slug)) {
        context.addIssue(
          `\`${entry.id}\` leads to \`${entry.page}\`, which is not in the map. The nearest pages are ${list(slug, [...slugs].filter(Boolean))}.`,
        );
      }
      for (const item of entry.items.filter((item) => !items.has(item))) {
        context.addIssue(
          `\`${entry.id}\` settles \`${item}\`, which content/notes-items.json does not have.`,
        );
      }
    }
  });
  return parseContent('content/corrections.yaml', text, schema);
}
