import { partsOf } from '#links/content-file.ts';
import { readCorrections } from '#markdown/content-files.ts';
import { hasClass, hasId, textOf } from '../finished-page.ts';
import type { ReadKind } from './kind.ts';

/** What is often said, and what is right. */
export const corrections: ReadKind = (site) => {
  const page = site.page('/corrections/');
  return readCorrections(site.file('corrections.yaml')).map(({ id, page: explained }) => {
    const entry = page.element(hasId(id));
    const said = entry && page.inside(entry, ({ tagName }) => tagName === 'q');
    const right = entry && page.inside(entry, hasClass('right'));
    if (!said || !right) throw new Error(`/corrections/#${id} has no text to be searched.`);
    return {
      kind: 'correction',
      page: partsOf(explained).slug,
      address: `/corrections/#${id}`,
      title: textOf(said),
      texts: [textOf(right)],
    };
  });
};
