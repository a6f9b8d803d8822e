import type { BuiltPage } from './built-pages.ts';
import { figurePoster } from './figure-poster.ts';
import type { BuiltFigure } from './figures.ts';
import { attribute, byClass, byTag, elementsBelow, find, textOf } from './html.ts';
import { palettes } from './palette.ts';
import { pngOf } from './png.ts';
import { POSTER, posterSvg, type Poster } from './poster.ts';

/** The picture of each page that one may find: made of its own first figure. */

export interface Preview {
  /** Below the base: `/preview/gil.png`. */
  readonly path: string;
  /** What one sees in it, in words. */
  readonly alt: string;
}

/** `/preview/gil.png` for `/gil/`. */
export function previewPath(path: string): string {
  return `/preview/${path === '/' ? 'home' : path.replace(/^\/|\/$/g, '')}.png`;
}

export function pagePoster(
  page: BuiltPage,
  figures: readonly BuiltFigure[],
): { poster: Poster; alt: string } {
  const place = placeOf(page);
  const title = headingOf(page);
  // Who waited and for how long is told apart at a third of the size more easily than who spoke.
  const figure = figures.find(({ kind }) => kind !== 'diagram') ?? figures[0];
  if (figure) return { poster: figurePoster(figure, title, place), alt: altOf(figure) };
  return {
    poster: { title, runs: [], place, says: page.description },
    alt: `${title}: ${page.description}`,
  };
}

export function altOf({ claim, kind, runs, rest }: BuiltFigure): string {
  if (kind === 'diagram') return `A diagram: ${claim}. ${rest}`;
  const what = kind === 'compare' ? 'Two timelines on one axis' : 'A timeline';
  const lanes = kind === 'compare' ? ` (${runs.map(({ title }) => title).join('; ')})` : '';
  return `${what}${lanes}: ${claim}`;
}

export async function drawPoster(poster: Poster): Promise<Uint8Array> {
  return pngOf(posterSvg(poster, palettes.light), POSTER.width);
}

/** What the page itself is called: the home page has the site's name in its tags. */
function headingOf(page: BuiltPage): string {
  const heading = find(page.main, byTag('h1'));
  return heading ? textOf(heading) : page.title;
}

/** Where a page belongs: its chapter, or its topic among the examples. */
export function placeOf({ main }: BuiltPage): string {
  const trail = breadcrumbOf(main);
  return trail.at(-1)?.name ?? 'Python concurrency you can replay';
}

export interface Crumb {
  readonly name: string;
  /** As it stands in the page, below the base of the build. */
  readonly href: string;
}

export function breadcrumbOf(main: BuiltPage['main']): readonly Crumb[] {
  const nav = find(main, byClass('breadcrumb'));
  if (!nav) return [];
  return [...elementsBelow(nav)]
    .filter(byTag('a'))
    .map((link) => ({ name: textOf(link), href: attribute(link, 'href') ?? '' }));
}
