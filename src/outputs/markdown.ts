import { figureMarkdown } from './figure-markdown.ts';
import {
  attribute,
  byTag,
  find,
  hasClass,
  isElement,
  isText,
  rawTextOf,
  type Element,
  type Node,
} from './html.ts';

/** The content of a page as Markdown: what one reads in it, without what one presses. */

export interface Around {
  /** Makes an address of the page whole. */
  readonly link: (href: string) => string;
}

/** Menus, controls, and what is drawn. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'svg',
  'button',
  'input',
  'select',
  'nav',
  'template',
  'fieldset',
  'link',
]);
const HIDDEN = ['anchor', 'page-foot', 'unseen', 'callout-name', 'needs-script'];

export function markdownOf(element: Element, around: Around): string {
  return blocks(element.childNodes, around)
    .map((block) => block.replace(/[ \t]+$/gm, '').trimEnd())
    .filter((block) => block !== '')
    .join('\n\n');
}

function isLeftOut(node: Node): boolean {
  if (!isElement(node)) return !isText(node);
  return (
    LEFT_OUT.has(node.tagName) ||
    attribute(node, 'hidden') !== undefined ||
    HIDDEN.some((name) => hasClass(node, name))
  );
}

const BLOCKS =
  /^(address|article|aside|blockquote|details|div|dl|dt|dd|figure|figcaption|footer|h[1-6]|header|li|main|ol|p|pre|section|summary|table|ul)$/;

function isBlock(node: Node): node is Element {
  return isElement(node) && (BLOCKS.test(node.tagName) || node.tagName.includes('-'));
}

/** Each block of text; words between blocks make one of their own. */
function blocks(nodes: readonly Node[], around: Around): string[] {
  const found: string[] = [];
  let line: Node[] = [];
  const close = () => {
    const words = inline(line, around).trim();
    if (words !== '') found.push(words);
    line = [];
  };
  for (const node of nodes) {
    if (isLeftOut(node)) continue;
    if (isBlock(node)) {
      close();
      found.push(...block(node, around));
    } else line.push(node);
  }
  close();
  return found;
}

function block(element: Element, around: Around): string[] {
  const { tagName: tag, childNodes } = element;
  if (/-figure$/.test(tag)) return [figureMarkdown(element, around)];
  if (/^h[1-6]$/.test(tag))
    return [`${'#'.repeat(Number(tag[1]))} ${inline(childNodes, around).trim()}`];
  if (tag === 'p') return [inline(childNodes, around).trim()];
  if (tag === 'table') return [table(element, around)];
  if (tag === 'dt' || tag === 'summary')
    return [`**${inline(childNodes, around).trim().replaceAll('**', '')}**`];
  if (tag === 'dd') return [...blocks(childNodes, around)];
  if (tag === 'blockquote') return [quoted(blocks(childNodes, around))];
  if (tag === 'figure' && hasClass(element, 'code')) return [codeBlock(element)];
  if (hasClass(element, 'change')) return [difference(element)];
  if (tag === 'ul' || tag === 'ol') return [list(element, around)];
  if (tag === 'pre') return [fence(rawTextOf(element), '')];
  if (hasClass(element, 'callout')) {
    const name = attribute(element, 'aria-label');
    return [quoted([...(name ? [`**${name}**`] : []), ...blocks(childNodes, around)])];
  }
  return blocks(childNodes, around);
}

function quoted(parts: readonly string[]): string {
  return parts.join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

function list(element: Element, around: Around): string {
  const isNumbered = element.tagName === 'ol';
  return element.childNodes
    .filter((node) => isElement(node) && !isLeftOut(node))
    .map((item, i) => {
      const mark = isNumbered ? `${i + 1}. ` : '- ';
      const parts = isElement(item) ? blocks(item.childNodes, around) : [];
      const isTight = parts.every((part) => !/^(#|```|\|)/.test(part));
      return (
        mark + parts.join(isTight ? '\n' : '\n\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`)
      );
    })
    .join('\n');
}

function table(element: Element, around: Around): string {
  const rows = rowsOf(element).map((row) =>
    row.childNodes
      .filter(isElement)
      .map((cell) =>
        blocks(cell.childNodes, around).join(' ').replaceAll('|', '\\|').replaceAll('\n', ' '),
      ),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function rowsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((node) => {
    return node.tagName === 'tr' ? [node] : rowsOf(node);
  });
}

/** A listing, with its name above it and its caption below. */
function codeBlock(figure: Element): string {
  const parts = figure.childNodes.filter(isElement);
  const pre = parts.find(({ tagName }) => tagName === 'pre');
  const says = parts
    .filter((part) => part.tagName === 'figcaption')
    .map((part) => rawTextOf(part).trim());
  const code = fence(pre ? rawTextOf(pre) : '', attribute(figure, 'data-language') ?? '');
  return [...says.map((words) => `*${words}*`), code].join('\n\n');
}

/** A program become another, as `diff` writes it. */
function difference(list: Element): string {
  const lines = list.childNodes.filter(isElement).map((item) => {
    const code = find(item, byTag('code'));
    const mark = hasClass(item, 'gone') ? '-' : hasClass(item, 'new') ? '+' : ' ';
    return `${mark}${code ? rawTextOf(code).replace('\u200b', '') : ''}`.trimEnd();
  });
  return fence(lines.join('\n'), 'diff');
}

export function fence(code: string, language: string): string {
  const marks = '`'.repeat(Math.max(3, 1 + longestRun(code)));
  return `${marks}${language}\n${code.replace(/\n+$/, '')}\n${marks}`;
}

function longestRun(code: string): number {
  return Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
}

/** The words of a line, with what is set off in them. */
export function inline(nodes: readonly Node[], around: Around): string {
  return nodes
    .map((node) => {
      if (isText(node)) return escapeMarkdown(node.value.replace(/\s+/g, ' '));
      return isElement(node) && !isLeftOut(node) ? phrase(node, around) : '';
    })
    .join('')
    .replace(/ {2,}/g, ' ');
}

function phrase(element: Element, around: Around): string {
  const words = () => inline(element.childNodes, around);
  switch (element.tagName) {
    case 'code':
      return codeSpan(rawTextOf(element));
    case 'a': {
      const href = attribute(element, 'href');
      return href === undefined ? words() : `[${words().trim()}](${around.link(href)})`;
    }
    case 'b':
    case 'strong':
    case 'dfn':
      return setOff(words(), '**');
    case 'em':
    case 'i':
    case 'cite':
      return setOff(words(), '*');
    case 'q':
      return `“${words()}”`;
    case 'br':
      return '\n';
    default:
      return words();
  }
}

function setOff(words: string, mark: string): string {
  const inside = words.trim();
  return inside === '' ? '' : words.replace(inside, () => `${mark}${inside}${mark}`);
}

function codeSpan(code: string): string {
  const marks = '`'.repeat(1 + longestRun(code));
  const pad = marks.length > 1 ? ' ' : '';
  return `${marks}${pad}${code}${pad}${marks}`;
}

/** Signs that Markdown would take for its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/([\\`*_[\]<>])/g, '\\$1');
}
