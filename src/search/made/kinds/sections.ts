import { z } from 'zod';
import type { Entry } from '../entry.ts';
import { blocksOf, hasClass, textOf, type Block } from '../finished-page.ts';
import { frontMatter } from '../front-matter.ts';
import type { ReadKind, Site } from './kind.ts';

/** What is read here of a page's front matter; markdown/page-schema.ts holds it to all its rules. */
const askedSchema = z.object({
  description: z.string(),
  keywords: z.array(z.string()),
  asks: z.array(z.string()),
});

/** The pages of the chapters, and each of their sections. */
export const sections: ReadKind = (site) => site.articles.flatMap((slug) => ofArticle(site, slug));

function ofArticle(site: Site, slug: string): readonly Entry[] {
  const page = site.page(`/${slug}/`);
  const prose = page.element(hasClass('prose'));
  const heading = page.element(({ tagName }) => tagName === 'h1');
  if (!prose || !heading) throw new Error(`/${slug}/ has no heading or no text to be searched.`);
  const lede = page.element(hasClass('lede'));
  const { description, keywords, asks } = frontMatter(site.source(slug), `/${slug}/`, askedSchema);
  const [opening = [], ...parts] = cutAtHeadings(blocksOf(prose));
  const address = `/${slug}/`;
  const entries: Entry[] = [
    {
      kind: 'page',
      page: slug,
      address,
      title: textOf(heading),
      asked: [...asks, ...keywords],
      ...contents([
        ...(lede ? [{ kind: 'text' as const, text: textOf(lede) }] : []),
        { kind: 'text', text: description },
        ...opening,
      ]),
    },
  ];
  let second = address;
  for (const [first, ...rest] of parts) {
    if (first?.id === undefined) continue;
    const own = `${address}#${first.id}`;
    const above = first.level === 2 ? address : second;
    if (first.level === 2) second = own;
    entries.push({
      kind: 'section',
      page: slug,
      address: own,
      title: first.text,
      above,
      ...contents(rest),
    });
  }
  return entries;
}

/** The pieces before the first heading of level 2 or 3, and those from each such heading on. */
function cutAtHeadings(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && (block.level ?? 4) < 4) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

/** Above a program stands how its file is called, which says nothing of its own. */
const nameOfFile = /^[\w.-]+\.\w{2,4}$/;

function contents(blocks: readonly Block[]): Pick<Entry, 'texts' | 'code'> {
  return {
    texts: blocks
      .filter(({ kind, text }) => kind !== 'code' && !nameOfFile.test(text))
      .map(({ text }) => text),
    code: blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text),
  };
}
