import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';

/** The path of a page as its author knows it: relative to the project. */
export function pagePath(file: URL | string | undefined): string {
  if (file === undefined) return 'a page';
  return relative(process.cwd(), typeof file === 'string' ? file : fileURLToPath(file));
}

/** An error for an author: what is wrong, on which page, and what to type. */
export function authorError(
  file: URL | string | undefined,
  problem: string,
  cure: string,
): AstroError {
  return new AstroError(`${pagePath(file)}: ${problem}`, cure);
}
