import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mermaidVersion } from './drawer.ts';
import { settings } from './settings.ts';

/** The files that decide how a drawing comes out. */
const MAKERS = ['drawer.ts', 'take-apart.ts', 'place.ts', 'slim.ts'];

const how = [
  JSON.stringify(settings),
  mermaidVersion,
  ...MAKERS.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')),
].join('\n');

/** Says what a drawing was made from: its text, how it is drawn, and Mermaid's version. */
export function hashOf(text: string): string {
  return createHash('sha256').update(how).update('\0').update(text).digest('hex').slice(0, 16);
}
