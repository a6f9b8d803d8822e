import { z } from 'zod';
import { machineSchema, stepSchema } from './schedule.ts';
import { sequenceChoiceSchema } from './sequence-choice.ts';
import { slugSchema } from './slug.ts';
import { worldSchema } from './world.ts';

/** What an author says about an example, in example.yaml. */

export { slugSchema };

const sentence = z.string().min(8);

/** Names a step by what happens in it, so that it is found again in a new recording. */
export const stepPatternSchema = z.strictObject({
  /** The lane's name, as in the figure. */
  lane: z.string().min(1),
  kind: z.enum(stepSchema.options.map((option) => option.shape.kind.value)),
  line: z.int().positive().optional(),
  /** Which of several that fit, from 1; left out when only one fits. */
  count: z.int().positive().optional(),
});

export const keyStepSchema = z.strictObject({
  /** Its address for ever, within the figure. */
  slug: slugSchema,
  when: stepPatternSchema,
  /** What the reader should notice at this step. */
  says: sentence,
});

export const switchSchema = z.strictObject({
  line: z.int().positive(),
  /** The exact text in that line that is replaced. */
  text: z.string().min(1),
  /** What may stand there, Python literals or names; the first is what the program has. */
  values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(2),
});

/** How a program ends; `raises TypeError` names the exception. */
const endsSchema = z.union([
  z.enum(['returns', 'deadlock', 'syntax-error', 'hangs']),
  z.templateLiteral(['raises ', z.string().min(1)]),
]);

/** What an author says of one combination of switches; the rest is told from its recording. */
export const switchedSchema = z.strictObject({
  claim: sentence.optional(),
  because: z.string().min(3).optional(),
  rest: sentence.optional(),
  /** Where it ends otherwise than the program as it stands. */
  ends: endsSchema.optional(),
  /** Beside those of the program as it stands that fit; one with the same slug takes its place. */
  steps: z.array(keyStepSchema).default([]),
  opens: slugSchema.optional(),
});

export const exampleSchema = z.strictObject({
  /** A few words, for lists and addresses: "Three sleepers". */
  title: z.string().min(3),
  /** The figure's caption: one sentence that the picture proves. */
  claim: sentence,
  /** Stands after the total: "1.0 s in all: {the longest wait, not the sum}". */
  because: z.string().min(3),
  /** The sentence at rest: what would change the total. */
  rest: sentence,
  contrast: z
    .strictObject({
      with: slugSchema,
      because: z.string().min(3),
      /** Both do the same work, so that the reason explains all of the difference between them. */
      same: z.literal(true).optional(),
    })
    .optional(),
  /** The page that a link to the example returns to. */
  home: slugSchema,
  machine: machineSchema.prefault({}),
  /** The hosts, clients, files and signals that the program meets. */
  world: worldSchema.optional(),
  ends: endsSchema.default('returns'),
  steps: z.array(keyStepSchema).default([]),
  /** The slug of the key step whose instant the figure opens at rest; left out for the first instant. */
  opens: slugSchema.optional(),
  switches: z.record(slugSchema, switchSchema).default({}),
  /** By the name of the recording: "limit-20". */
  switched: z.record(slugSchema, switchedSchema).default({}),
  /** Axes like switches, up to 60 combinations of which only the totals are kept: `<Grid>` shows them. */
  grid: z.record(slugSchema, switchSchema).default({}),
  /** Stretches of the run that are told as sequence diagrams, by names that are part of their addresses. */
  sequences: z.record(slugSchema, sequenceChoiceSchema).default({}),
  /** First Python that can run it, where 3.11 cannot: "3.14". */
  since: z
    .string()
    .regex(/^3\.\d+$/)
    .optional(),
  /** What differs on earlier Pythons, in a sentence. */
  differs: sentence.optional(),
  /** Why a real machine may print in another order than the recorded one, where it may: the same lines are compared in any order. */
  order: sentence.optional(),
  /** Why a real run is not compared, where it is not. */
  unverified: sentence.optional(),
});

export type Example = z.infer<typeof exampleSchema>;
export type KeyStep = z.infer<typeof keyStepSchema>;
export type StepPattern = z.infer<typeof stepPatternSchema>;
export type Switch = z.infer<typeof switchSchema>;
