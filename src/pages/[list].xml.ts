// sitemap.xml, when SITE says under which host the site is served: its addresses are absolute.
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleNames } from '#examples/load.ts';
import { underBase } from '#links/base.ts';
import { changedDays } from '../layouts/changed-days.ts';

export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { list: 'sitemap' } }] : [];

/** Pages beside the course, and what each is made of. */
const doors: readonly (readonly [path: string, ...files: string[]])[] = [
  ['/', 'content/chapters.yaml', 'src/layouts/Home.astro'],
  ['/search/', 'src/pages/search.astro'],
  ['/examples/', 'src/pages/examples.astro'],
  ['/topics/', 'content/glossary.yaml'],
  ['/corrections/', 'content/corrections.yaml'],
  ['/about/', 'src/pages/about.astro'],
  ['/permalinks/', 'src/pages/permalinks.astro'],
  ['/use-in-your-wiki/', 'src/pages/use-in-your-wiki.astro'],
];

export const GET: APIRoute = async ({ site }) => {
  const days = changedDays(['content', 'src/pages', 'src/layouts']);
  const newest = (files: readonly string[]) =>
    files
      .flatMap((file) => days.get(file) ?? [])
      .sort()
      .at(-1);
  const entries = [
    ...doors.map(([path, ...files]) => ({ path, changed: newest(files) })),
    ...(await getCollection('pages')).map(({ id, data }) => ({
      path: `/${id}/`,
      changed: data.updated.toISOString().slice(0, 10),
    })),
    ...exampleNames.map((name) => ({
      path: `/examples/${name}/`,
      changed: newest(['py', 'yaml'].map((end) => `content/examples/${name}/example.${end}`)),
    })),
  ];
  const urls = entries.map(({ path, changed }) => {
    const address = new URL(underBase(import.meta.env.BASE_URL, path), site).href;
    return `<url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};
