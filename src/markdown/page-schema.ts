import { z } from 'zod';

/** A text that must be there; `wanted` says to an author what to write. */
export const text = (wanted: string) => z.string({ error: wanted }).min(1, wanted);
export const list = (wanted: string) => z.array(text(wanted), { error: wanted }).min(1, wanted);

export const sourceSchema = z.strictObject({
  title: text('Write `title:`, the title of the source.'),
  author: text('Write `author:`, who wrote the source.'),
  url: z.url({ error: 'Write `url:`, the address of the source, with https://.' }),
});

const wantedDescription = 'Write 110 to 155 characters, with the answer in the first 80.';

const listed = (keys: readonly string[]): string => keys.map((key) => `\`${key}:\``).join(', ');

/** What a search engine or a wiki shows of a page. */
export const descriptionSchema = z
  .string({ error: `There is no description. ${wantedDescription}` })
  .superRefine((description, context) => {
    const { length } = description;
    if (length >= 110 && length <= 155) return;
    context.addIssue(`The description has ${length} characters. ${wantedDescription}`);
  });

const pageKeys = {
  title: text('Write `title:`, the heading of the page: a claim or the reader’s question.'),
  description: descriptionSchema,
  /** The page's first sentences, larger than the text. */
  lede: text('Write `lede:`, the first sentences of the page: the surprise or the answer.'),
  /** The page's place in its chapter. */
  order: z
    .int({ error: 'Write `order:`, the place of the page in its chapter: 1, 2, 3 …' })
    .positive('The first page of a chapter has `order: 1`.'),
  keywords: list('Write `keywords:`, a list of what readers type when they look for the page.'),
  asks: list('Write `asks:`, a list of the questions that the page answers, in readers’ words.'),
  sources: z.array(sourceSchema, {
    error: 'Write `sources:`, a list of `title`, `author` and `url`; `[]` when there are none.',
  }),
  /** The day of the last change that a reader would notice. */
  updated: z.coerce.date({ error: 'Write `updated:`, the day of the change, such as 2026-11-21.' }),
};

/** The front matter of a page. */
export const pageSchema = z.strictObject(pageKeys, {
  error: ({ code, keys }) =>
    code === 'unrecognized_keys'
      ? `Delete ${listed(keys ?? [])}, or spell it as one of: ${listed(Object.keys(pageKeys))}.`
      : undefined,
});

export type PageData = z.infer<typeof pageSchema>;
