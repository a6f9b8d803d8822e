import { deflateSync } from 'node:zlib';

/** objects.inv, by which Sphinx, MyST and MkDocs link to this site by name: version 2 of its format. */

export interface InventoryEntry {
  readonly name: string;
  readonly role: 'std:doc' | 'std:label' | 'std:term';
  /** Below the place of the inventory: `gil/#lock`. */
  readonly uri: string;
  /** What a link says that is given no words. */
  readonly words: string;
}

export function inventory(entries: readonly InventoryEntry[]): Uint8Array {
  const seen = new Set<string>();
  const lines = entries.map(({ name, role, uri, words }) => {
    const key = `${role} ${name}`;
    if (seen.has(key)) throw new Error(`objects.inv would hold ${key} twice.`);
    seen.add(key);
    return `${oneLine(name)} ${role} -1 ${uri} ${oneLine(words) || '-'}\n`;
  });
  const head =
    '# Sphinx inventory version 2\n# Project: Interleave\n# Version: \n' +
    '# The remainder of this file is compressed using zlib.\n';
  return Buffer.concat([Buffer.from(head), deflateSync(lines.join(''), { level: 9 })]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
