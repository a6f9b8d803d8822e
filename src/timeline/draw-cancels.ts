import { SIZES, stripWidth, textWidth } from './fit.ts';
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
  return cancels
    .map((cancel, i) => {
      const arrow = anchored(
        cancel.x,
        tag('path', {
          class: 'cancel',
          d: `M0 1V${CANCEL_ROW}M-4 ${CANCEL_ROW - 6}L0 ${CANCEL_ROW}L4 ${CANCEL_ROW - 6}`,
          'data-step': cancel.step,
        }),
      );
      return arrow + words(cancel, cancels[i - 1]?.x ?? 0, cancels[i + 1]?.x ?? 1, names);
    })
    .join('');
}

/** Words stand left of their arrow where there is room up to the one before, else right of it, else nowhere. */
function words({ x, words }: Cancel, before: number, behind: number, names: number): string {
  const width = textWidth(words, SIZE) + 16;
  const fits = (part: number) =>
    SIZES.filter(({ name }) => part * stripWidth(name, names) >= width).map(({ name }) => name);
  const left = fits(x - before);
  const right = fits(behind - x).filter((name) => !left.includes(name));
  const text = (at: readonly string[], side: 'before' | 'behind') =>
    at.length === 0
      ? ''
      : tag(
          'text',
          {
            class: `${side} ${at.length === SIZES.length ? '' : `at-${at.join('')}`}`.trim(),
            x: percent(x),
            dx: side === 'before' ? -9 : 9,
            y: 14,
          },
          escapeText(words),
        );
  return text(left, 'before') + text(right, 'behind');
}
