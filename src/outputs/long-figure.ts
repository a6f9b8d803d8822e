import type { FigureWords } from '#model/figure-words.ts';
import { endsOf } from '#model/ending.ts';
import { instantsOf } from '#model/turns.ts';
import type { BuiltFigure } from './figures.ts';
import type { EmbedFigure } from './embed-figure.ts';
import { attribute, byTag, escapeHtml, find } from './html.ts';
import type { Standing } from './standing.ts';

/**
 * A recording of very many steps as an embed: it plays the clock's instants and key steps, on one
 * axis, and leaves out the steps between. It moves as a comparison does, with one side.
 */

/** More steps than these make an embed too heavy. */
export const LONGEST = 200;
const MOST_STOPS = 60;

export interface LongFigure {
  readonly html: string;
  /** What it plays of the recording. */
  readonly note: string;
}

export function longFigure(
  figure: BuiltFigure,
  words: FigureWords,
  embed: EmbedFigure,
  standing?: Standing,
): LongFigure {
  const { id, moments, runs, places } = figure;
  const part = (name: string) => embed.part(name, standing);
  const schedule = runs[0]?.schedule;
  if (!schedule) throw new Error(`The figure ${id} shows no recording.`);
  const instants = instantsOf(schedule);
  const keyed = new Map(
    moments.map((moment) => [
      instants.findIndex(({ last }) => moment.step <= last),
      escapeHtml(moment.says),
    ]),
  );
  const stops = [...new Set([...spread(instants.length), ...keyed.keys()])].sort((a, b) => a - b);
  const data = {
    ends: [endsOf(schedule)],
    instants: stops.map((i) => ({
      at: instants[i]?.at ?? 0,
      place: places[i] ?? 0,
      says: keyed.get(i) ?? words.instants[i]?.line ?? '',
    })),
  };
  const first = data.instants[0]?.at ?? 0;
  const end = instants.at(-1)?.at ?? 0;
  const clock = words.instants.at(-1)?.clock ?? '';
  const strip = part('strip')
    .replace(/^<div class="strip"/, '<div class="strip compared"')
    .replace('<div class="lanes', '<div class="side" role="group" data-side="0"><div class="lanes')
    .replace(
      '<div class="playhead"',
      `</div><input type="range" min="${first}" max="${end}" step="any" value="0" aria-label="Clock" data-awake hidden><div class="playhead"`,
    )
    .replace(/<svg class="band"[\s\S]*?<\/svg>/, '');
  const drawn = find(figure.element, byTag('figure'));
  const names = /names-\d+/.exec((drawn && attribute(drawn, 'class')) ?? '')?.[0] ?? '';
  const buttons = part('buttons');
  const html =
    `<compare-figure id="${id}"><figure class="${names}" aria-labelledby="${id}-claim">` +
    `${part('replay-head')}${part('switches')}${part('replay-total')}` +
    `${strip}${part('says')}<div class="transport" role="group" aria-label="Replay">${buttons}` +
    `<p class="position">clock <b>${standing?.clock ?? words.instants[0]?.clock ?? ''}</b> of ${clock}</p></div>` +
    `${part('provenance')}</figure>` +
    `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></compare-figure>`;
  const count = stops.length === instants.length ? 'its' : `${stops.length} of its`;
  return {
    html,
    note: `A run of ${schedule.steps.length.toLocaleString('en-US')} steps: this plays ${count} ${instants.length.toLocaleString('en-US')} instants.`,
  };
}

/** Some of the instants, evenly, the first and the last among them. */
function spread(count: number): number[] {
  if (count <= MOST_STOPS) return Array.from({ length: count }, (_, i) => i);
  const apart = (count - 1) / (MOST_STOPS - 1);
  return Array.from({ length: MOST_STOPS }, (_, i) => Math.round(i * apart));
}
