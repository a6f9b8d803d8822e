import { createHash } from 'node:crypto';
import { drawStrips } from './picture.ts';
import { recordings } from './fixtures.ts';

/**
 * A fingerprint of the strip of every example, kept in one file: whoever changes a drawing sees which
 * examples look otherwise, looks at them, and stores the new ones with `npm run pictures`. For tests.
 */
export const PICTURES = 'src/timeline/pictures.json';

export function pictureFingerprints(): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const { name, schedule } of recordings()) {
    if (name.includes('/')) continue;
    all[name] = createHash('sha256').update(drawStrips(schedule)).digest('hex').slice(0, 12);
  }
  return all;
}
