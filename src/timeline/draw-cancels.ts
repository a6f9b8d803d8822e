import { fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { escapeText, anchored, percent, tag } from './svg.ts';

/** Draws the arrows that strike a lane from above, each with who sent it, in a row of its own. */
export interface Cancel {
  /** Fraction of the strip's width. */
  readonly x: number;
  readonly step: number;
  /** "main calls cancel()"; from long to short. */
  readonly words: readonly string[];
}

export const CANCEL_ROW = 21;
const SIZE = 12.5;

export function drawCancels(cancels: readonly Cancel[], names: number): string {
  /** At each size, where the words of the arrow before end. */
  const taken: Record<SizeName, number> = { w: 0, m: 0, n: 0 };
  return cancels
    .map((cancel, i) => {
      const next = cancels[i + 1]?.x ?? 1;
      const told = fitted((size) => {
        for (const words of cancel.words) {
          const part = (textWidth(words, SIZE) + 16) / stripWidth(size, names);
          const side = sideOf(cancel.x, part, taken[size], next);
          if (side === undefined) continue;
          taken[size] = side === 'behind' ? cancel.x + part : cancel.x;
          return { words, side };
        }
        taken[size] = cancel.x;
        return undefined;
      });
      return arrow(cancel) + told.map(({ value, at }) => drawWords(cancel.x, value, at)).join('');
    })
    .join('');
}

type Side = 'before' | 'behind';

/** Words stand left of their arrow where there is room, else right of it. */
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

interface Told {
  readonly words: string;
  readonly side: Side;
}

function drawWords(x: number, { words, side }: Told, at: string): string {
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
