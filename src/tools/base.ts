import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The path a built site was built for, `/` or `/team/docs/`, read from its home page: whatever
 * stands before `_astro/` in the address of its first asset. So what serves a build cannot
 * disagree with it. Throws when there is no build.
 */
export async function baseOf(folder: string): Promise<string> {
  const home = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
  if (home === undefined) {
    throw new Error(
      `There is no built site in ${folder}: it has no index.html. Build it with: npm run build`,
    );
  }
  return baseOfHome(home);
}

export function baseOfHome(html: string): string {
  const path = /(?:href|src)="(?:https?:\/\/[^/"]+)?(\/(?:[^"]*\/)?)_astro\//.exec(html)?.[1];
  return path ?? '/';
}
