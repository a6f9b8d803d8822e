import { totalOf } from '#model/total.ts';
import { timeWords } from '#model/words/time-words.ts';
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
      const isEndless = run.schedule.ends.how === 'deadlock';
      const total = timeWords(run.schedule).full(totalOf(run.schedule));
      const line = [isEndless ? 'No end' : total, run.title] as const;
      const note = totalOf(run.schedule) < end ? figure.total[1].split(':')[0] : undefined;
      return { ...run, ...(end > 0 ? { end } : {}), line, note };
    });
    return { title, runs, place };
  }
  const runs = figure.runs.map((run) => ({ ...run, ...(moment ? { step: moment.step } : {}) }));
  const total = moment ? ([moment.clock, figure.claim] as const) : figure.total;
  return { title, total, runs, place, says: figure.rest };
}
