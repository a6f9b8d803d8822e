import { z } from 'zod';

/** What real interpreters did with an example, in verified.json. */

const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

export const realRunSchema = z.strictObject({
  /** "3.13.0". */
  python: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** How long it took, in milliseconds on a real clock. */
  total: z.int().nonnegative(),
  /** What was otherwise than recorded, where the example says that this Python differs. */
  differs: z.string().min(1).optional(),
});

export const verifiedSchema = z.strictObject({
  /** Hash of the program and of the settings that a real run depends on. */
  fits: fingerprint,
  /** What was printed, the same in each run: lines of stdout, addresses and paths replaced. */
  printed: z.array(z.string()),
  /** Runs that agreed with the recording, or differed as the example says; oldest Python first. */
  runs: z.array(realRunSchema),
  /** Why no real run is compared, where none is. */
  reason: z.string().min(8).optional(),
});

export type Verified = z.infer<typeof verifiedSchema>;
export type RealRun = z.infer<typeof realRunSchema>;
