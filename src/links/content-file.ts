import { z } from 'zod';
import { parse } from 'yaml';

/** A file of content/ as its schema wants it. Throws one message that lists every fault. */
export function parseContent<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.infer<Schema> {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  throw new Error(`${file}: ${z.prettifyError(result.error)}`);
}

/** The name of an entry: a part of its address for ever. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id has small letters, digits and single hyphens only.');

/** A section of the site, such as `/gil/#hand-over`, or a whole page. */
export const addressSchema = z
  .string()
  .regex(
    /^\/([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/,
    'An address is `/page/` or `/page/#section`, with both slashes.',
  );

/** "gil" and "hand-over" from `/gil/#hand-over`. */
export function partsOf(address: string): { slug: string; section: string | undefined } {
  const [path = '', section] = address.split('#');
  return { slug: path.replace(/^\/|\/$/g, ''), section };
}

/** One sentence for each id that is given twice. */
export function twice(ids: readonly string[]): string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(again)].map((id) => `The id \`${id}\` is given twice. Rename one of the two.`);
}
