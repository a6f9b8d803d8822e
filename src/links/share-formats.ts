/** How a link to this site is written in each place that one pastes it into. Shipped to readers. */

export interface Shared {
  /** Absolute. */
  readonly address: string;
  readonly title: string;
}

export function markdownLink({ address, title }: Shared): string {
  return `[${title.replace(/[\\[\]]/g, '\\$&')}](${address})`;
}

/** Two underscores: two links of one name do not trouble each other. */
export function rstLink({ address, title }: Shared): string {
  return `\`${title.replace(/[\\`<>]/g, '\\$&')} <${address}>\`__`;
}

export function confluenceLink({ address, title }: Shared): string {
  return `[${title.replace(/[\\[\]|{}]/g, '\\$&')}|${address}]`;
}

export function mediawikiLink({ address, title }: Shared): string {
  const words = title.replace(/\[/g, '&#91;').replace(/\]/g, '&#93;');
  return `[${address} ${words}]`;
}

export function htmlLink({ address, title }: Shared): string {
  return `<a href="${escape(address)}">${escape(title)}</a>`;
}

export interface Framed extends Shared {
  readonly width: number;
  readonly height: number;
}

export function iframeHtml({ address, title, width, height }: Framed): string {
  return (
    `<iframe src="${escape(address)}" title="${escape(title)}" width="${width}" height="${height}" ` +
    `loading="lazy" style="border:0;width:100%;max-width:${width}px"></iframe>`
  );
}

/** A picture that leads to the figure, in Markdown. */
export function markdownPicture(shared: Shared, picture: string): string {
  const alt = shared.title.replace(/[\\[\]]/g, '\\$&');
  return `[![${alt}](${picture})](${shared.address})`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
