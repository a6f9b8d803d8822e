import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readPageMap, siteAddresses } from '#markdown/site-addresses.ts';
import { finishedPage, type FinishedPage } from './finished-page.ts';
import type { Site } from './kinds/kind.ts';
import type { CoursePage } from './pack.ts';

/** The HTML of a page, by its path below the base: `/gil/`. */
export type FetchPage = (path: string) => Promise<string>;

export interface ReadSite {
  readonly site: Site;
  readonly course: readonly CoursePage[];
  /** What there is to look through, as `StoredIndex.doors`. */
  readonly doors: readonly (readonly [path: string, name: string])[];
}

/** Doors that list what one may look for. */
const lookedThrough = ['symptoms', 'errors', 'topics', 'examples', 'corrections'];

/** Reads everything that is indexed. */
export async function readSite(fetchPage: FetchPage): Promise<ReadSite> {
  const sources = new Map(
    globSync('content/pages/*/*.mdx').map((file) => [basename(file, '.mdx'), file]),
  );
  const map = readPageMap();
  const { existing } = siteAddresses();
  const doors = map.doors
    .filter(({ slug }) => lookedThrough.includes(slug) && existing.has(slug))
    .map(({ slug, name }) => [`/${slug}/`, name] as const);
  const course = map.chapters.flatMap((chapter) =>
    chapter.pages.map(({ slug, name }) => ({ slug, name, chapter: chapter.name })),
  );
  const articles = course.map(({ slug }) => slug).filter((slug) => sources.has(slug));
  const examples = globSync('content/examples/*/schedule.json')
    .map((file) => basename(dirname(file)))
    .sort();
  const errors = globSync('content/errors/*.mdx')
    .map((file) => basename(file, '.mdx'))
    .sort();
  const paths = [
    ...articles.map((slug) => `/${slug}/`),
    ...examples.map((name) => `/examples/${name}/`),
    ...errors.map((slug) => `/errors/${slug}/`),
    '/symptoms/',
    '/topics/',
    '/corrections/',
  ];
  const pages = new Map<string, FinishedPage>();
  // One after the other: a development server makes each of them when it is asked.
  for (const path of paths) pages.set(path, finishedPage(await fetchPage(path)));
  const site: Site = {
    articles,
    errors,
    examples,
    page: (path) => {
      const page = pages.get(path);
      if (!page) throw new Error(`Search wants the page ${path}, which it has not read.`);
      return page;
    },
    source: (slug) => readFileSync(sources.get(slug) ?? '', 'utf8'),
    file: (path) => readFileSync(`content/${path}`, 'utf8'),
  };
  return { site, course, doors };
}
