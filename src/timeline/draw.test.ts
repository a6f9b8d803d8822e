import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { instantsOf, turnsOf } from '#model/turns.ts';
import { timeWords } from '#model/words/time-words.ts';
import { drawAxis } from './draw-axis.ts';
import { drawCancels } from './draw-cancels.ts';
import { CROWDED_LANES, drawLens } from './draw-lens.ts';
import { drawStanding } from './draw-standing.ts';
import { drawLane } from './draw-strip.ts';
import { drawTrack } from './draw-track.ts';
import { overlaps, textsOf, WIDTHS, writingFaults, type DrawnText } from './drawn.ts';
import { ENDS_PART, namesPart, PHONE_MARGIN, type SizeName } from './fit.ts';
import { recordings } from './fixtures.ts';
import { layoutLens } from './lens.ts';
import { trackOf } from './slider.ts';
import { rowsOf } from './strip-rows.ts';
import { cancelWords } from '#model/words/cancels.ts';
import { layoutStrip } from './strip.ts';

/** One recording as the figure draws it: each piece of markup with what it is and its words' size. */
interface Piece {
  readonly where: string;
  readonly markup: string;
  readonly fontSize: number;
  readonly kind: 'strip' | 'lens' | 'track';
}

function clockOf(schedule: Schedule): (at: number) => string {
  const time = timeWords(schedule);
  const end = totalOf(schedule);
  return (at) => (at === 0 || at === end ? time.full(at) : time.bare(at));
}

function* stripPieces(name: string, schedule: Schedule): Generator<Piece> {
  const strip = layoutStrip(schedule);
  const names = namesPart(strip.lanes.map((lane) => lane.name));
  const axis = drawAxis(strip.scale, clockOf(schedule), names);
  yield { where: `${name}, axis`, markup: axis, fontSize: 12.5, kind: 'strip' };
  for (const [i, lane] of strip.lanes.entries()) {
    const rows = rowsOf(strip, i);
    const markup = drawLane(lane, { schedule, rows, names, id: 'figure' });
    yield { where: `${name}, ${lane.name}`, markup, fontSize: rows.text, kind: 'strip' };
    const cancels = lane.cancels.map((one) => ({ ...one, words: cancelWords(schedule, one.step) }));
    const arrows = drawCancels(cancels, names);
    yield { where: `${name}, above ${lane.name}`, markup: arrows, fontSize: 12.5, kind: 'strip' };
  }
}

/** The lens of the first instants, at rest and with the reader in the midst. */
function* lensPieces(name: string, schedule: Schedule): Generator<Piece> {
  const shown = layoutStrip(schedule).lanes.map(({ lane }) => lane);
  const drawing = {
    nameOf: (lane: number) => schedule.lanes[lane]?.name ?? '',
    isLoop: (lane: number) => schedule.lanes[lane]?.kind === 'loop',
    hatch: 'figure-hatch',
    crowded: shown.length >= CROWDED_LANES,
  };
  for (const [i, instant] of instantsOf(schedule).slice(0, 12).entries()) {
    const middle = Math.floor((instant.first + instant.last) / 2);
    for (const present of [undefined, middle]) {
      const lens = layoutLens(schedule, instant, shown, present);
      const where = `${name}, instant ${i}${present === undefined ? '' : `, step ${present}`}`;
      const markup = drawLens(lens, { ...drawing, present });
      yield { where, markup, fontSize: 11.5, kind: 'lens' };
      const standing = lens.columns.map((column) =>
        drawStanding(lens, column, column, { ...drawing, present }),
      );
      yield {
        where: `${where}, standing`,
        markup: standing.join(''),
        fontSize: 11.5,
        kind: 'lens',
      };
    }
  }
}

function trackPiece(name: string, schedule: Schedule): Piece {
  const markup = drawTrack(trackOf(schedule), turnsOf(schedule), timeWords(schedule).full);
  return { where: `${name}, track`, markup, fontSize: 11.5, kind: 'track' };
}

const seen = { faults: [] as string[], overlaps: [] as string[], beyond: [] as string[] };
for (const { name, schedule } of recordings()) {
  const strip = layoutStrip(schedule);
  const names = namesPart(strip.lanes.map((lane) => lane.name));
  for (const piece of [
    ...stripPieces(name, schedule),
    ...lensPieces(name, schedule),
    trackPiece(name, schedule),
  ]) {
    const { where, markup, fontSize, kind } = piece;
    seen.faults.push(...writingFaults(markup).map((fault) => `${where}: ${fault}`));
    if (kind === 'lens' || fontSize === 0) continue;
    for (const { width, size } of WIDTHS) {
      const room = kind === 'track' ? trackWidth(width) : stripPixels(width, size, names);
      const texts = textsOf(markup, room, size, fontSize);
      const at = (fault: string) => `${where} at ${width} px: ${fault}`;
      seen.overlaps.push(...overlaps(texts).map(at));
      if (kind === 'strip') seen.beyond.push(...beyond(texts, width, size, names).map(at));
    }
  }
}

/** The strip's own width in a figure of a width. */
function stripPixels(width: number, size: SizeName, names: number): number {
  return size === 'n' ? width - 2 * PHONE_MARGIN : width * (1 - names - ENDS_PART);
}

/** The transport's buttons and the position beside the track, or the track below them. */
function trackWidth(width: number): number {
  return width >= 860 ? width - 188 - 58 - 200 : width - 20;
}

function beyond(texts: readonly DrawnText[], width: number, size: SizeName, names: number) {
  const left = size === 'n' ? PHONE_MARGIN : names * width;
  return texts
    .filter((text) => left + text.left < -0.5 || left + text.right > width + 0.5)
    .map(({ words, right }) => `"${words}" ends ${Math.round(left + right - width)} px beyond`);
}

function none(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const rest = faults.length > 12 ? [`and ${faults.length - 12} more`] : [];
  assert.fail(`\n${[...faults.slice(0, 12), ...rest].join('\n')}`);
}

describe('every drawing of every recording', () => {
  test('is well formed, has no style, and holds no number that is none', () => {
    none(seen.faults);
  });

  test('has no words that run into one another, at any width', () => {
    none(seen.overlaps);
  });

  test('has no words that leave the figure, at any width', () => {
    none(seen.beyond);
  });
});
