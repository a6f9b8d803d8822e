import { nearest } from './nearest.ts';
import type { NavigationChapter, NavigationPage } from './navigation.ts';

/** What the gallery has to know of an example to find its place. */
export interface Shown {
  readonly name: string;
  /** The page that it belongs to. */
  readonly home: string;
  /** The example that it is set against. */
  readonly against: string | undefined;
}

export interface Topic<Example extends Shown> {
  readonly chapter: NavigationChapter;
  readonly page: NavigationPage;
  readonly examples: readonly Example[];
}

/** The examples by the pages they belong to, in the order of the course; contrasts stand side by side. */
export function topicsOf<Example extends Shown>(
  chapters: readonly NavigationChapter[],
  examples: readonly Example[],
): readonly Topic<Example>[] {
  const slugs = chapters.flatMap(({ pages }) => pages.map(({ slug }) => slug));
  const lost = examples.find(({ home }) => !slugs.includes(home));
  if (lost) {
    const near = nearest(lost.home, slugs).join(', ');
    throw new Error(
      `content/examples/${lost.name}/example.yaml: \`home: ${lost.home}\` is no page of a chapter. The nearest are ${near}. A new page gets an entry in content/chapters.yaml first.`,
    );
  }
  return chapters
    .flatMap((chapter) =>
      chapter.pages.map((page) => ({
        chapter,
        page,
        examples: paired(examples.filter(({ home }) => home === page.slug)),
      })),
    )
    .filter((topic) => topic.examples.length > 0);
}

function paired<Example extends Shown>(examples: readonly Example[]): readonly Example[] {
  const left = new Map(examples.map((example) => [example.name, example]));
  const placed: Example[] = [];
  for (const example of examples) {
    let next: Example | undefined = left.get(example.name);
    while (next) {
      left.delete(next.name);
      placed.push(next);
      next = next.against === undefined ? undefined : left.get(next.against);
    }
  }
  return placed;
}
