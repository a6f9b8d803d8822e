import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { underBase } from '#links/base.ts';
import { iframeHtml } from '#links/share-formats.ts';
import { embedFigure } from './embed-figure.ts';
import { embedFiles } from './embed-files.ts';
import { embedHtml, type EmbedPage } from './embed-page.ts';
import { figurePoster } from './figure-poster.ts';
import type { BuiltFigure, KeyMoment } from './figures.ts';
import type { BuiltSite } from './integration.ts';
import { LONGEST, longFigure } from './long-figure.ts';
import { palettes } from './palette.ts';
import { pngOf } from './png.ts';
import { POSTER, posterSvg } from './poster.ts';
import { altOf, drawPoster, placeOf } from './previews.ts';

/** Every figure as a page of its own, each of its moments too, and as pictures. */

/** A figure with its place below /embed/: `five-tasks`, `five-tasks/calls-10`. */
interface Embedded {
  readonly name: string;
  readonly figure: BuiltFigure;
}

/** Each figure once: on the article that explains it, else on the page of its example. */
export function embedded(figures: readonly BuiltFigure[]): Embedded[] {
  const found = new Map<string, BuiltFigure>();
  const rank = ({ page }: BuiltFigure) => (page.path.startsWith('/examples/') ? 1 : 0);
  for (const figure of [...figures].sort((one, other) => rank(one) - rank(other))) {
    const combination = /^\/examples\/[^/]+\/([^/]+)\/$/.exec(figure.page.path)?.[1];
    const name = combination === undefined ? figure.id : `${figure.id}/${combination}`;
    if (!found.has(name)) found.set(name, figure);
  }
  return [...found].map(([name, figure]) => ({ name, figure }));
}

export async function writeEmbeds(site: BuiltSite, figures: readonly BuiltFigure[]): Promise<void> {
  const replay = await embedFiles('replay');
  const instants = await embedFiles('instants');
  const all = embedded(figures);
  const taken = new Set(all.map(({ name }) => name));
  await Promise.all(
    all.map(async ({ name, figure }) => {
      const place = placeOf(figure.page);
      const write = async (path: string, page: EmbedPage) => {
        site.write(
          `embed/${path}/index.html`,
          embedHtml(page, page.recording === undefined ? instants : replay),
        );
        if (site.origin !== undefined)
          site.write(`oembed/${path}.json`, oembedOf(site, path, page, figure));
      };
      await write(name, embedOf(site, { name, figure }));
      const poster = figurePoster(figure, titleOf(figure), place);
      site.write(`embed/${name}.svg`, posterSvg(poster, palettes.light));
      site.write(`embed/${name}-dark.svg`, posterSvg(poster, palettes.dark));
      site.write(`embed/${name}.png`, await drawPoster(poster));
      const dark = await pngOf(posterSvg(poster, palettes.dark), POSTER.width);
      site.write(`embed/${name}-dark.png`, dark);
      if (name.includes('/')) return;
      await Promise.all(
        figure.moments.map(async (moment) => {
          const path = `${name}/${moment.slug}`;
          if (taken.has(path))
            throw new Error(
              `The figure ${name} has a key step and a combination of switches that are both called ${moment.slug}. Rename the key step.`,
            );
          await write(path, embedOf(site, { name, figure }, moment));
          const stood = figurePoster(figure, moment.says, place, moment);
          site.write(`embed/${path}.png`, await drawPoster(stood));
        }),
      );
    }),
  );
}

function titleOf({ claim }: BuiltFigure): string {
  return claim;
}

function embedOf(
  { folder, base, origin }: BuiltSite,
  { name, figure }: Embedded,
  moment?: KeyMoment,
): EmbedPage {
  const whole = (path: string) => (origin === undefined ? path : origin + path);
  const { page, id, runs } = figure;
  const at = moment ? `${id}--${moment.slug}` : id;
  const home = whole(`${underBase(base, page.path)}#${at}`);
  const path = moment ? `${name}/${moment.slug}` : name;
  const title = moment ? moment.says : titleOf(figure);
  const links = {
    link: whole,
    embedOf: (href: string) =>
      underBase(base, `/embed/${href.slice(base.length).replace(/^examples\//, '')}`),
  };
  const run = runs[0];
  const isLong = figure.kind === 'replay' && (run?.schedule.steps.length ?? 0) > LONGEST;
  const file = run && join(folder, 'schedules', `${run.name}.json`);
  const recording =
    figure.kind === 'replay' && file !== undefined ? readFileSync(file, 'utf8') : undefined;
  const long =
    isLong && recording !== undefined ? longFigure(figure, wordsIn(recording), links) : undefined;
  return {
    title,
    description: moment
      ? `${moment.clock} of: ${figure.claim}.`
      : `${figure.claim}. ${figure.rest}`,
    figure: long?.html ?? embedFigure(figure, links, moment),
    recording: long ? undefined : recording,
    parked: moment && (long ? run?.schedule.steps[moment.step]?.at : moment.step),
    context: home,
    contextWords: moment ? 'Read this in context, on Interleave' : 'Open on Interleave',
    note: long?.note,
    ...(origin === undefined
      ? {}
      : {
          absolute: {
            canonical: whole(`${underBase(base, page.path)}#${at}`),
            address: whole(underBase(base, `/embed/${path}/`)),
            image: whole(underBase(base, `/embed/${path}.png`)),
            alt: moment ? `The timeline at ${moment.clock}: ${moment.says}` : altOf(figure),
            oembed: whole(underBase(base, `/oembed/${path}.json`)),
          },
        }),
  };
}

function wordsIn(recording: string) {
  // Written by the route of schedules in the same build.
  const { words } = JSON.parse(recording) as {
    words: { instants: { clock: string; line: string }[] };
  };
  return words;
}

const WIDTH = 640;

/** What Slack, Notion and others ask for when the address of an embed is pasted. */
function oembedOf(
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
export function heightOf({ kind, runs, moments, lines }: BuiltFigure): number {
  const lanes = runs.reduce(
    (sum, { schedule, lanes }) => sum + (lanes?.length ?? schedule.lanes.length),
    0,
  );
  const steps = runs[0]?.schedule.steps.length ?? 0;
  if (kind === 'compare') return round(380 + lanes * 31);
  if (steps > LONGEST) return round(420 + Math.min(lanes, 20) * 31);
  return round(900 + Math.min(lanes, 20) * 45 + lines * 20 + moments.length * 46);
}

function round(pixels: number): number {
  return Math.ceil(pixels / 20) * 20;
}
