import { fragmentOf, pathOf, type Moves, type PageMove } from '#links/aliases.ts';
import { underBase } from '#links/base.ts';
import {
  attribute,
  byId,
  byTag,
  contentEnd,
  contentStart,
  escapeHtml,
  find,
  readHtml,
  textOf,
} from './html.ts';

/** Keeps old addresses alive in the built site. */

/** The page with an invisible alias inside each thing whose id changed, and a line for each section that left. */
export function withOldIds(
  html: string,
  renamed: readonly (readonly [old: string, now: string])[],
  left: readonly (readonly [old: string, line: string])[],
): string {
  const document = readHtml(html);
  const insertions = renamed.flatMap(([old, now]) => {
    const target = find(document, byId(now));
    // Nothing stands there: the check of all addresses says so, with what to do.
    if (!target) return [];
    const inside = target.tagName === 'div' ? (find(target, byTag('dt')) ?? target) : target;
    const alias = `<span class="alias" id="${old}"></span>`;
    return [{ at: contentStart(inside), text: alias }];
  });
  const main = find(document, byTag('main'));
  const body = main && (find(main, byTag('article')) ?? main);
  if (body && left.length > 0) {
    const lines = left.map(([old, line]) => `<p class="moved" id="${old}">${line}</p>`).join('');
    insertions.push({ at: contentEnd(body), text: lines });
  }
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), html);
}

interface Target {
  readonly path: string;
  readonly title: string;
  readonly html: string;
}

/** "Moved to “Who runs next?” in The event loop", as a link. */
export function movedLine(to: string, page: Target, base: string): string {
  const section = fragmentOf(to);
  const target = section === undefined ? undefined : find(readHtml(page.html), byId(section));
  const isHeading = /^h[2-4]$/.test(target?.tagName ?? '');
  const words = target && isHeading ? `“${textOf(target)}” in ${page.title}` : page.title;
  return `This section moved: it is <a href="${underBase(base, to)}">${escapeHtml(words)}</a> now.`;
}

/**
 * The page at an address whose page moved: what leads there goes on, with its section, and shows the
 * preview of where it leads. Works without scripts too, but then at the top of the page.
 */
export function movedPage({ to, sections }: PageMove, target: Target, base: string): string {
  const address = underBase(base, to);
  const under = Object.entries(sections).map(([old, now]) => [old, underBase(base, now)]);
  const data = JSON.stringify({ to: address, sections: Object.fromEntries(under) as object });
  const title = escapeHtml(target.title);
  return [
    '<!doctype html><html lang="en" data-moved><head>',
    headOf(target.html),
    `<script type="application/json" id="moved">${data.replaceAll('<', '\\u003c')}</script>`,
    `<script src="${underBase(base, '/moved.js')}"></script>`,
    `<noscript><meta http-equiv="refresh" content="0; url=${address}"></noscript>`,
    `</head><body><main><h1>This page moved</h1>`,
    `<p>It is <a href="${address}">${title}</a> now.</p></main></body></html>`,
  ].join('\n');
}

/** What previews read, of the page that is meant: they show it under the old address too. */
function headOf(html: string): string {
  const head = /<head>([\s\S]*?)<\/head>/.exec(html)?.[1] ?? '';
  const kept = readHtml(`<head>${head}</head>`);
  const wanted = (find(kept, byTag('head'))?.childNodes ?? []).flatMap((node) => {
    if (!('tagName' in node)) return [];
    const isKept =
      node.tagName === 'title' ||
      node.tagName === 'meta' ||
      (node.tagName === 'link' && /^(canonical|icon)$/.test(attribute(node, 'rel') ?? ''));
    const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
    return isKept ? [`<head>${head}</head>`.slice(startOffset, endOffset)] : [];
  });
  return wanted.join('\n');
}

/** Lines for hosts that can answer 301, which keeps sections by itself. */
export function redirectLines({ pages, files }: Moves, base: string): string {
  const lines = [
    ...[...pages].map(([from, { to }]) => [from, to] as const),
    ...[...files].map(([from, to]) => [from, to] as const),
  ];
  return lines
    .map(([from, to]) => `${underBase(base, from)} ${underBase(base, pathOf(to))} 301\n`)
    .join('');
}
