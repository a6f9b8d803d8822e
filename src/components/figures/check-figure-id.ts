import { AstroError } from 'astro/errors';
import { figuresOfPages } from '#markdown/figure-ids.ts';

/**
 * A figure's id is part of addresses for ever, so no two figures of the site's pages share one. The
 * pages of examples are where these addresses lead, and may repeat them.
 */
export function checkFigureId(id: string, page: string): void {
  const uses = figuresOfPages().filter((figure) => figure.id === id);
  if (uses.length < 2) return;
  const [first, second] = uses;
  const where =
    first?.page === second?.page
      ? `${first?.page} has two figures`
      : `${first?.page} and ${second?.page} each have a figure`;
  throw new AstroError(
    `${where} with the id \`${id}\`; asked for by ${page}.`,
    `Give the second one an id of its own: \`<${second?.tag} … id="${id}-again" />\`.`,
  );
}

/** A question is judged by a figure on its own page that shows the recording. */
export function checkFigureOn(page: string, id: string, example: string): void {
  const slug = page.split('/').filter(Boolean).at(-1) ?? '';
  const here = figuresOfPages().filter((figure) => figure.page.endsWith(`/${slug}.mdx`));
  const fitting = here.filter((figure) => figure.examples.includes(example));
  if (fitting.some((figure) => figure.id === id)) return;
  const ids = fitting.map((figure) => figure.id);
  throw new AstroError(
    `The page ${page} asks a question about \`${example}\` and the figure \`${id}\`, which is not on it.`,
    ids.length > 0
      ? `Figures of it here are ${ids.join(', ')}: name one with \`figure="…"\`.`
      : `Put \`<Replay example="${example}" />\` below the question.`,
  );
}
