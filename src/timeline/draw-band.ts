import type { Band, BandPiece } from './bands.ts';
import { firstThatFits, fitted, stripWidth } from './fit.ts';
import type { Rows } from './strip-rows.ts';
import { escapeText, percent, round, tag } from './svg.ts';

/** Draws what is no lane's own as one low row: pieces with their words, on a line where there is nothing. */

const HEIGHT = 16;
const SIZE = 11.5;
const PAD = 6;
/** Between two holders, in pixels: they are told apart without their words. */
const SEAM = 1.5;

const LOOKS: Record<Band['kind'], string> = { held: 'hold', queued: 'ready', timed: 'waiting' };

export function drawBand({ kind, pieces }: Band, rows: Rows, names: number): string {
  const middle = Math.max(HEIGHT, rows.height) / 2;
  const line = tag('line', { class: 'thread', x1: '0%', x2: '100%', y1: middle, y2: middle });
  return line + pieces.map((piece) => drawPiece(piece, kind, middle, names)).join('');
}

function drawPiece(
  { from, to, step, words }: BandPiece,
  kind: Band['kind'],
  middle: number,
  names: number,
): string {
  const box = { x: percent(from), width: percent(to - from), y: round(middle - HEIGHT / 2) };
  const rect = tag('rect', {
    class: LOOKS[kind],
    ...box,
    height: HEIGHT,
    'data-step': step,
  });
  const seam =
    kind === 'held' ? tag('rect', { class: 'plate', ...box, width: SEAM, height: HEIGHT }) : '';
  const texts = fitted((size) =>
    firstThatFits(words, (to - from) * stripWidth(size, names) - 2 * PAD, SIZE),
  ).map(({ value, at }) =>
    tag(
      'text',
      {
        class: `${kind === 'held' ? 'on-hold' : 'in-band'} ${at}`.trim(),
        x: percent(from),
        dx: PAD,
        y: middle + 4,
      },
      escapeText(value),
    ),
  );
  return rect + seam + texts.join('');
}
