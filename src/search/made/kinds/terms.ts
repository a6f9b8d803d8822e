import { partsOf } from '#links/content-file.ts';
import { readGlossary } from '#markdown/content-files.ts';
import { hasId, textOf, type FinishedPage } from '../finished-page.ts';
import type { ReadKind } from './kind.ts';

/** The words of the glossary. */
export const terms: ReadKind = (site) => {
  const page = site.page('/topics/');
  return readGlossary(site.file('glossary.yaml')).map(({ id, page: explained }) => ({
    kind: 'term',
    page: partsOf(explained).slug,
    address: `/topics/#${id}`,
    title: within(page, id, 'dfn'),
    texts: [within(page, id, 'p')],
  }));
};

/** The text of the first `tag` inside the element with that id. */
function within(page: FinishedPage, id: string, tag: string): string {
  const term = page.element(hasId(id));
  const found = term && page.inside(term, ({ tagName }) => tagName === tag);
  if (!found) throw new Error(`/topics/#${id} has no <${tag}> to be searched.`);
  return textOf(found);
}
