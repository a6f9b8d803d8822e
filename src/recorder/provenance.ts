import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { version } from 'pyodide';
import { pythonSources } from './engine.ts';

/** The first 16 hexadecimal digits of the SHA-256 of some texts, one after the other. */
export function fingerprint(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** What a recording depends on besides its program: the recorder's sources and its interpreter. */
export function recorderFingerprint(): string {
  const here = new URL('./', import.meta.url);
  const host = readdirSync(here)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => readFileSync(new URL(name, here), 'utf8'));
  return fingerprint(version, ...host, ...pythonSources().values());
}
