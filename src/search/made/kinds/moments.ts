import { parse } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../entry.ts';
import { attribute, hasClass, hasId, textOf, type FinishedPage } from '../finished-page.ts';
import type { ReadKind } from './kind.ts';

const homeSchema = z.object({ home: z.string() });

/**
 * The key steps of replays. A replay that stands on a page of a chapter is found there; all others
 * on the pages of their examples.
 */
export const moments: ReadKind = (site) => {
  const onPages = site.articles.flatMap((slug) => {
    return keySteps(site.page(`/${slug}/`), `/${slug}/`, slug);
  });
  const told = new Set(onPages.map(sameAs));
  const elsewhere = site.examples.flatMap((name) => {
    const { home } = homeSchema.parse(parse(site.file(`examples/${name}/example.yaml`)));
    return keySteps(site.page(`/examples/${name}/`), `/examples/${name}/`, home);
  });
  return [...onPages, ...elsewhere.filter((entry) => !told.has(sameAs(entry)))];
};

/** The same sentence of the same replay, wherever it stands. */
const sameAs = ({ title, beside = [] }: Entry): string => [title, ...beside].join('\n');

function keySteps(page: FinishedPage, path: string, explained: string): readonly Entry[] {
  return page.elements(hasClass('key-steps')).flatMap((list) =>
    page
      .insideAll(list, ({ tagName }) => tagName === 'li')
      .flatMap((step): Entry[] => {
        const id = attribute(step, 'id');
        const says = page.inside(step, ({ tagName }) => tagName === 'span');
        if (id === undefined || !says) return [];
        const claim = page.element(hasId(`${id.split('--')[0]}-claim`));
        return [
          {
            kind: 'moment',
            page: explained,
            address: `${path}#${id}`,
            title: textOf(says),
            texts: [],
            beside: claim ? [textOf(claim)] : [],
          },
        ];
      }),
  );
}
