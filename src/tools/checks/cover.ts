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

/** Names of pages among which each trait occurs `times` times, or as often as there are pages with it. */
export function coverOf(
  pages: ReadonlyMap<string, ReadonlySet<string>>,
  times: number,
): ReadonlySet<string> {
  const missing = new Map<string, number>();
  for (const traits of pages.values())
    for (const trait of traits) missing.set(trait, Math.min(times, (missing.get(trait) ?? 0) + 1));
  const chosen = new Set<string>();
  const gain = (name: string) =>
    [...(pages.get(name) ?? [])].filter((trait) => (missing.get(trait) ?? 0) > 0).length;
  while ([...missing.values()].some((count) => count > 0)) {
    const left = [...pages.keys()].filter((name) => !chosen.has(name));
    const best = left.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    chosen.add(best);
    for (const trait of pages.get(best) ?? []) missing.set(trait, (missing.get(trait) ?? 0) - 1);
  }
  return chosen;
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s+([^\s=>"]+)(?:="([^"]*)")?/g;
const PROPERTY = /(?<=^|;)\s*[a-z-]+(?=:)/g;
