import type { PageMap } from './page-map.ts';

export interface WrittenPage {
  readonly slug: string;
  readonly chapter: string;
  readonly order: number;
  readonly title: string;
}

export interface NavigationPage {
  readonly slug: string;
  /** What the navigation calls it. */
  readonly name: string;
  readonly title: string;
  readonly written: boolean;
}

export interface NavigationChapter {
  /** From 1. */
  readonly number: number;
  readonly slug: string;
  readonly name: string;
  readonly promise: string;
  /** The example whose recording is the chapter's picture. */
  readonly shows: string;
  readonly pages: readonly NavigationPage[];
}

/** The chapters with planned and written pages in one order; a page outside the map is called by its title. */
export function chaptersOf(map: PageMap, written: readonly WrittenPage[]): NavigationChapter[] {
  return map.chapters.map(({ slug, name, promise, shows, pages }, index) => {
    const here = written.filter((page) => page.chapter === slug);
    const planned = pages.map((page, place) => {
      const own = here.find((one) => one.slug === page.slug);
      return {
        ...page,
        title: own?.title ?? page.title,
        written: own !== undefined,
        order: own?.order ?? place + 1,
      };
    });
    const others = here
      .filter((page) => !pages.some((one) => one.slug === page.slug))
      .map(({ slug, title, order }) => ({ slug, name: title, title, order, written: true }));
    const inOrder = [...planned, ...others].sort((a, b) => a.order - b.order);
    return {
      number: index + 1,
      slug,
      name,
      promise,
      shows,
      pages: inOrder.map(({ slug, name, title, written }) => ({ slug, name, title, written })),
    };
  });
}

/** The written pages before and after a page, across chapters. */
export function neighbours(
  chapters: readonly NavigationChapter[],
  slug: string,
): { previous: NavigationPage | undefined; next: NavigationPage | undefined } {
  const pages = chapters.flatMap((chapter) => chapter.pages).filter((page) => page.written);
  const place = pages.findIndex((page) => page.slug === slug);
  return place < 0
    ? { previous: undefined, next: undefined }
    : { previous: pages[place - 1], next: pages[place + 1] };
}
