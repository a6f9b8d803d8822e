import { parse } from 'yaml';
import { z } from 'zod';
import { hasClass, textOf } from '../finished-page.ts';
import type { ReadKind } from './kind.ts';

/** What is read here of an example.yaml; model/example.ts holds it to all its rules. */
const homeSchema = z.object({ home: z.string() });

/** The recorded programs. */
export const examples: ReadKind = (site) =>
  site.examples.map((name) => {
    const page = site.page(`/examples/${name}/`);
    const title = page.element(({ tagName }) => tagName === 'h1');
    const claim = page.element(({ tagName }) => tagName === 'figcaption');
    const total = page.element(hasClass('replay-total'));
    if (!title || !claim) throw new Error(`/examples/${name}/ has no text to be searched.`);
    return {
      kind: 'example',
      page: homeSchema.parse(parse(site.file(`examples/${name}/example.yaml`))).home,
      address: `/examples/${name}/`,
      title: textOf(title),
      texts: [textOf(claim), ...(total ? [textOf(total)] : [])],
      code: [site.file(`examples/${name}/example.py`)],
    };
  });
