import { nearest } from './nearest.ts';

/** What the site has and what it promises, as slugs: '' is the home page. */
export interface Addresses {
  readonly existing: ReadonlySet<string>;
  readonly promised: ReadonlySet<string>;
}

/** What becomes of a link that an author wrote. */
export type Resolved =
  | { kind: 'elsewhere' }
  | { kind: 'page'; path: string }
  | { kind: 'unwritten'; slug: string }
  | { kind: 'dead'; problem: string; cure: string };

/** A file served untouched or made by a route, such as `/diagrams/turn.svg`. */
const isFile = (path: string): boolean => /\.[a-z0-9]+$/.test(path);

/** What a link such as `/gil/#hand-over` leads to. Fragments of pages are checked on the built site. */
export function resolveLink(href: string, addresses: Addresses): Resolved {
  if (/^([a-z][a-z0-9+.-]*:|#)/i.test(href)) return { kind: 'elsewhere' };
  const [path = '', rest = ''] = href.split(/(?=[?#])(.*)/s);
  const slug = path.replace(/^\/+|\/+$/g, '');
  if (isFile(path)) return { kind: 'page', path: `/${slug}${rest}` };
  const problem = `The link \`${href}\` leads nowhere.`;
  const known = addresses.existing.has(slug);
  if (known && path !== (slug === '' ? '/' : `/${slug}/`)) {
    return { kind: 'dead', problem, cure: `Type \`${slug === '' ? '/' : `/${slug}/`}${rest}\`.` };
  }
  if (known) return { kind: 'page', path: href };
  if (addresses.promised.has(slug)) return { kind: 'unwritten', slug };
  const near = nearest(slug, [...addresses.existing, ...addresses.promised].filter(Boolean));
  const list = near.map((one) => `\`/${one}/\``).join(', ');
  return {
    kind: 'dead',
    problem,
    cure: `The nearest addresses are ${list}. A page that is planned gets a line in content/chapters.yaml.`,
  };
}

/** The planned pages that a text links to and that are not written yet, each once, in order. */
export function unwrittenLinks(source: string, addresses: Addresses): string[] {
  const hrefs = [...source.matchAll(/\]\((\/[^)\s]*)[^)]*\)/g)].map((match) => match[1] ?? '');
  const slugs = hrefs.flatMap((href) => {
    const resolved = resolveLink(href, addresses);
    return resolved.kind === 'unwritten' ? [resolved.slug] : [];
  });
  return [...new Set(slugs)];
}
