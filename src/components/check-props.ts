import { AstroError } from 'astro/errors';
import { z } from 'zod';

/**
 * The props of a component that authors write, checked: MDX is not type-checked. `page` is the path of
 * the page that uses it, `example` a whole tag to copy.
 */
export function checkProps<Schema extends z.ZodObject>(
  schema: Schema,
  props: Readonly<Record<string, unknown>>,
  { tag, page, example }: { tag: string; page: string; example: string },
): z.infer<Schema> {
  const result = schema.safeParse(props);
  if (result.success) return result.data;
  const names = Object.keys(schema.shape).map((name) => `\`${name}\``);
  const known = names.length > 0 ? `It takes ${names.join(', ')}` : 'It takes no props';
  throw new AstroError(
    `The page ${page} uses \`<${tag}>\` wrongly: ${sentences(result.error)}`,
    `${known}. Type: ${example}`,
  );
}

function sentences(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const name = issue.path.join('.');
      if (issue.code === 'unrecognized_keys') {
        return `it has no prop ${issue.keys.map((key) => `\`${key}\``).join(', ')}.`;
      }
      return `\`${name}\` is missing or not what it should be (${issue.message}).`;
    })
    .join(' ');
}
