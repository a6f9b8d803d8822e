/** The inside of a `<pre>` as one piece, because a template would indent it and a reader see that. */

/** Lines of HTML, each in the frame that a line of code has. */
export function listing(lines: readonly string[]): string {
  return `<code>${lines.map((line) => `<span class="line">${line}</span>`).join('\n')}</code>`;
}

/** The same of plain text. */
export function plainListing(lines: readonly string[]): string {
  return listing(lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')));
}
