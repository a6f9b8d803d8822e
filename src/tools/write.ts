import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that nobody ever sees half of it. */
export function writeAtomically(url: URL, text: string): void {
  const beside = new URL(`${url.href}.new`);
  writeFileSync(beside, text);
  renameSync(beside, url);
}
