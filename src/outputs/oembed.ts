import { iframeHtml } from '#links/share-formats.ts';
import type { EmbedPage } from './embed-page.ts';
import type { BuiltFigure } from './figures.ts';
import type { BuiltSite } from './integration.ts';
import { LONGEST } from './long-figure.ts';
import { POSTER } from './poster.ts';

const WIDTH = 640;

/** What Slack, Notion and others ask for when the address of an embed is pasted. */
export function oembedOf(
  site: BuiltSite,
  path: string,
  { title, absolute }: EmbedPage,
  figure: BuiltFigure,
): string {
  const home = `${site.origin ?? ''}${site.base}`;
  const address = `${home}embed/${path}/`;
  const height = heightOf(figure);
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Interleave',
    provider_url: home,
    html: iframeHtml({ address, title, width: WIDTH, height }),
    width: WIDTH,
    height,
    thumbnail_url: absolute?.image,
    thumbnail_width: POSTER.width,
    thumbnail_height: POSTER.height,
    cache_age: 86_400,
  });
}

/** About how high a figure is in a frame 640 pixels wide. */
export function heightOf({ kind, runs, moments, lines, drawing }: BuiltFigure): number {
  const lanes = runs.reduce(
    (sum, { schedule, lanes }) => sum + (lanes?.length ?? schedule.lanes.length),
    0,
  );
  const steps = runs[0]?.schedule.steps.length ?? 0;
  if (drawing) return round(drawing.height + 240);
  if (kind === 'compare') return round(380 + lanes * 31);
  if (steps > LONGEST) return round(420 + Math.min(lanes, 20) * 31);
  return round(900 + Math.min(lanes, 20) * 45 + lines * 20 + moments.length * 46);
}

function round(pixels: number): number {
  return Math.ceil(pixels / 20) * 20;
}
