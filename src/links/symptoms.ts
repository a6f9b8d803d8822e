import { z } from 'zod';
import { addressSchema, idSchema, parseContent, partsOf, twice } from './content-file.ts';
import { list } from './glossary.ts';

/** What one sees when there is no message: content/symptoms.yaml, `/symptoms/`. */

const causeSchema = z.strictObject({
  /** One line: what may be going on. */
  cause: z.string().min(10),
  /** How to tell whether it is this one. */
  tell: z.string().min(10),
  /** The section that explains it and its cure, or the page of an error. */
  page: addressSchema,
  /** A recording that shows it: the example, or a moment of it, `report-blocks/heart-stops`. */
  shows: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'A moment is `example` or `example/key-step`.')
    .optional(),
});

const symptomSchema = z.strictObject({
  /** Its address for ever: `/symptoms/#<id>`. */
  id: idSchema,
  /** As somebody would say it who sees it: "It is not faster than before". */
  see: z.string().min(8),
  /** The group it is listed in. */
  about: z.enum(['speed', 'silence', 'order', 'memory', 'stopping', 'surroundings']),
  /** What it means, in a sentence or two. */
  means: z.string().min(20),
  /** The likeliest first. */
  causes: z.array(causeSchema).min(1),
  /** Other words for it, for the search. */
  keywords: z.array(z.string()).default([]),
});
export type Symptom = z.infer<typeof symptomSchema>;

/** The groups in reading order. */
export const symptomGroups: Readonly<Record<Symptom['about'], string>> = {
  speed: 'It is slow',
  silence: 'Nothing happens',
  order: 'It comes in the wrong order, or differs each time',
  memory: 'It grows, or becomes too much',
  stopping: 'It will not stop, or stops too soon',
  surroundings: 'It works here and not there',
};

/**
 * The entries of content/symptoms.yaml. `slugs` are the pages there are and will be; `moments` says
 * of an example which key steps it has, and nothing of one that does not exist.
 */
export function parseSymptoms(
  text: string,
  slugs: ReadonlySet<string>,
  moments: (example: string) => readonly string[] | undefined,
): readonly Symptom[] {
  const schema = z.array(symptomSchema).superRefine((entries, context) => {
    for (const fault of twice(entries.map(({ id }) => id))) context.addIssue(fault);
    for (const { id, causes } of entries) {
      for (const { page, shows } of causes) {
        const { slug } = partsOf(page);
        if (!slugs.has(slug))
          context.addIssue(
            `\`${id}\` leads to \`${page}\`, which is not in the map. The nearest pages are ${list(slug, [...slugs].filter(Boolean))}.`,
          );
        const [example = '', step] = shows?.split('/') ?? [];
        const steps = shows === undefined ? [] : moments(example);
        if (steps === undefined)
          context.addIssue(`\`${id}\` shows \`${shows}\`, and there is no such example.`);
        else if (step !== undefined && !steps.includes(step))
          context.addIssue(
            `\`${id}\` shows \`${shows}\`, which is no key step. Use one of: ${steps.join(', ')}.`,
          );
      }
    }
  });
  return parseContent('content/symptoms.yaml', text, schema);
}
