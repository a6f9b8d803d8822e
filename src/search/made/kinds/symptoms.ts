import { parse } from 'yaml';
import { z } from 'zod';
import { partsOf } from '#links/content-file.ts';
import type { Entry } from '../entry.ts';
import { hasId, textOf } from '../finished-page.ts';
import { explains } from './errors.ts';
import type { ReadKind, Site } from './kind.ts';

/** What is read here of content/symptoms.yaml; links/symptoms.ts holds it to all its rules. */
const symptomsSchema = z.array(
  z.object({
    id: z.string(),
    causes: z.array(z.object({ page: z.string() })),
    keywords: z.array(z.string()).default([]),
  }),
);

/** What one sees where there is no message, once for each page that explains a cause of it. */
export const symptoms: ReadKind = (site) => {
  const page = site.page('/symptoms/');
  return symptomsSchema
    .parse(parse(site.file('symptoms.yaml')))
    .flatMap(({ id, causes, keywords }): Entry[] => {
      const article = page.element(hasId(id));
      const seen = page.element(hasId(`${id}-see`));
      const means = article && page.inside(article, ({ tagName }) => tagName === 'p');
      const told = article ? page.insideAll(article, ({ tagName }) => tagName === 'li') : [];
      if (!seen || !means || told.length !== causes.length)
        throw new Error(`/symptoms/#${id} has no text to be searched.`);
      const byPage = Map.groupBy(
        causes.map((cause, i) => ({ slug: pageOf(site, cause.page), li: told[i] })),
        ({ slug }) => slug,
      );
      return [...byPage].map(([slug, causes]) => ({
        kind: 'symptom',
        page: slug,
        address: `/symptoms/#${id}`,
        title: textOf(seen),
        asked: keywords,
        texts: [
          ...causes.flatMap(({ li }) => {
            if (!li) return [];
            const said = page.insideAll(li, ({ tagName }) => tagName === 'b' || tagName === 'span');
            return [said.map(textOf).join(' ')];
          }),
          textOf(means),
        ],
      }));
    });
};

/** The page of the course: of an error, the one that explains it. */
function pageOf(site: Site, address: string): string {
  const { slug } = partsOf(address);
  return slug.startsWith('errors/') ? explains(site, slug.slice('errors/'.length)) : slug;
}
