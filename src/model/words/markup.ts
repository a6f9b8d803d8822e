import { codeParts } from './code-words.ts';

/**
 * The small markup of sentences: `**work 1**` for lanes, backticks for code, nothing else.
 * Code that holds a backtick stands between two of them, as in Markdown.
 */

/** Code for a sentence. Line breaks are written as Python writes them. */
export function code(text: string): string {
  const line = text.replaceAll('\n', '\\n');
  if (!line.includes('`')) return `\`${line}\``;
  return `\`\` ${line} \`\``;
}

const MARKS = /`` (.*?) ``|`([^`]*)`|\*\*(.+?)\*\*/g;

/** The sentence as plain text, for screen readers and lists. */
export function plain(markup: string): string {
  return markup.replace(MARKS, (_, odd, even, lane) => odd ?? even ?? lane);
}

/** The sentence as HTML, with everything that is not markup escaped. */
export function markupToHtml(markup: string): string {
  let html = '';
  let from = 0;
  for (const found of markup.matchAll(MARKS)) {
    const [whole, odd, even, lane] = found;
    html += escape(markup.slice(from, found.index));
    html += lane === undefined ? codeTag(odd ?? even ?? '') : `<b>${escape(lane)}</b>`;
    from = found.index + whole.length;
  }
  return html + escape(markup.slice(from));
}

function codeTag(text: string): string {
  const parts = codeParts(text).map(({ text, whole }) =>
    whole ? `<span class="whole">${escape(text)}</span>` : escape(text),
  );
  return `<code>${parts.join('')}</code>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
