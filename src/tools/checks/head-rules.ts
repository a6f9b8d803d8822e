import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage, BuiltSite, Element, Fault } from '#tools/checks/built-site.ts';

/** What previews and machines read in the head of each page that one may find. */

/** Some read only the beginning of a page. */
const EARLY = 2048;
const POSTER_BYTES = 60 * 1024;
const wanted = [
  'og:title',
  'og:description',
  'og:site_name',
  'og:type',
  'og:url',
  'og:image',
  'og:image:width',
  'og:image:height',
  'og:image:type',
  'og:image:alt',
  'twitter:card',
];

export function headFaults(site: BuiltSite, origin: string | undefined): readonly Fault[] {
  return site.pages
    .filter(({ elements }) => !elements.some(isUnlisted))
    .flatMap((page) =>
      [...tagFaults(page, origin), ...pictureFaults(page, site, origin)].map((what) => ({
        where: page.path,
        what,
      })),
    );
}

function tagFaults({ elements, html, path }: BuiltPage, origin: string | undefined): string[] {
  const tags = metas(elements);
  const names = [...tags.keys()];
  const known = origin === undefined ? wanted.filter((name) => !isAbsolute(name)) : wanted;
  const faults = known
    .filter((name) => !tags.get(name))
    .map(
      (name) =>
        `It has no ${name}. src/components/site/Meta.astro and src/outputs/head.ts write them.`,
    );
  // Some take twitter:title before og:title, and would show it twice or differently.
  const doubled = names.filter((name) => /^twitter:(title|description|image|site)/.test(name));
  faults.push(...doubled.map((name) => `It has ${name}, which hides what og: says. Drop it.`));
  const head = html.slice(html.indexOf('<head>') + '<head>'.length);
  for (const name of [
    'og:title',
    'og:description',
    ...(origin ? ['og:image', 'twitter:card'] : []),
  ])
    if (Buffer.byteLength(head.slice(0, head.indexOf(`"${name}"`))) > EARLY)
      faults.push(`${name} stands after the first ${EARLY} bytes of its head. Move it up.`);
  const alternate = elements.find(
    ({ attributes }) =>
      attributes.get('rel') === 'alternate' && attributes.get('type') === 'text/markdown',
  );
  if (!alternate) faults.push('It has no link to its Markdown.');
  if (origin === undefined) return faults;
  if (tags.get('og:url') !== origin + path) faults.push(`Its og:url is not ${origin}${path}.`);
  return [...faults, ...dataFaults(elements)];
}

function isAbsolute(name: string): boolean {
  return name === 'og:url' || name.startsWith('og:image') || name.startsWith('twitter:');
}

function dataFaults(elements: readonly Element[]): string[] {
  const script = elements.find(
    ({ attributes }) => attributes.get('type') === 'application/ld+json',
  );
  if (!script) return ['It has no structured data.'];
  const { '@graph': graph } = JSON.parse(script.text) as { '@graph'?: { '@type': string }[] };
  const types = graph?.map((node) => node['@type']).join(', ');
  return types === 'TechArticle, BreadcrumbList' ? [] : [`Its structured data is ${types}.`];
}

function pictureFaults(
  { elements }: BuiltPage,
  { folder, base }: BuiltSite,
  origin: string | undefined,
): string[] {
  const address = metas(elements).get('og:image');
  if (origin === undefined || address === undefined) return [];
  const file = join(folder, address.slice(origin.length + base.length));
  const { size } = statSync(file);
  const head = readFileSync(file).subarray(0, 24);
  const wide = head.toString('latin1', 1, 4) === 'PNG' ? head.readUInt32BE(16) : 0;
  const high = wide > 0 ? head.readUInt32BE(20) : 0;
  const faults: string[] = [];
  if (wide !== 1200 || high !== 630)
    faults.push(`Its picture is ${wide} x ${high}, not 1200 x 630.`);
  if (size > POSTER_BYTES) faults.push(`Its picture has ${size} bytes; at most ${POSTER_BYTES}.`);
  return faults;
}

function metas(elements: readonly Element[]): ReadonlyMap<string, string> {
  return new Map(
    elements
      .filter(({ tag }) => tag === 'meta')
      .map(({ attributes }) => [
        attributes.get('property') ?? attributes.get('name') ?? '',
        attributes.get('content') ?? '',
      ]),
  );
}

function isUnlisted({ tag, attributes }: Element): boolean {
  const isRobots = tag === 'meta' && attributes.get('name') === 'robots';
  const hasMoved = tag === 'html' && attributes.has('data-moved');
  return hasMoved || (isRobots && attributes.get('content')?.includes('noindex') === true);
}
