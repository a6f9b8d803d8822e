// sitemap.xml and opensearch.xml, when SITE says under which host the site is served: their addresses
// are absolute.
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleNames } from '#examples/load.ts';
import { measurementNames } from '#examples/measurements.ts';
import { underBase } from '#links/base.ts';
import { changedDays } from '../layouts/changed-days.ts';
import { openSearch } from '#search/open-search.ts';
import { siteName } from '../layouts/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { list: 'sitemap' } }, { params: { list: 'opensearch' } }] : [];

/** Pages beside the course, and what each is made of. */
const doors: readonly (readonly [path: string, ...files: string[]])[] = [
  ['/', 'content/chapters.yaml', 'src/layouts/Home.astro'],
  ['/search/', 'src/pages/search.astro'],
  ['/examples/', 'src/pages/examples.astro'],
  ['/topics/', 'content/glossary.yaml'],
  ['/errors/', 'src/pages/errors.astro'],
  ['/symptoms/', 'content/symptoms.yaml'],
  ['/corrections/', 'content/corrections.yaml'],
  ['/measurements/', ...measurementNames.map((name) => `content/measurements/${name}/result.json`)],
  ['/about/', 'src/pages/about.astro'],
  ['/permalinks/', 'src/pages/permalinks.astro'],
  ['/use-in-your-wiki/', 'src/pages/use-in-your-wiki.astro'],
];

export const GET: APIRoute = async ({ site, params }) => {
  const absolute = (path: string) => new URL(underBase(import.meta.env.BASE_URL, path), site).href;
  return params['list'] === 'opensearch'
    ? new Response(openSearch(siteName, absolute), {
        headers: { 'Content-Type': 'application/opensearchdescription+xml' },
      })
    : sitemap(absolute);
};

async function sitemap(absolute: (path: string) => string): Promise<Response> {
  const days = changedDays(['content', 'src/pages', 'src/layouts']);
  const newest = (files: readonly string[]) =>
    files
      .flatMap((file) => days.get(file) ?? [])
      .sort()
      .at(-1);
  const day = ({ updated }: { updated: Date }) => updated.toISOString().slice(0, 10);
  const entries = [
    ...doors.map(([path, ...files]) => ({ path, changed: newest(files) })),
    ...(await getCollection('pages')).map(({ id, data }) => ({
      path: `/${id}/`,
      changed: day(data),
    })),
    ...(await getCollection('errors')).map(({ id, data }) => ({
      path: `/errors/${id}/`,
      changed: day(data),
    })),
    ...exampleNames.map((name) => ({
      path: `/examples/${name}/`,
      changed: newest(['py', 'yaml'].map((end) => `content/examples/${name}/example.${end}`)),
    })),
  ];
  const urls = entries.map(
    ({ path, changed }) =>
      `<url><loc>${absolute(path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
}
