import { execFileSync } from 'node:child_process';
import { getCollection } from 'astro:content';
import { chaptersOf, type NavigationChapter } from '#links/navigation.ts';
import { repositoryAt } from '#links/repository.ts';
import { readPageMap } from '#markdown/site-addresses.ts';

export const siteName = 'Interleave';
export const tagline = 'Python concurrency you can replay';

/** The folder of a page's file is its chapter. */
export const chapterOf = (filePath: string | undefined): string =>
  filePath?.split('/').at(-2) ?? '';

/** The chapters in order, with the pages of each. */
export async function navigation(): Promise<NavigationChapter[]> {
  const written = (await getCollection('pages')).map(({ id, data, filePath }) => ({
    slug: id,
    chapter: chapterOf(filePath),
    order: data.order,
    title: data.title,
  }));
  return chaptersOf(readPageMap(), written);
}

function builtCommit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { stdio: 'pipe' })
      .toString()
      .trim();
  } catch {
    return undefined; // Built from an archive without its history.
  }
}

/**
 * Where the source is published: REPOSITORY in the environment of the build, such as
 * `https://example.org/team/interleave`. Without it, pages have no links to their source.
 */
export const repository = repositoryAt(process.env.REPOSITORY, builtCommit());
