import type { BuiltSite, Fault } from '#tools/checks/built-site.ts';

/** The addresses in sitemap.xml, or undefined when there is none. */
export async function sitemap(site: BuiltSite): Promise<readonly string[] | undefined> {
  if (!site.files.has('sitemap.xml')) return undefined;
  const xml = await site.read('sitemap.xml');
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
}

/** With a site address the sitemap lists every page that may be found; without, nothing is absolute. */
export async function absoluteAddresses(
  site: BuiltSite,
  origin?: string,
): Promise<readonly Fault[]> {
  const listed = await sitemap(site);
  if (origin === undefined) {
    const faults: Fault[] = [];
    if (listed !== undefined) {
      faults.push({ where: 'sitemap.xml', what: 'It is there although SITE was not set.' });
    }
    for (const { path, elements } of site.pages) {
      const absolute = elements.find(
        ({ attributes }) =>
          attributes.get('rel') === 'canonical' || attributes.get('property') === 'og:url',
      );
      if (absolute !== undefined) {
        const what = `It has a ${absolute.attributes.get('rel') ?? 'og:url'} although SITE was not set.`;
        faults.push({ where: path, what });
      }
    }
    return faults;
  }
  if (listed === undefined)
    return [{ where: 'sitemap.xml', what: 'It is missing although SITE was set.' }];
  const found = new Set(listed);
  return site.pages
    .filter(({ elements }) => !elements.some(isKeptFromSearch))
    .filter(({ path }) => !found.has(origin + path))
    .map(({ path }) => {
      const what =
        'It is not in sitemap.xml. List it, or mark it <meta name="robots" content="noindex">.';
      return { where: path, what };
    });
}

function isKeptFromSearch({
  tag,
  attributes,
}: {
  tag: string;
  attributes: ReadonlyMap<string, string>;
}) {
  const isRobots = tag === 'meta' && attributes.get('name') === 'robots';
  const hasMoved = tag === 'html' && attributes.has('data-moved');
  return hasMoved || (isRobots && attributes.get('content')?.includes('noindex') === true);
}

const refused = [
  'x-frame-options',
  'cross-origin-resource-policy',
  'cross-origin-embedder-policy',
  'content-security-policy',
];

/** Hosts join all rules that match, so a header that stops embedding cannot be taken back for an embed. */
export async function headersFile(site: BuiltSite): Promise<readonly Fault[]> {
  if (!site.files.has('_headers')) {
    return [{ where: '_headers', what: 'It is missing. It belongs in public/_headers.' }];
  }
  const text = await site.read('_headers');
  return refused
    .filter((name) => new RegExp(`^\\s+!?${name}\\s*:`, 'im').test(text))
    .map((name) => {
      const what = `It sends ${name}, which would reach embeds too. Take it out of public/_headers.`;
      return { where: '_headers', what };
    });
}
