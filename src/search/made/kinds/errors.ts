import { z } from 'zod';
import { partsOf } from '#links/content-file.ts';
import { blocksOf, hasClass, hasId, textOf } from '../finished-page.ts';
import { frontMatter } from '../front-matter.ts';
import type { ReadKind, Site } from './kind.ts';

/** What is read here of an error's front matter; markdown/error-schema.ts holds it to all its rules. */
const errorSchema = z.object({
  earlier: z.array(z.object({ message: z.string() })).default([]),
  example: z.string(),
  cured: z.string(),
  explained: z.array(z.string()).min(1),
  keywords: z.array(z.string()),
  asks: z.array(z.string()),
});

/** The pages of error messages. */
export const errors: ReadKind = (site) =>
  site.errors.map((slug) => {
    const page = site.page(`/errors/${slug}/`);
    const heading = page.element(({ tagName }) => tagName === 'h1');
    const means = page.element(hasId('lede'));
    const prose = page.element(hasClass('prose'));
    if (!heading || !means || !prose)
      throw new Error(`/errors/${slug}/ has no text to be searched.`);
    const data = readError(site, slug);
    const blocks = blocksOf(prose).filter(({ kind }) => kind !== 'heading');
    const [first = '', ...also] = new Set(data.explained.map((place) => partsOf(place).slug));
    return {
      kind: 'error',
      page: first,
      also,
      address: `/errors/${slug}/`,
      title: textOf(heading),
      // Whoever runs an earlier Python pastes what that one says: it is a title, too.
      titles: data.earlier.map(({ message }) => message),
      asked: [...data.asks, ...data.keywords],
      texts: [
        textOf(means),
        ...blocks.filter(({ kind }) => kind === 'text').map(({ text }) => text),
      ],
      code: blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text),
    };
  });

/** The page of the course that explains an error, by the slug of the error. */
export const explains = (site: Site, slug: string): string =>
  partsOf(readError(site, slug).explained[0] ?? '').slug;

const readError = (site: Site, slug: string): z.infer<typeof errorSchema> =>
  frontMatter(site.file(`errors/${slug}.mdx`), `/errors/${slug}/`, errorSchema);

/** The programs that the page of an error shows, by the slug of the error: the one that fails, and the one that works. */
export function programsOf(site: Site, slug: string): readonly string[] {
  const { example, cured } = readError(site, slug);
  return [example, cured.split('/')[0] ?? ''];
}
