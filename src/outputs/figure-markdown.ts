import {
  attribute,
  byClass,
  byTag,
  elementsBelow,
  find,
  hasClass,
  rawTextOf,
  textOf,
  type Element,
} from './html.ts';
import { escapeMarkdown, fence, inline, type Around } from './markdown.ts';

/** A figure told in words: what it claims, what happens, the program, and its named moments. */
export function figureMarkdown(figure: Element, around: Around): string {
  const id = attribute(figure, 'id');
  const claim = find(figure, byTag('figcaption'));
  const total = find(figure, byClass('replay-total'));
  const sentence = find(figure, byClass('sentence'));
  const words = (element: Element | undefined) =>
    element ? inline(element.childNodes, around).trim() : '';
  return [
    `**Figure: ${words(claim).replaceAll('**', '')}**${id ? ` ([replay it](${around.link(`#${id}`)}))` : ''}`,
    words(total),
    ...sides(figure, around),
    ...pictureWords(figure),
    words(sentence),
    ...program(figure),
    ...keySteps(figure, around),
    ...inWords(figure, around),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the picture shows, as it is told to those who cannot see it. */
function pictureWords(figure: Element): string[] {
  if (find(figure, byClass('side'))) return [];
  const picture = find(figure, (one) => attribute(one, 'role') === 'img');
  const label = picture && attribute(picture, 'aria-label');
  return label ? [escapeMarkdown(label)] : [];
}

function sides(figure: Element, around: Around): string[] {
  const lines = [...elementsBelow(figure)].filter(byClass('side')).map((side) => {
    const title = find(side, byClass('side-title'));
    const picture = find(side, (one) => attribute(one, 'role') === 'img');
    const less = find(side, byClass('less'));
    const label = (picture && attribute(picture, 'aria-label')) ?? '';
    const name = title ? inline(title.childNodes, around).trim() : '';
    return `- ${name}: ${escapeMarkdown(label)}${less ? ` **${escapeMarkdown(textOf(less))}**` : ''}`;
  });
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function program(figure: Element): string[] {
  const box = find(figure, byClass('program'));
  if (!box) return [];
  const lines = [...elementsBelow(box)]
    .filter(byTag('li'))
    .map((line) => rawTextOf(find(line, byTag('code')) ?? line).replace(/\u200b/g, ''));
  return [fence(lines.join('\n'), 'python')];
}

/** A diagram told line by line. */
function inWords(figure: Element, around: Around): string[] {
  const box = find(figure, byClass('drawn-list'));
  if (!box) return [];
  const lines = [...elementsBelow(box)]
    .filter(byTag('li'))
    .map((line, i) => `${i + 1}. ${inline(line.childNodes, around).trim()}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function keySteps(figure: Element, around: Around): string[] {
  const list = find(figure, (one) => hasClass(one, 'key-steps'));
  if (!list) return [];
  const lines = [...elementsBelow(list)].filter(byTag('li')).map((row, i) => {
    const link = find(row, byTag('a'));
    const says = find(row, byTag('span'));
    const clock = link ? `[${textOf(link)}](${around.link(attribute(link, 'href') ?? '')})` : '';
    return `${i + 1}. ${clock}: ${says ? inline(says.childNodes, around).trim() : ''}`;
  });
  return lines.length > 0 ? [lines.join('\n')] : [];
}
