import type { BuiltPage } from './built-pages.ts';
import { byClass, byTag, elementsBelow, escapeHtml, find, textOf } from './html.ts';
import { POSTER } from './poster.ts';
import { breadcrumbOf, type Preview } from './previews.ts';

/** What the head of a page says to machines, where it needs the address of the site or the page's own content. */

/** Puts pictures, facts and structured data into the head of a page, pictures first: some read only its beginning. */
export function withHeadTags(
  page: BuiltPage,
  site: { readonly origin: string; readonly base: string },
  preview: Preview,
): string {
  const absolute = (path: string) => new URL(path, site.origin).href;
  const image = absolute(site.base + preview.path.slice(1));
  const early = [
    property('og:image', image),
    property('og:image:width', String(POSTER.width)),
    property('og:image:height', String(POSTER.height)),
    property('og:image:type', 'image/png'),
    named('twitter:card', 'summary_large_image'),
    property('og:image:alt', preview.alt),
    ...factsOf(page).flatMap(([label, data], i) => [
      named(`twitter:label${i + 1}`, label),
      named(`twitter:data${i + 1}`, data),
    ]),
  ].join('');
  const data = JSON.stringify(structuredData(page, site, image)).replaceAll('<', '\\u003c');
  return page.html
    .replace('<meta property="og:site_name"', (tag) => early + tag)
    .replace('</head>', `<script type="application/ld+json">${data}</script></head>`);
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeHtml(content)}">`;
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeHtml(content)}">`;
}

/** Two facts that chats show beneath the description: where it belongs, and what was recorded. */
export function factsOf({ main }: Pick<BuiltPage, 'main'>): (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [];
  const place = breadcrumbOf(main).at(-1);
  if (place) facts.push([/^\d/.test(place.name) ? 'Chapter' : 'Topic', place.name]);
  const figures = [...elementsBelow(main)].filter(({ tagName }) =>
    /^(replay|compare)-figure$/.test(tagName),
  );
  const total = find(main, byClass('replay-total'));
  const first = total && find(total, byTag('strong'));
  if (figures.length === 1 && first) facts.push(['Recorded run', textOf(first).replace(/:$/, '')]);
  else if (figures.length > 0) facts.push(['Recordings to replay', String(figures.length)]);
  return facts;
}

function structuredData(
  page: BuiltPage,
  { origin, base }: { readonly origin: string; readonly base: string },
  image: string,
): object {
  const absolute = (path: string) => new URL(path, origin).href;
  const url = absolute(base + page.path.slice(1));
  const trail = [...breadcrumbOf(page.main), { name: page.title, href: new URL(url).pathname }];
  const article = {
    '@type': 'TechArticle',
    headline: page.title,
    description: page.description,
    url,
    image,
    inLanguage: 'en',
    ...(page.updated ? { dateModified: page.updated } : {}),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isPartOf: { '@type': 'WebSite', name: 'Interleave', url: absolute(base) },
  };
  const breadcrumb = {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, href }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absolute(href),
    })),
  };
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumb] };
}
