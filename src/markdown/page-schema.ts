import { z } from 'zod';

const sourceSchema = z.strictObject({
  title: z.string().min(1),
  author: z.string().min(1),
  url: z.url(),
});

/** The front matter of a page. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  /** What a search engine or a wiki shows of the page: the answer first. */
  description: z.string().superRefine((text, context) => {
    if (text.length >= 110 && text.length <= 155) return;
    context.addIssue(
      `The description has ${text.length} characters. Write 110 to 155, with the answer in the first 80.`,
    );
  }),
  /** The page's first sentences, larger than the text. */
  lede: z.string().min(1),
  /** The page's place in its chapter, from 1. */
  order: z.number().int().positive(),
  keywords: z.array(z.string().min(1)).min(1),
  /** Questions that the page answers, in readers' words. */
  asks: z.array(z.string().min(1)).min(1),
  sources: z.array(sourceSchema),
  /** The day of the last change that a reader would notice. */
  updated: z.coerce.date(),
});

export type PageData = z.infer<typeof pageSchema>;
