import type { BuiltFigure, KeyMoment } from './figures.ts';
import {
  attribute,
  byClass,
  contentEnd,
  contentStart,
  elementsBelow,
  escapeHtml,
  find,
  outside,
  sourceOf,
  type Element,
} from './html.ts';

/** A figure's HTML as its page has it, changed for a page of its own. */

export interface EmbedLinks {
  /** Where a link of the figure leads on another site. */
  readonly link: (href: string) => string;
  /** The embed of another position of the switches, from the page of that position. */
  readonly embedOf: (href: string) => string;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function embedFigure(
  figure: BuiltFigure,
  links: EmbedLinks,
  moment?: KeyMoment,
  element = figure.element,
): string {
  const parts = [...elementsBelow(element)];
  const changes = parts.flatMap((part) => changesAt(part, links, moment));
  return applied(figure.page.source, element, changes);
}

function changesAt(
  element: Element,
  { link, embedOf }: EmbedLinks,
  moment: KeyMoment | undefined,
): Change[] {
  const whole = outside(element);
  const inside = { from: contentStart(element), to: contentEnd(element) };
  const name = (attribute(element, 'class') ?? '').split(' ')[0];
  if (element.tagName === 'label') return [{ ...whole, text: '' }];
  // What leads to the figure on its page stands below it.
  if (name === 'replay-link') return [{ ...whole, text: '' }];
  // The table of a long run is for the page: here it would be the larger part.
  if (name === 'inspect' && moment) return [{ ...whole, text: '' }];
  if (name === 'sentence' && moment)
    return [{ ...inside, text: `<b>${escapeHtml(moment.clock)}</b> ${escapeHtml(moment.says)}` }];
  const href = attribute(element, 'href');
  if (element.tagName !== 'a' || href === undefined || href.startsWith('#')) return [];
  const start = { from: whole.from, to: inside.from };
  const current = attribute(element, 'aria-current') ? ' aria-current="page"' : '';
  if (isInSwitch(element))
    return [{ ...start, text: `<a href="${escapeHtml(embedOf(href))}"${current}>` }];
  return [
    { ...start, text: `<a href="${escapeHtml(link(href))}" target="_blank" rel="noopener">` },
  ];
}

function isInSwitch(element: Element): boolean {
  const parent = element.parentNode;
  return parent !== null && 'attrs' in parent && (attribute(parent, 'class') ?? '') === 'positions';
}

/** The text of an element with some of its parts replaced. */
function applied(html: string, element: Element, changes: readonly Change[]): string {
  const { from: start } = outside(element);
  let text = sourceOf(html, element);
  const outer = changes.filter(
    (one) =>
      !changes.some((other) => other !== one && other.from <= one.from && one.to <= other.to),
  );
  for (const { from, to, text: fresh } of outer.sort((a, b) => b.from - a.from))
    text = text.slice(0, from - start) + fresh + text.slice(to - start);
  return text;
}

/** A part of a figure by its class, changed in the same way; nothing where it has none. */
export function embedPart(figure: BuiltFigure, name: string, links: EmbedLinks): string {
  const part = find(figure.element, byClass(name));
  return part ? embedFigure(figure, links, undefined, part) : '';
}
