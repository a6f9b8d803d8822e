import { parse } from 'yaml';
import { z } from 'zod';

/** What is wanted of the front matter of a page; `where` names the page when it is not there. */
export function frontMatter<Schema extends z.ZodType>(
  source: string,
  where: string,
  schema: Schema,
): z.infer<Schema> {
  const yaml = /^---\n(.*?)\n---/s.exec(source)?.[1];
  const read = schema.safeParse(parse(yaml ?? ''));
  if (read.success) return read.data;
  throw new Error(`The front matter of ${where}: ${z.prettifyError(read.error)}`);
}
