import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { cancelWords } from '#model/words/cancels.ts';
import { axisWords, timeWords } from '#model/words/time-words.ts';
import { drawAxis, numbersOf } from './draw-axis.ts';
import { drawCancels } from './draw-cancels.ts';
import { drawBand } from './draw-band.ts';
import { drawLane } from './draw-strip.ts';
import { namesPart } from './fit.ts';
import { layoutStrip } from './strip.ts';
import { namesIn, rowsOf } from './strip-rows.ts';

/** The whole strip of a recording as its figure draws it: axis and lanes, one after the other. For tests. */
export function drawStrips(schedule: Schedule): string {
  const strip = layoutStrip(schedule);
  const names = namesPart(namesIn(strip));
  const time = axisWords(timeWords(schedule), numbersOf(strip.scale));
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
    }),
  ]);
  const bands = strip.bands.map((band) => drawBand(band, rowsOf(strip, 0), names));
  return [axis, ...lanes, ...bands].join('\n');
}
