import { policyOf, type EmbedFiles } from './embed-files.ts';
import { escapeHtml } from './html.ts';
import { POSTER } from './poster.ts';

/** An embed as a page: one file that holds all it needs. */

export interface EmbedPage {
  readonly title: string;
  readonly description: string;
  /** The figure, as HTML. */
  readonly figure: string;
  /** The recording as JSON; nothing where the figure needs none. */
  readonly recording?: string | undefined;
  /** The step at which it stands, or the clock's microseconds where it plays no steps. */
  readonly parked?: number | undefined;
  /** Styles of its own, behind those of all. */
  readonly styles?: string | undefined;
  /** Where the figure is at home, as a link. */
  readonly context: string;
  /** What the link says. */
  readonly contextWords: string;
  /** The same as absolute addresses, where the site knows its own. */
  readonly absolute?:
    | {
        readonly canonical: string;
        readonly address: string;
        readonly image: string;
        readonly alt: string;
        readonly oembed: string;
      }
    | undefined;
  /** What it leaves out, if anything. */
  readonly note?: string | undefined;
}

export function embedHtml(page: EmbedPage, { script, styles: common }: EmbedFiles): string {
  const { title, description, figure, recording, parked, absolute } = page;
  const styles = common + (page.styles ?? '');
  const meta = (key: string, name: string, content: string) =>
    `<meta ${key}="${name}" content="${escapeHtml(content)}">`;
  const preview = absolute
    ? [
        meta('property', 'og:image', absolute.image),
        meta('property', 'og:image:width', String(POSTER.width)),
        meta('property', 'og:image:height', String(POSTER.height)),
        meta('property', 'og:image:type', 'image/png'),
        meta('name', 'twitter:card', 'summary_large_image'),
        meta('property', 'og:image:alt', absolute.alt),
        meta('property', 'og:url', absolute.address),
        `<link rel="canonical" href="${escapeHtml(absolute.canonical)}">`,
        `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(absolute.oembed)}" title="${escapeHtml(title)}">`,
      ]
    : [];
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, styles)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)} · Interleave</title>`,
    meta('name', 'description', description),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    ...preview.slice(0, 6),
    meta('property', 'og:site_name', 'Interleave'),
    meta('property', 'og:type', 'article'),
    ...preview.slice(6),
    '<meta name="robots" content="noindex">',
    `<style>${styles}</style>`,
  ];
  const start = parked === undefined ? '' : ` data-parked="${parked}"`;
  const data =
    recording === undefined
      ? ''
      : `<script type="application/json" id="recording">${recording.replaceAll('<', '\\u003c')}</script>`;
  const foot = [
    `<a href="${escapeHtml(page.context)}" target="_blank" rel="noopener">${escapeHtml(page.contextWords)}</a>`,
    ...(page.note ? [`<span>${escapeHtml(page.note)}</span>`] : []),
  ].join('');
  return (
    `<!doctype html>\n<html lang="en"${start}><head>\n${head.join('\n')}\n</head><body><main>\n` +
    `<h1 class="unseen">${escapeHtml(title)}</h1>\n${figure}\n<p class="embed-foot">${foot}</p></main>\n${data}` +
    `<script>${script}</script></body></html>\n`
  );
}
