import type { FigureWords } from '#model/figure-words.ts';
import { lineAt } from '#model/line-at.ts';
import { stateAt } from '#model/state.ts';
import { instantsOf, turnsOf } from '#model/turns.ts';
import { positionHtml } from '#model/words/position.ts';
import { CROWDED_LANES } from '#timeline/draw-lens.ts';
import { layoutLens, stepPlace } from '#timeline/lens.ts';
import { lensPanel } from '#timeline/lens-panel.ts';
import { percent } from '#timeline/svg.ts';
import { linePath, stripPlace, wedgePath } from '#timeline/wedge.ts';
import type { BuiltFigure, KeyMoment } from './figures.ts';
import { escapeHtml } from './html.ts';

/**
 * What a figure shows that stands at one of its steps, told ahead: who reads the page of a moment
 * without scripts sees that moment. The same as the player's parts show, without outlines of what is to come.
 */
export interface Standing {
  readonly slug: string;
  /** The row of its key step, by its id, and the line of the program. */
  readonly row: string;
  readonly clock: string;
  readonly line: number | undefined;
  /** The lane that has its turn. */
  readonly lane: number | undefined;
  /** HTML inside the elements of a class. */
  readonly inside: Readonly<Record<string, string>>;
  /** Places, which are no attribute: policies stop those of style. */
  readonly styles: string;
}

export function standingAt(
  { id, runs, places, frame }: BuiltFigure,
  { slug, step, says, clock }: KeyMoment,
  words: FigureWords,
): Standing {
  const [run] = runs;
  if (!run || !frame) throw new Error(`The figure ${id} has a moment and no recording.`);
  const { schedule, lanes: shown = [] } = run;
  const instants = instantsOf(schedule);
  const i = instants.findIndex(({ last }) => step <= last);
  const instant = instants[i] ?? { at: 0, first: 0, last: 0 };
  const place = places[i] ?? 0;
  const lens = layoutLens(schedule, instant, shown, step);
  const inLens = stepPlace(lens, step);
  const tick = stripPlace(place, frame.names);
  const path = (name: string, d: string) => `<path class="${name}" d="${d}"></path>`;
  const line = (part: number) => linePath(tick, frame.names + inLens * (part - frame.names));
  const present = stateAt(schedule, step).lanes.findIndex(
    ({ phase }) => phase === 'running' || phase === 'blocked',
  );
  const turns = turnsOf(schedule).filter(({ number }) => number !== undefined);
  const drawing = { hatch: `${id}-hatch`, crowded: shown.length >= CROWDED_LANES, present: step };
  return {
    slug,
    row: `${id}--${slug}`,
    clock,
    line: lineAt(schedule.steps, step),
    lane: present < 0 ? undefined : present,
    inside: {
      sentence: `<b>${escapeHtml(clock)}</b> ${escapeHtml(says)}`,
      position: positionHtml(turns, step, schedule.steps.length - 1, clock),
      playhead: `<div><span class="plate">${escapeHtml(clock)}</span></div>`,
      band: `<rect x="${percent(place)}"></rect>`,
      wedge:
        path('ground at-w', wedgePath(tick, frame.part)) +
        path('ground at-m', wedgePath(tick, 1)) +
        path('line at-w', line(frame.part)) +
        path('line at-m', line(1)),
      'step-plate': `step ${step + 1}`,
      lens: lensPanel(schedule, words, i, lens, drawing).replace(
        '</svg></div>',
        '</svg><div class="now"><div></div></div></div>',
      ),
    },
    styles: `.playhead{--place:${percent(place)}}.now{--place:${percent(inLens)}}.step-plate{--place:${inLens.toFixed(4)}}`,
  };
}
