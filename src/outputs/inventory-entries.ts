import { fragmentOf, pathOf, type Aliases } from '#links/aliases.ts';
import type { BuiltPage } from './built-pages.ts';
import { attribute, byTag, elementsBelow, find, textOf, type Element } from './html.ts';
import type { InventoryEntry } from './inventory.ts';

/** What other documentation may link to by name: pages, headings, words, corrections, figures, and old names of them. */
export function entriesOf(pages: readonly BuiltPage[], aliases: Aliases): InventoryEntry[] {
  const entries = pages.flatMap((page) => [...pageEntries(page), ...sectionEntries(page)]);
  const named = new Map(entries.map((entry) => [`${entry.role} ${entry.uri}`, entry]));
  const old = [...aliases].flatMap(([from, to]): InventoryEntry[] => {
    const role =
      fragmentOf(from) === undefined && fragmentOf(to) === undefined ? 'std:doc' : 'std:label';
    const entry = named.get(`${role} ${to.slice(1)}`);
    return entry && from.endsWith('.md') === false ? [{ ...entry, name: nameOf(from) }] : [];
  });
  return [...entries, ...old];
}

/** `gil` for `/gil/`, `gil.lock` for `/gil/#lock`, `index` for the home page. */
export function nameOf(address: string): string {
  const path = pathOf(address).replace(/^\/|\/$/g, '') || 'index';
  const section = fragmentOf(address);
  return section === undefined ? path : `${path}.${section}`;
}

function pageEntries({ path, title }: BuiltPage): InventoryEntry[] {
  const [name, uri] = [nameOf(path), path.slice(1)];
  return (['std:doc', 'std:label'] as const).map((role) => ({ name, role, uri, words: title }));
}

function sectionEntries({ path, main }: BuiltPage): InventoryEntry[] {
  return [...elementsBelow(main)].flatMap((element) => {
    const id = attribute(element, 'id');
    const words = id === undefined ? undefined : wordsOf(element, id, path);
    if (id === undefined || words === undefined) return [];
    const uri = `${path.slice(1)}#${id}`;
    const label = { name: nameOf(`${path}#${id}`), role: 'std:label', uri, words } as const;
    const isTerm = path === '/topics/' && element.tagName === 'div';
    return isTerm ? [label, { name: words, role: 'std:term', uri, words } as const] : [label];
  });
}

function wordsOf(element: Element, id: string, path: string): string | undefined {
  const text = (part: Element | undefined) => part && textOf(part);
  if (element.tagName.endsWith('-figure')) return text(find(element, byTag('figcaption')));
  if (path === '/topics/' && element.tagName === 'div') return text(find(element, byTag('dfn')));
  if (element.tagName === 'article') return text(find(element, byTag('q')));
  const isLabel = /-(said|see|name)$/.test(id);
  return /^h[2-4]$/.test(element.tagName) && !isLabel ? textOf(element) : undefined;
}
