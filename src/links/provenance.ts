import { z } from 'zod';
import { addressSchema, parseContent } from './content-file.ts';

/** Where a statement of the notes is answered, or why it is not. */
const answerSchema = z.union(
  [
    addressSchema,
    z.strictObject({
      dropped: z
        .string()
        .min(20, 'Give the reason in a sentence that a reader of the notes accepts.'),
    }),
  ],
  {
    error: 'Write an address, `/page/#section`, or `{ dropped: "why it is not answered" }`.',
  },
);

export type Answer = z.infer<typeof answerSchema>;

/** The entries of content/provenance.yaml; `items` are the notes' statements. */
export function parseProvenance(
  text: string,
  items: ReadonlySet<string>,
): ReadonlyMap<string, Answer> {
  const schema = z.record(z.string(), answerSchema).superRefine((answers, context) => {
    for (const item of Object.keys(answers)) {
      if (items.has(item)) continue;
      context.addIssue(
        `\`${item}\` is no statement of the notes: content/notes-items.json has them.`,
      );
    }
  });
  return new Map(Object.entries(parseContent('content/provenance.yaml', text, schema)));
}

/** The ids from the text of content/notes-items.json. */
export function parseItems(text: string): ReadonlySet<string> {
  return new Set(z.array(z.string().regex(/^n\d-\d{3}$/)).parse(JSON.parse(text)));
}
