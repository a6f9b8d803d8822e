import { z } from 'zod';
import { parse, YAMLParseError } from 'yaml';

/** A file of content/ as its schema wants it. Throws one message that lists every fault. */
export function parseContent<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.infer<Schema> {
  const result = schema.safeParse(parsed(file, text));
  if (result.success) return result.data;
  throw new Error(`${file}: ${z.prettifyError(result.error)}`);
}

/** What the YAML says; a fault of its spelling names the file and line, and the cure of the usual one. */
function parsed(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new Error(
      `${file}${line === undefined ? '' : `, line ${line}`}: this is no YAML. ${QUOTES} ` +
        `What was read says: ${error.message}`,
      { cause: error },
    );
  }
}

const QUOTES =
  "A value with a colon, a quote or a comma in it stands in quotes: title: 'Threads: when'.";

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
