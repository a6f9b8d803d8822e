import { totalOf } from '#model/total.ts';
import type { BuiltFigure, KeyMoment } from './figures.ts';
import type { Poster } from './poster.ts';

/** What the picture of a figure shows: all of it, or one moment. */
export function figurePoster(
  figure: BuiltFigure,
  title: string,
  place: string,
  moment?: KeyMoment,
): Poster {
  const { drawing } = figure;
  if (drawing) return { title, runs: [], place, drawing };
  if (figure.kind === 'compare') {
    const end = Math.max(...figure.runs.map(({ schedule }) => totalOf(schedule)));
    const runs = figure.runs.map((run) => {
      const line = [run.total ?? '', run.title] as const;
      return { ...run, ...(end > 0 ? { end } : {}), line };
    });
    return { title, runs, place };
  }
  const runs = figure.runs.map((run) => ({ ...run, ...(moment ? { step: moment.step } : {}) }));
  const total = moment ? ([moment.clock, figure.claim] as const) : figure.total;
  return { title, total, runs, place, says: figure.rest };
}
