import { fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { escapeText, anchored, percent, tag } from './svg.ts';

/** Draws the arrows that strike a lane from above, each with who sent it, in a row of its own. */
export interface Cancel {
  /** Fraction of the strip's width. */
  readonly x: number;
  readonly step: number;
  /** "main calls cancel()". */
  readonly words: string;
}

export const CANCEL_ROW = 21;
const SIZE = 12.5;

export function drawCancels(cancels: readonly Cancel[], names: number): string {
  /** At each size, where the words of the arrow before end. */
  const taken: Record<SizeName, number> = { w: 0, m: 0, n: 0 };
  return cancels
    .map((cancel, i) => {
      const next = cancels[i + 1]?.x ?? 1;
      const sides = fitted((size) => {
        const part = (textWidth(cancel.words, SIZE) + 16) / stripWidth(size, names);
        const side = sideOf(cancel.x, part, taken[size], next);
        taken[size] = side === 'behind' ? cancel.x + part : cancel.x;
        return side;
      });
      return arrow(cancel) + sides.map(({ value, at }) => words(cancel, value, at)).join('');
    })
    .join('');
}

type Side = 'before' | 'behind';

/** Words stand left of their arrow where there is room, else right of it, else nowhere. */
function sideOf(x: number, part: number, from: number, to: number): Side | undefined {
  if (x - from >= part) return 'before';
  return to - x >= part ? 'behind' : undefined;
}

function arrow({ x, step }: Cancel): string {
  return anchored(
    x,
    tag('path', {
      class: 'cancel',
      d: `M0 1V${CANCEL_ROW}M-4 ${CANCEL_ROW - 6}L0 ${CANCEL_ROW}L4 ${CANCEL_ROW - 6}`,
      'data-step': step,
    }),
  );
}

function words({ x, words }: Cancel, side: Side, at: string): string {
  return tag(
    'text',
    {
      class: `${side} ${at}`.trim(),
      x: percent(x),
      dx: side === 'before' ? -9 : 9,
      y: 14,
    },
    escapeText(words),
  );
}
