import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/spans.ts';
import { cancelWords } from '#model/words/cancels.ts';
import { timeWords } from '#model/words/time-words.ts';
import { drawAxis } from './draw-axis.ts';
import { drawCancels } from './draw-cancels.ts';
import { drawLane } from './draw-strip.ts';
import { namesPart } from './fit.ts';
import { layoutStrip } from './strip.ts';
import { END_WORDS, rowsOf } from './strip-rows.ts';

/** The whole strip of a recording as its figure draws it: axis and lanes, one after the other. For tests. */
export function drawStrips(schedule: Schedule): string {
  const strip = layoutStrip(schedule);
  const names = namesPart(strip.lanes.map((lane) => lane.name));
  const time = timeWords(schedule);
  const end = totalOf(schedule);
  const axis = drawAxis(
    strip.scale,
    (at) => (at === 0 || at === end ? time.full(at) : time.bare(at)),
    names,
  );
  const lanes = strip.lanes.flatMap((lane, i) => [
    drawCancels(
      lane.cancels.map((one) => ({ ...one, words: cancelWords(schedule, one.step) })),
      names,
    ),
    drawLane(lane, {
      schedule,
      rows: rowsOf(strip, i),
      names,
      id: 'figure',
      endWord: END_WORDS[lane.end.how],
    }),
  ]);
  return [axis, ...lanes].join('\n');
}
