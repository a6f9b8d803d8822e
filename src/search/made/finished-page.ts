import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A piece of a finished page that stands for itself: a heading, a paragraph, a block of code. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'code';
  readonly text: string;
  /** Of a heading. */
  readonly id?: string;
  readonly level?: number;
}

/** A page as it is sent to readers, to be asked for its texts. */
export interface FinishedPage {
  /** The first element of which it holds. */
  element(found: Found): Element | undefined;
  elements(found: Found): readonly Element[];
  /** The same within an element. */
  inside(element: Element, found: Found): Element | undefined;
  insideAll(element: Element, found: Found): readonly Element[];
}

type Found = (element: Element) => boolean;

export function finishedPage(html: string): FinishedPage {
  const all = [...elementsIn(parse(html))];
  return {
    element: (found) => all.find(found),
    elements: (found) => all.filter(found),
    inside: (element, found) => [...elementsIn(element)].find(found),
    insideAll: (element, found) => [...elementsIn(element)].filter(found),
  };
}

function* elementsIn(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    yield node;
    yield* elementsIn(node);
  }
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

export const hasId =
  (id: string) =>
  (element: Element): boolean =>
    attribute(element, 'id') === id;

export const hasClass =
  (name: string) =>
  (element: Element): boolean =>
    attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;

/** What of a page is for the eye, for the hand, or for a program, and is not read as its text. */
const unread = new Set(
  'script style template svg nav button select input textarea link dialog output'.split(' '),
);

/** What names other pages, here or elsewhere: words in it say nothing of this one. */
const namesOthers = [hasClass('sources'), hasClass('explained')];

/** A program become another, line by line. */
const isChange = hasClass('change');

/** Elements whose text stands apart from what is around them. */
const standsApart = new Set(
  'p li dt dd th td pre blockquote figcaption summary h1 h2 h3 h4 div section article'.split(' '),
);

/** The pieces of an element, in order. Of a figure, which has elements of its own, the caption. */
export function blocksOf(root: Parent): readonly Block[] {
  const blocks: Block[] = [];
  let open = '';
  const close = (): void => {
    const text = tidy(open);
    open = '';
    if (text !== '') blocks.push({ kind: 'text', text });
  };
  const visit = (node: Node): void => {
    if (tree.isTextNode(node)) open += node.value;
    if (!tree.isElementNode(node) || unread.has(node.tagName)) return;
    if (namesOthers.some((names) => names(node))) return;
    const level = /^h([2-4])$/.exec(node.tagName)?.[1];
    const id = attribute(node, 'id');
    if (level !== undefined && id !== undefined) {
      close();
      blocks.push({ kind: 'heading', text: textOf(node), id, level: Number(level) });
    } else if (node.tagName === 'pre') {
      close();
      blocks.push({ kind: 'code', text: rawText(node).trim() });
    } else if (isChange(node)) {
      close();
      const lines = [...elementsIn(node)].filter(({ tagName }) => tagName === 'code');
      blocks.push({ kind: 'code', text: lines.map(rawText).join('\n') });
    } else if (node.tagName.includes('-')) {
      close();
      const caption = [...elementsIn(node)].find(({ tagName }) => tagName === 'figcaption');
      if (caption) blocks.push({ kind: 'text', text: textOf(caption) });
    } else {
      const apart = standsApart.has(node.tagName);
      if (apart) close();
      node.childNodes.forEach(visit);
      if (apart) close();
    }
  };
  root.childNodes.forEach(visit);
  close();
  return blocks;
}

/** What one reads of an element, in one line. */
export const textOf = (parent: Parent): string => tidy(rawText(parent));

function rawText(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if (tree.isTextNode(node)) return node.value;
      return tree.isElementNode(node) && !unread.has(node.tagName) ? rawText(node) : '';
    })
    .join('');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
