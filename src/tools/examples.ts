import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { exampleSchema, type Example } from '#model/example.ts';

/** The example folders on disk. */

export const EXAMPLES = new URL('../../content/examples/', import.meta.url);

export interface ExampleFolder {
  readonly name: string;
  readonly url: URL;
  readonly text: string;
  readonly example: Example;
}

/** What an author has to mend, said without a stack. */
export class AuthorError extends Error {}

export function exampleNames(): string[] {
  if (!existsSync(EXAMPLES)) return [];
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Reads an example as its author wrote it; throws an AuthorError that names the key and the cure. */
export function readExample(name: string): ExampleFolder {
  const url = new URL(`${name}/`, EXAMPLES);
  if (!existsSync(url)) {
    throw new AuthorError(
      `There is no example \`${name}\`. Create it with \`npm run new:example ${name}\`.`,
    );
  }
  const settings = parse(readFileSync(new URL('example.yaml', url), 'utf8')) as unknown;
  const read = exampleSchema.safeParse(settings);
  if (!read.success) {
    throw new AuthorError(`content/examples/${name}/example.yaml:\n${z.prettifyError(read.error)}`);
  }
  const text = readFileSync(new URL('example.py', url), 'utf8');
  return { name, url, text, example: read.data };
}
