import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureWords } from '#model/figure-words.ts';
import { underBase } from '#links/base.ts';
import { embedFigure, type EmbedFigure, type EmbedLinks } from './embed-figure.ts';
import { embedFiles } from './embed-files.ts';
import { embedHtml, type EmbedPage } from './embed-page.ts';
import { figurePoster } from './figure-poster.ts';
import type { BuiltFigure, KeyMoment } from './figures.ts';
import type { BuiltSite } from './integration.ts';
import { LONGEST, longFigure } from './long-figure.ts';
import { oembedOf } from './oembed.ts';
import { altOf, drawPoster, placeOf } from './previews.ts';
import { standingAt } from './standing.ts';
import { previewOf, writeStills } from './stills.ts';

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
    const known = found.get(name);
    if (known && known.kind !== figure.kind)
      throw new Error(
        `A ${known.kind} and a ${figure.kind} are both called ${name}, and so would be their embeds. Rename one.`,
      );
    if (!known) found.set(name, figure);
  }
  return [...found].map(([name, figure]) => ({ name, figure }));
}

export async function writeEmbeds(site: BuiltSite, figures: readonly BuiltFigure[]): Promise<void> {
  const files = {
    replay: await embedFiles('replay'),
    instants: await embedFiles('instants'),
    diagram: await embedFiles('diagram'),
  };
  const all = embedded(figures);
  const taken = new Set(all.map(({ name }) => name));
  const moments = new Set(
    all.flatMap(({ name, figure }) => figure.moments.map(({ slug }) => `${name}/${slug}`)),
  );
  const links = linksOf(site, moments);
  await Promise.all(
    all.map(async ({ name, figure }) => {
      const place = placeOf(figure.page);
      const recorded = recordingOf(site, figure);
      const drawn = embedFigure(figure, links);
      const write = (path: string, moment?: KeyMoment) => {
        const page = embedOf(site, { name, figure, drawn, recorded }, moment);
        const moved = page.recording === undefined ? 'instants' : 'replay';
        const player = figure.kind === 'diagram' ? 'diagram' : moved;
        site.write(`embed/${path}/index.html`, embedHtml(page, files[player]));
        if (site.origin !== undefined)
          site.write(`oembed/${path}.json`, oembedOf(site, path, page, figure));
      };
      write(name);
      await writeStills(site, name, figure, place);
      await Promise.all(
        figure.moments.map(async (moment) => {
          const path = `${name}/${moment.slug}`;
          if (taken.has(path))
            throw new Error(
              `The figure ${name} has a key step and a combination of switches that are both called ${moment.slug}. Rename the key step.`,
            );
          write(path, moment);
          const stood = figurePoster(figure, moment.says, place, moment);
          site.write(`embed/${path}.png`, await drawPoster(stood));
        }),
      );
    }),
  );
}

interface Recorded {
  readonly json: string;
  readonly words: FigureWords;
}

/** The recording of a replay, as the route of schedules wrote it in the same build. */
function recordingOf({ folder }: BuiltSite, { kind, runs }: BuiltFigure): Recorded | undefined {
  const [run] = runs;
  if (kind !== 'replay' || !run) return undefined;
  const json = readFileSync(join(folder, 'schedules', `${run.name}.json`), 'utf8');
  const { words } = JSON.parse(json) as { words: FigureWords };
  return { json, words };
}

function linksOf({ base, origin = '' }: BuiltSite, moments: ReadonlySet<string>): EmbedLinks {
  return {
    link: (href) => origin + href,
    embedOf(href, slug) {
      const name = href.slice(base.length).replace(/^examples\/|\/$/g, '');
      const moment = `${name}/${slug}`;
      return underBase(base, `/embed/${moments.has(moment) ? moment : name}/`);
    },
  };
}

interface Drawn extends Embedded {
  readonly drawn: EmbedFigure;
  readonly recorded: Recorded | undefined;
}

function embedOf(
  { base, origin }: BuiltSite,
  { name, figure, drawn, recorded }: Drawn,
  moment?: KeyMoment,
): EmbedPage {
  const whole = (path: string) => (origin === undefined ? path : origin + path);
  const { page, id, runs, claim, rest } = figure;
  const at = moment ? `${id}--${moment.slug}` : id;
  const home = whole(`${underBase(base, page.path)}#${at}`);
  const path = moment ? `${name}/${moment.slug}` : name;
  const title = moment ? moment.says : claim;
  const schedule = runs[0]?.schedule;
  const isLong = (schedule?.steps.length ?? 0) > LONGEST;
  const standing = recorded && moment && standingAt(figure, moment, recorded.words);
  const long = isLong && recorded ? longFigure(figure, recorded.words, drawn, standing) : undefined;
  return {
    title,
    description: moment ? `${moment.clock} of: ${claim}.` : `${claim}. ${rest}`,
    figure: long?.html ?? drawn.whole(standing),
    recording: long ? undefined : recorded?.json,
    parked: moment && (long ? schedule?.steps[moment.step]?.at : moment.step),
    styles: standing?.styles,
    context: home,
    contextWords: moment ? 'Read this in context, on Interleave' : 'Open on Interleave',
    note: long?.note,
    ...(origin === undefined
      ? {}
      : {
          absolute: {
            canonical: home,
            address: whole(underBase(base, `/embed/${path}/`)),
            image: whole(underBase(base, `/${previewOf(figure, path)}`)),
            alt: moment ? `The timeline at ${moment.clock}: ${moment.says}` : altOf(figure),
            oembed: whole(underBase(base, `/oembed/${path}.json`)),
          },
        }),
  };
}
