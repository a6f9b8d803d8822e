import { z } from 'zod';
import { slugSchema } from '#model/example.ts';
import { addressSchema } from '#links/content-file.ts';
import { descriptionSchema, list, sourceSchema, text } from './page-schema.ts';

/** When a message appears, in the order of a program's life; `never` is for what hangs in silence. */
export const moments = {
  compiling: 'Before anything runs',
  call: 'At the call',
  later: 'Later, far from the cause',
  exit: 'When the program ends',
  never: 'Never: nothing is printed',
} as const;

export type Moment = keyof typeof moments;

/** The front matter of the page of an error, content/errors/<slug>.mdx. */
export const errorSchema = z
  .strictObject({
    /** As Python prints it when `example` runs; left out when nothing is printed. */
    message: z.string().min(5).optional(),
    /** The heading where there is no message. */
    title: z.string().min(5).optional(),
    /** The wording of earlier Pythons, where it differs: `{ pythons: 3.11–3.13, message: … }`. */
    earlier: z
      .array(
        z.strictObject({ pythons: z.string().regex(/^3\.\d+(–3\.\d+)?$/), message: z.string() }),
      )
      .default([]),
    when: z.enum(['compiling', 'call', 'later', 'exit', 'never'], {
      error: `Write \`when:\`, one of ${Object.keys(moments).join(', ')}.`,
    }),
    description: descriptionSchema,
    means: text('Write `means:`, in one line what the message says.'),
    causes: list('Write `causes:`, the likely causes, the likeliest first.'),
    /** The smallest program that fails so, in content/examples. */
    example: slugSchema,
    /** The key step at which its replay is parked; else what the example opens. */
    step: slugSchema.optional(),
    /** The program that works: an example, or a combination of the failing one, `unawaited/call-await-save-7`. */
    cured: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/),
    /** What the cure does, in one line. */
    cure: text('Write `cure:`, in one line what the cure does.'),
    /** Shows both runs on one clock, where the cure changes when something happens: as `<Compare>` has it. */
    compare: z
      .strictObject({
        because: z.string().min(3),
        lane: z.string().optional(),
        more: z.boolean().optional(),
      })
      .optional(),
    /** The sections that explain it. */
    explained: z.array(addressSchema).min(1),
    keywords: list('Write `keywords:`, a list of what readers type when they look for the page.'),
    asks: list('Write `asks:`, a list of the questions that the page answers, in readers’ words.'),
    sources: z.array(sourceSchema).default([]),
    updated: z.coerce.date({
      error: 'Write `updated:`, the day of the change, such as 2026-11-21.',
    }),
  })
  .refine(({ message, title }) => (message === undefined) !== (title === undefined), {
    error: 'Write `message:`, or `title:` where nothing is printed; not both.',
  });

export type ErrorData = z.infer<typeof errorSchema>;
