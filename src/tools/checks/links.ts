import { nearest } from '#links/nearest.ts';
import type { BuiltPage, BuiltSite, Element, Fault } from '#tools/checks/built-site.ts';
import { show } from '#tools/checks/page-rules.ts';

/** A host that is nobody's, to resolve addresses of a site built without one. */
const nowhere = 'https://site.invalid';

interface Reference {
  readonly where: string;
  /** The address that a relative one is relative to. */
  readonly from: string;
  readonly to: string;
  /** The start tag or line that holds it. */
  readonly source: string;
  /** A link may lead to another site; whatever is loaded may not. */
  readonly isLoaded: boolean;
}

/** Every reference of the built site that leads nowhere, or loads from another site. */
export async function brokenReferences(
  site: BuiltSite,
  origin?: string,
): Promise<readonly Fault[]> {
  const references = [
    ...site.pages.flatMap((page) => inPage(page)),
    ...(await Promise.all([...site.files].map((file) => inFile(site, file)))).flat(),
  ];
  const pages = new Map(site.pages.map((page) => [page.file, page]));
  return references.flatMap((reference) => {
    const what = faultOf(reference, site, pages, origin ?? nowhere);
    return what === undefined ? [] : [{ where: reference.where, what }];
  });
}

const attributesWithAddress = ['href', 'src', 'poster', 'action', 'data', 'xlink:href', 'cite'];
const followed = new Set(['a', 'area', 'form', 'blockquote', 'q', 'del', 'ins']);
const addressedMeta = new Set(['og:url', 'og:image', 'twitter:image']);
/** `rel` values of <link> that name a page without loading it. */
const named = /^(canonical|alternate|prev|next|author|license|help|search|me)$/;

function inPage(page: BuiltPage): Reference[] {
  return page.elements.flatMap((element) => {
    const { tag, attributes } = element;
    const isLoaded =
      tag === 'link'
        ? !named.test(attributes.get('rel') ?? '')
        : tag !== 'meta' && !followed.has(tag);
    const reference = (to: string): Reference => {
      return { where: page.path, from: page.path, to, source: show(element), isLoaded };
    };
    return addressesOf(element).map(reference);
  });
}

function addressesOf({ tag, attributes }: Element): string[] {
  const direct = attributesWithAddress.flatMap((name) => attributes.get(name) ?? []);
  const sets = [attributes.get('srcset') ?? '', attributes.get('imagesrcset') ?? '']
    .flatMap((set) => set.split(','))
    .flatMap((candidate) => candidate.trim().split(/\s+/, 1))
    .filter((address) => address !== '');
  const kind = attributes.get('property') ?? attributes.get('name') ?? '';
  const meta = tag === 'meta' && addressedMeta.has(kind) ? attributes.get('content') : undefined;
  return [...direct, ...sets, ...(meta === undefined ? [] : [meta])];
}

const patterns: Readonly<Record<string, readonly RegExp[]>> = {
  '.css': [/url\(\s*["']?([^"')]+)["']?\s*\)/g, /@import\s+["']([^"']+)["']/g],
  '.js': [/\bfrom\s*["'](\.{0,2}\/[^"']+)["']/g, /\bimport\s*\(?\s*["'`](\.{0,2}\/[^"'`]+)["'`]/g],
  '.svg': [/url\(\s*["']?([^"')]+)["']?\s*\)/g, /\bhref="([^"]+)"/g],
  '.xml': [/<loc>([^<]+)<\/loc>/g],
  '.txt': [/^Sitemap:\s*(\S+)/gm, /\]\((https?:[^\s)]+|\/[^\s)]*)\)/g],
  '.md': [/\]\((https?:[^\s)]+|\/[^\s)]*)\)/g],
  '.webmanifest': [/"src"\s*:\s*"([^"]+)"/g],
};

async function inFile(site: BuiltSite, file: string): Promise<Reference[]> {
  const expressions = patterns[/\.[a-z]+$/.exec(file)?.[0] ?? ''];
  if (expressions === undefined) return [];
  const text = await site.read(file);
  const isLoaded = !/\.(xml|txt|md)$/.test(file);
  return expressions.flatMap((expression) =>
    [...text.matchAll(expression)].map(([source, to = '']) => {
      return { where: file, from: site.base + file, to, source, isLoaded };
    }),
  );
}

function faultOf(
  { from, to, source, isLoaded }: Reference,
  site: BuiltSite,
  pages: ReadonlyMap<string, BuiltPage>,
  origin: string,
): string | undefined {
  if (/^(mailto|tel|data|blob):/.test(to)) return undefined;
  if (!URL.canParse(to, origin + from)) return `${source} holds "${to}", which is no address.`;
  const target = new URL(to, origin + from);
  if (target.origin !== new URL(origin).origin) {
    if (isLoaded) return `${source} loads from ${target.host}. Keep a copy in public/.`;
    return undefined;
  }
  if (!target.pathname.startsWith(site.base)) {
    return `${source} leads to ${target.pathname}, outside of ${site.base}. Put the base before it.`;
  }
  const path = decodeURIComponent(target.pathname.slice(site.base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!site.files.has(file)) {
    const cure = site.files.has(`${path}/index.html`)
      ? `A page has "/" at its end: ${target.pathname}/`
      : `The nearest: ${nearest(target.pathname, addressesLike(path, site, pages)).join(', ')}`;
    return `${source} leads to ${target.pathname}, which is not there. ${cure}`;
  }
  const id = decodeURIComponent(target.hash.slice(1).replace(/:~:.*$/, ''));
  const page = pages.get(file);
  if (id === '' || id === 'top' || page === undefined || page.ids.has(id)) return undefined;
  const near = nearest(id, [...page.ids], 5).map((one) => `#${one}`);
  const cure = near.length > 0 ? `The nearest: ${near.join(', ')}` : 'It has no ids.';
  return `${source} leads to #${id}, which is not on ${page.path}. ${cure}`;
}

/** Other files of the same ending, or all pages. */
function addressesLike(
  path: string,
  site: BuiltSite,
  pages: ReadonlyMap<string, BuiltPage>,
): readonly string[] {
  const ending = /\.[a-z0-9]+$/.exec(path)?.[0];
  if (ending === undefined) return [...pages.values()].map((page) => page.path);
  const alike = [...site.files].filter((file) => file.endsWith(ending));
  return alike.map((file) => site.base + file);
}
