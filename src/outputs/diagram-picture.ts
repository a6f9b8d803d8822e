import { tag } from '#timeline/svg.ts';
import { text, type Palette } from '#timeline/poster.ts';
import { drawnStyles, placedDrawing, type BuiltDrawing } from './drawing.ts';
import { mark } from './poster.ts';
import { balanced } from './wrapped.ts';

/** A diagram as a picture for wikis: all of it, as large as on its page, with its title and where it is from. */

const MARGIN = 24;
const TITLE = 17;
const LINE = 24;
const FOOT = 13;
/** A narrow one has room for its title all the same. */
const LEAST = 400;

export interface Picture {
  readonly svg: string;
  readonly width: number;
}

export function diagramPicture(
  { claim, drawing }: { readonly claim: string; readonly drawing: BuiltDrawing },
  colour: Palette,
): Picture {
  const inner = Math.max(LEAST, drawing.width);
  const width = inner + 2 * MARGIN;
  const lines = balanced(claim, TITLE, inner);
  const top = MARGIN + lines.length * LINE + 12;
  const foot = top + drawing.height + 34;
  const height = foot + MARGIN - 6;
  const left = (width - drawing.width) / 2;
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'Geist, Arial, sans-serif',
    },
    drawnStyles(colour),
    tag('rect', { width, height, fill: colour('ground') }),
    ...lines.map((line, i) =>
      text(line, MARGIN, MARGIN + TITLE + i * LINE - 2, {
        'font-size': TITLE,
        'font-weight': 700,
        fill: colour('ink'),
      }),
    ),
    placedDrawing(drawing, left, top, 1),
    mark(MARGIN, foot - 12, 0.85, colour),
    text('Interleave', MARGIN + 20, foot, {
      'font-size': FOOT,
      'font-weight': 600,
      fill: colour('ink-2'),
    }),
  );
  return { svg, width };
}
