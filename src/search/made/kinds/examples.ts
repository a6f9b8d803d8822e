import { parse } from 'yaml';
import { z } from 'zod';
import type { Moment } from '../entry.ts';
import { attribute, hasClass, textOf, type FinishedPage } from '../finished-page.ts';
import { programsOf } from './errors.ts';
import type { ReadKind } from './kind.ts';

/** What is read here of an example.yaml; model/example.ts holds it to all its rules. */
const homeSchema = z.object({ home: z.string() });

/**
 * The recorded programs, each with the key steps of its replay. A key step is gone to where a reader
 * of the course meets it: on a page of a chapter, if the replay stands on one. Programs that the
 * page of an error shows are left out.
 */
export const examples: ReadKind = (site) => {
  const onPages = new Map(
    site.articles
      .flatMap((slug) => keySteps(site.page(`/${slug}/`), `/${slug}/`))
      .map((moment) => [sameAs(moment), moment]),
  );
  // Those are found by the message; a second entry would say the same again.
  const shownByErrors = new Set(site.errors.flatMap((slug) => programsOf(site, slug)));
  const own = site.examples.filter((name) => !shownByErrors.has(name));
  return own.map((name) => {
    const path = `/examples/${name}/`;
    const page = site.page(path);
    const title = page.element(({ tagName }) => tagName === 'h1');
    const claim = page.element(({ tagName }) => tagName === 'figcaption');
    const total = page.element(hasClass('replay-total'));
    if (!title || !claim) throw new Error(`${path} has no text to be searched.`);
    return {
      kind: 'example',
      page: homeSchema.parse(parse(site.file(`examples/${name}/example.yaml`))).home,
      address: path,
      title: textOf(title),
      texts: [textOf(claim), ...(total ? [textOf(total)] : [])],
      moments: keySteps(page, path).map((moment) => onPages.get(sameAs(moment)) ?? moment),
      code: [site.file(`examples/${name}/example.py`)],
    };
  });
};

/** The same sentence at the same key step, wherever the replay stands and however it is called there. */
const sameAs = ({ address, says }: Moment): string => `${address.split('--').at(-1)}\n${says}`;

function keySteps(page: FinishedPage, path: string): readonly Moment[] {
  return page.elements(hasClass('key-steps')).flatMap((list) =>
    page
      .insideAll(list, ({ tagName }) => tagName === 'li')
      .flatMap((step): Moment[] => {
        const id = attribute(step, 'id');
        const says = page.inside(step, ({ tagName }) => tagName === 'span');
        return id === undefined || !says ? [] : [{ address: `${path}#${id}`, says: textOf(says) }];
      }),
  );
}
