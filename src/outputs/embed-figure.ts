import type { BuiltFigure } from './figures.ts';
import {
  attribute,
  byClass,
  contentEnd,
  contentStart,
  elementsBelow,
  escapeHtml,
  find,
  outside,
  type Element,
} from './html.ts';
import type { Standing } from './standing.ts';

/** A figure's HTML as its page has it, changed for a page of its own. */

export interface EmbedLinks {
  /** Where a link of the figure leads on another site. */
  readonly link: (href: string) => string;
  /** The embed of another position of the switches, from the page of that position, at a moment if it has that. */
  readonly embedOf: (href: string, slug?: string) => string;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

interface Change extends Place {
  readonly text: string;
}

export interface EmbedFigure {
  /** The figure at rest, or at a step. */
  whole(standing?: Standing): string;
  /** A part of it by its class; nothing where it has none. */
  part(name: string, standing?: Standing): string;
}

/** Read once: a figure has an embed for each of its moments. */
export function embedFigure(figure: BuiltFigure, links: EmbedLinks): EmbedFigure {
  const { element, page } = figure;
  const all = [...elementsBelow(element)];
  const always = all.flatMap((part) => changesAt(part, links));
  const told = all.filter(isTold);
  const changed = (part: Element, standing: Standing | undefined) => {
    const now = standing ? told.flatMap((one) => standAt(one, standing, links)) : [];
    return applied(page.source, outside(part), [...now, ...always]);
  };
  return {
    whole: (standing) => changed(element, standing),
    part(name, standing) {
      const part = find(element, byClass(name));
      return part ? changed(part, standing) : '';
    },
  };
}

/** What shows at which step the figure stands. */
const TOLD = /^(sentence|position|playhead|band|wedge|plate step-plate|lens|inspect|lane\b.*)$/;

function isTold(element: Element): boolean {
  const isRow = element.tagName === 'li' && element.attrs.length > 0;
  return isRow || isSwitch(element) || TOLD.test(attribute(element, 'class') ?? '');
}

function standAt(
  element: Element,
  { slug, row, line, lane, inside }: Standing,
  { embedOf }: EmbedLinks,
): Change[] {
  if (isSwitch(element)) return [switchTo(element, (href) => embedOf(href, slug))];
  const whole = outside(element);
  const start = { from: whole.from, to: contentStart(element) };
  const names = attribute(element, 'class') ?? '';
  // The table of a long run is for the page: here it would be the larger part.
  if (names === 'inspect') return [{ ...whole, text: '' }];
  if (element.tagName === 'li') {
    const isLine = line !== undefined && attribute(element, 'value') === String(line);
    const isPresent = isLine || attribute(element, 'id') === row;
    return isPresent ? [{ from: start.to - 1, to: start.to, text: ' aria-current="step">' }] : [];
  }
  if (names.startsWith('lane')) {
    const isPresent = lane !== undefined && attribute(element, 'data-lane') === String(lane);
    const text = `<${element.tagName} class="${names} present-lane" data-lane="${lane}">`;
    return isPresent ? [{ ...start, text }] : [];
  }
  const now = inside[names.split(' ').at(-1) ?? ''];
  if (now === undefined) return [];
  if (attribute(element, 'hidden') === undefined)
    return [{ from: start.to, to: contentEnd(element), text: now }];
  const shown = `<${element.tagName} class="${names}">${now}`;
  return [{ from: whole.from, to: contentEnd(element), text: shown }];
}

function changesAt(element: Element, { link, embedOf }: EmbedLinks): Change[] {
  const whole = outside(element);
  const name = (attribute(element, 'class') ?? '').split(' ')[0];
  if (element.tagName === 'label') return [{ ...whole, text: '' }];
  // What leads to the figure on its page stands below it.
  if (name === 'replay-link' || name === 'drawn-link') return [{ ...whole, text: '' }];
  // What copies would have to fetch it.
  if (name === 'drawn-copies') return [{ ...whole, text: '' }];
  const href = attribute(element, 'href');
  if (element.tagName !== 'a' || href === undefined || href.startsWith('#')) return [];
  const start = { from: whole.from, to: contentStart(element) };
  if (isSwitch(element)) return [switchTo(element, embedOf)];
  return [
    { ...start, text: `<a href="${escapeHtml(link(href))}" target="_blank" rel="noopener">` },
  ];
}

function switchTo(element: Element, embedOf: (href: string) => string): Change {
  const current = attribute(element, 'aria-current') ? ' aria-current="page"' : '';
  const to = escapeHtml(embedOf(attribute(element, 'href') ?? ''));
  const text = `<a href="${to}"${current}>`;
  return { from: outside(element).from, to: contentStart(element), text };
}

/** A link to another position of a switch. */
function isSwitch(element: Element): boolean {
  const parent = element.tagName === 'a' ? element.parentNode : null;
  return parent !== null && 'attrs' in parent && (attribute(parent, 'class') ?? '') === 'positions';
}

/** A stretch of a text with some of its parts replaced; where one lies in another, the outer is; of two for one place, the first. */
function applied(html: string, { from, to }: Place, changes: readonly Change[]): string {
  const inside = changes
    .filter((change) => change.from >= from && change.to <= to)
    .sort((one, other) => one.from - other.from || other.to - one.to);
  let text = '';
  let at = from;
  for (const change of inside) {
    if (change.from < at) continue;
    text += html.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + html.slice(at, to);
}
