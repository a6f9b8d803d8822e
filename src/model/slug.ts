import { z } from 'zod';

/** A part of an address: lower case letters, digits and single hyphens. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'Use lower case letters, digits and single hyphens: `timers-set`.',
});
