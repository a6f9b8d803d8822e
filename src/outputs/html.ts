import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** Reading the HTML of a built page: its elements as a tree, with their places in the text. */

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function readHtml(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { sourceCodeLocationInfo: true });
}

export const isElement = tree.isElementNode;
export const isText = tree.isTextNode;

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** All elements below a node, in the order of the document. */
export function* elementsBelow(parent: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  // Not by itself for each element: what is yielded would climb through all levels above it.
  const open = parent.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) open.push(child);
    }
  }
}

export function find(
  parent: DefaultTreeAdapterTypes.ParentNode,
  test: (element: Element) => boolean,
): Element | undefined {
  for (const element of elementsBelow(parent)) if (test(element)) return element;
  return undefined;
}

export const byClass = (name: string) => (element: Element) => hasClass(element, name);
export const byTag = (name: string) => (element: Element) => element.tagName === name;
export const byId = (id: string) => (element: Element) => attribute(element, 'id') === id;

/** The words of an element, each run of white space as one space. */
export function textOf(element: Element): string {
  return rawTextOf(element).replace(/\s+/g, ' ').trim();
}

export function rawTextOf(element: DefaultTreeAdapterTypes.ParentNode): string {
  return element.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) ? rawTextOf(node) : ''))
    .join('');
}

/** The text of the page that an element was read from. */
export function sourceOf(html: string, element: Element): string {
  const { startOffset, endOffset } = placeOf(element);
  return html.slice(startOffset, endOffset);
}

/** Where it begins and ends in the text that it was read from. */
export function outside(element: Element): { readonly from: number; readonly to: number } {
  const { startOffset, endOffset } = placeOf(element);
  return { from: startOffset, to: endOffset };
}

/** Where its start tag ends. */
export function contentStart(element: Element): number {
  return placeOf(element).startTag?.endOffset ?? placeOf(element).endOffset;
}

/** Where its end tag begins. */
export function contentEnd(element: Element): number {
  return placeOf(element).endTag?.startOffset ?? placeOf(element).endOffset;
}

function placeOf(element: Element) {
  const place = element.sourceCodeLocation;
  if (!place) throw new Error(`<${element.tagName}> was not read from a text.`);
  return place;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
