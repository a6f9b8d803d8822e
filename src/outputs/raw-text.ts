import { underBase } from '#links/base.ts';
import { markdownPath } from '#links/markdown-path.ts';
import type { BuiltPage } from './built-pages.ts';
import { escapeMarkdown, markdownOf } from './markdown.ts';

/** Pages for machines: each as Markdown, and a list of all of them. */

export interface Where {
  readonly base: string;
  readonly origin: string | undefined;
}

/** An address of the site as it is written outside of its pages: whole, where the site knows its host. */
export function written({ base, origin }: Where, path: string): string {
  const under = underBase(base, path);
  return origin === undefined ? under : origin + under;
}

/** A page as Markdown, with where it is from and how it may be used. */
export function pageMarkdown(page: BuiltPage, where: Where): string {
  const address = written(where, page.path);
  const link = (href: string) => {
    if (href.startsWith('#')) return address + href;
    return href.startsWith('/') && where.origin !== undefined ? where.origin + href : href;
  };
  const changed = page.updated ? ` Last changed ${page.updated}.` : '';
  return `${markdownOf(page.main, { link })}\n\n---\n\nFrom Interleave: <${address}>.${changed} Text under CC BY 4.0, code under MIT.\n`;
}

/** `/gil.md` for `/gil/`. */
export function rawPath(path: string): string {
  return markdownPath(path, '/');
}

interface Chapter {
  readonly name: string;
  readonly promise: string;
  readonly pages: readonly { readonly slug: string }[];
}

/** llms.txt: what the site is, and every page with what it answers. */
export function llmsText(
  pages: readonly BuiltPage[],
  chapters: readonly Chapter[],
  where: Where,
): string {
  const at = new Map(pages.map((page) => [page.path, page]));
  const line = ({ path, title, description }: BuiltPage) =>
    `- [${escapeMarkdown(title)}](${written(where, rawPath(path))}): ${description}`;
  const articles = chapters.flatMap(({ name, promise, pages: own }) => {
    const lines = own.flatMap(({ slug }) => {
      const page = at.get(`/${slug}/`);
      return page ? [line(page)] : [];
    });
    return lines.length > 0 ? [`## ${name}\n\n${promise}\n\n${lines.join('\n')}`] : [];
  });
  const inCourse = new Set(
    chapters.flatMap(({ pages: own }) => own.map(({ slug }) => `/${slug}/`)),
  );
  const isExample = ({ path }: BuiltPage) => /^\/examples\/[^/]+\/$/.test(path);
  const rest = pages.filter(({ path }) => !inCourse.has(path) && path !== '/');
  const section = (name: string, list: readonly BuiltPage[]) =>
    `## ${name}\n\n${list.map(line).join('\n')}`;
  return `${[
    '# Interleave',
    '> Python concurrency, explained with recordings of real programs: who waits, and for what. Each program was run once on a virtual clock; pictures, tables, sentences and numbers are computed from that recording.',
    `Every page is there as Markdown: put \`.md\` in place of the slash at the end of its address. Every recording is a JSON file below ${written(where, '/schedules/')}, in the format that ${written(where, '/about/')}#format tells.`,
    ...articles,
    section(
      'Words, corrections, about',
      rest.filter((page) => !isExample(page)),
    ),
    section('Optional', rest.filter(isExample)),
  ].join('\n\n')}\n`;
}
