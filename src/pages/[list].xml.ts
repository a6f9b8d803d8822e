// sitemap.xml and opensearch.xml, when SITE says under which host the site is served: their addresses
// are absolute.
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleNames } from '#examples/load.ts';
import { underBase } from '#links/base.ts';
import { openSearch } from '#search/open-search.ts';
import { siteName } from '../layouts/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { list: 'sitemap' } }, { params: { list: 'opensearch' } }] : [];

export const GET: APIRoute = async ({ site, params }) => {
  const absolute = (path: string) => new URL(underBase(import.meta.env.BASE_URL, path), site).href;
  return params['list'] === 'opensearch'
    ? new Response(openSearch(siteName, absolute), {
        headers: { 'Content-Type': 'application/opensearchdescription+xml' },
      })
    : sitemap(absolute);
};

async function sitemap(absolute: (path: string) => string): Promise<Response> {
  const entries = (await getCollection('pages')).map(({ id, data }) => ({
    path: `/${id}/`,
    changed: `<lastmod>${data.updated.toISOString().slice(0, 10)}</lastmod>`,
  }));
  const errors = (await getCollection('errors')).map(({ id, data }) => ({
    path: `/errors/${id}/`,
    changed: `<lastmod>${data.updated.toISOString().slice(0, 10)}</lastmod>`,
  }));
  const examples = exampleNames.map((name) => ({ path: `/examples/${name}/`, changed: '' }));
  const doors = [
    '/',
    '/search/',
    '/examples/',
    '/topics/',
    '/errors/',
    '/symptoms/',
    '/corrections/',
    '/measurements/',
    '/about/',
  ].map((path) => ({
    path,
    changed: '',
  }));
  const urls = [...doors, ...entries, ...errors, ...examples].map(
    ({ path, changed }) => `<url><loc>${absolute(path)}</loc>${changed}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
}
