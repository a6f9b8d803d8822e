import { z } from 'zod';
import { slugSchema } from './slug.ts';

/** Which part of a run a sequence diagram tells. */
export const sequenceChoiceSchema = z.strictObject({
  /** The caption: one sentence that the diagram shows. */
  claim: z.string().min(8),
  /** Slugs of key steps, both included; else from the first step, to the last. */
  from: slugSchema.optional(),
  to: slugSchema.optional(),
  /** Who takes part, in this order: lanes, `timers`, `output`, or a lock or queue by its name; else all tasks and the loop. */
  lanes: z.array(z.string().min(1)).min(2).optional(),
  /** Lines of the program that are shown as notes when a lane comes to them. */
  lines: z.array(z.int().positive()).default([]),
  /** The most messages that the diagram may have. */
  most: z.int().positive().default(20),
});

export type SequenceChoice = z.infer<typeof sequenceChoiceSchema>;
