// THIS FILE SHIPS TO THE BROWSER, when search is opened.
import { bestMoment, excerptOf, marked, textDirective } from '#search/excerpt.ts';
import type { OpenIndex } from '#search/open.ts';
import type { Group } from '#search/shown.ts';
import type { Kind, StoredTexts } from '#search/stored.ts';
import { element } from './make-element.ts';
import type { Sources } from './sources.ts';

/** What a result is called; a section is what one expects. */
const kindNames: Readonly<Record<Kind, string>> = {
  page: 'Page',
  section: '',
  error: 'Error',
  symptom: 'Symptom',
  term: 'Term',
  correction: 'Correction',
  example: 'Example',
};

/** What was found, as it is drawn. */
export interface Drawing {
  readonly index: OpenIndex;
  readonly sources: Sources;
  /** What is marked. */
  readonly keys: ReadonlySet<string>;
}

/** A page and its entries. The excerpts follow when their texts are there. */
export function drawGroup({ answer, entries }: Group, drawing: Drawing): HTMLElement {
  const { page } = answer;
  const texts = drawing.sources.texts(page.slug);
  const rows = entries.map((entry) => drawRow(entry, drawing, texts));
  const where = element(
    'p',
    { class: 'found-where' },
    page.chapter,
    ' › ',
    element('b', {}, page.name),
  );
  return element('li', { class: 'found-page' }, where, element('ul', {}, ...rows));
}

function drawRow(
  place: number,
  { index, sources, keys }: Drawing,
  texts: Promise<StoredTexts>,
): HTMLElement {
  const entry = index.entries[place];
  if (!entry) throw new Error(`The index has no entry ${place}.`);
  const above = entry.above === undefined ? undefined : index.entries[entry.above];
  const title = element('b');
  const kind = element('span', { class: 'found-kind' });
  const excerpt = element('span', { class: 'found-text' });
  const link = element('a', { class: 'found' });
  const name = (address: string, said: string, kindName: string): void => {
    link.href = sources.addressOf(address);
    title.replaceChildren(...drawMarked(said, keys));
    kind.textContent = kindName;
    kind.hidden = kindName === '';
  };
  name(entry.address, entry.title, kindNames[entry.kind]);
  const heading = above?.kind === 'section' ? [element('span', {}, above.title)] : [];
  link.append(element('span', { class: 'found-title' }, ...heading, title, ' ', kind), excerpt);
  texts.then(
    (texts) => {
      const stored = texts[place - (index.pages[entry.page]?.first ?? 0)] ?? { text: '' };
      const { text, cutBefore, cutAfter, arrival } = excerptOf(stored.text, keys);
      excerpt.replaceChildren(
        cutBefore ? '… ' : '',
        ...drawMarked(text, keys),
        cutAfter ? ' …' : '',
      );
      const moment = bestMoment(entry.title, stored, keys);
      if (moment) name(...moment, 'Replay');
      // A browser that knows no directives would look for an id of that name.
      else if (arrival && entry.address.includes('#') && 'fragmentDirective' in document)
        link.href += textDirective(arrival);
    },
    // The result is whole without it.
    () => excerpt.remove(),
  );
  return element('li', {}, link);
}

function drawMarked(text: string, keys: ReadonlySet<string>): (Node | string)[] {
  return marked(text, keys).map((piece) =>
    piece.marked ? element('mark', {}, piece.text) : piece.text,
  );
}
