import { z } from 'zod';
import { parseContent } from './content-file.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug has small letters, digits and single hyphens only.');

const plannedPageSchema = z.strictObject({
  slug,
  /** What the navigation calls it; longer names break into two lines there. */
  name: z
    .string({ error: 'Write `name:`, what the navigation calls the page.' })
    .min(1, 'Write `name:`, what the navigation calls the page.')
    .max(25, 'The navigation has room for a `name:` of 25 letters. Find a shorter one.'),
  /** Stands for the page until the page brings its own. */
  title: z
    .string({ error: 'Write `title:`, which stands for the page until it is written.' })
    .min(1, 'Write `title:`, which stands for the page until it is written.'),
});
const chapterSchema = z.strictObject({
  /** Its section on the home page: `/#<slug>`, for ever. */
  slug,
  name: z.string().min(1),
  /** One line: what a reader will understand after it. */
  promise: z.string().min(1),
  /** The example whose recording is the chapter's picture. */
  shows: slug,
  pages: z.array(plannedPageSchema).min(1),
});

export const pageMapSchema = z
  .strictObject({
    chapters: z.array(chapterSchema).min(1),
    doors: z.array(plannedPageSchema),
    questions: z.array(z.strictObject({ ask: z.string().min(1), page: slug })),
  })
  .superRefine((map, context) => {
    const slugs = [...map.chapters.flatMap((chapter) => chapter.pages), ...map.doors].map(
      (page) => page.slug,
    );
    const twice = slugs.find((one, index) => slugs.indexOf(one) !== index);
    if (twice) {
      context.addIssue(`The page \`${twice}\` stands in the map twice. Keep one of the two.`);
    }
    for (const { page } of map.questions) {
      if (slugs.includes(page)) continue;
      context.addIssue(`A question asks for the page \`${page}\`, which is not in the map.`);
    }
  });

export type PlannedPage = z.infer<typeof plannedPageSchema>;
export type Chapter = z.infer<typeof chapterSchema>;
export type PageMap = z.infer<typeof pageMapSchema>;

/** The map from the text of content/chapters.yaml. Throws one message that lists every fault. */
export function parsePageMap(text: string): PageMap {
  return parseContent('content/chapters.yaml', text, pageMapSchema);
}

/** The addresses the map promises, as slugs: pages of the chapters, then doors. */
export function promisedSlugs(map: PageMap): string[] {
  return [...map.chapters.flatMap((chapter) => chapter.pages), ...map.doors].map(
    ({ slug }) => slug,
  );
}
