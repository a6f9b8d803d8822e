/**
 * Chooses, among pages of one template, few that have between them all that any of them has. What a
 * style sheet or a script decides can then be asked of these alone.
 */

/** What a style sheet or a script may tell elements apart by: tags, attributes, classes, roles. */
export function traitsOf(html: string): ReadonlySet<string> {
  const traits = new Set<string>();
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    traits.add(tag);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      traits.add(`${tag}[${name}]`);
      if (name === 'class') for (const one of value.split(/\s+/)) traits.add(`${tag}.${one}`);
      if (name === 'role') traits.add(`${tag}[role=${value}]`);
      if (name === 'style')
        for (const [property] of value.matchAll(PROPERTY)) traits.add(`${tag}{${property}}`);
    }
  }
  return traits;
}

/** Names of pages among which each trait that any page has occurs. */
export function coverOf(pages: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const missing = new Set([...pages.values()].flatMap((traits) => [...traits]));
  const chosen = new Set<string>();
  const gain = (name: string) => pages.get(name)?.intersection(missing).size ?? 0;
  while (missing.size > 0) {
    const best = [...pages.keys()].reduce((one, other) => (gain(other) > gain(one) ? other : one));
    chosen.add(best);
    for (const trait of pages.get(best) ?? []) missing.delete(trait);
  }
  return chosen;
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s+([^\s=>"]+)(?:="([^"]*)")?/g;
const PROPERTY = /(?<=^|;)\s*[a-z-]+(?=:)/g;
