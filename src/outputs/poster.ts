import { firstThatFits, textWidth } from '#timeline/fit.ts';
import {
  AXIS,
  drawRun,
  gutterOf,
  runHeight,
  text,
  type Palette,
  type PosterRun,
} from '#timeline/poster.ts';
import { tag } from '#timeline/svg.ts';
import { fitted, wrap } from './wrapped.ts';
import { drawnStyles, placedDrawing, type BuiltDrawing } from './drawing.ts';

/** The picture that a chat or a wiki shows beside a link: 1200 x 630, read at 400. */

export const POSTER = { width: 1200, height: 630 } as const;
const LEFT = 64;
const WIDE = POSTER.width - 2 * LEFT;
/** Beside the large mark, where there is no run. */
const BESIDE = 720;

export interface Poster {
  readonly title: string;
  /** Beneath the title: what is heavy in it, and the rest. */
  readonly total?: readonly [heavy: string, light: string] | undefined;
  /** One run, or two on one axis with a line for each. */
  readonly runs: readonly (PosterRun & { readonly line?: readonly [string, string] })[];
  /** At the foot: where it belongs. */
  readonly place: string;
  /** Its beginning, where there is no run. */
  readonly drawing?: BuiltDrawing | undefined;
  /** Where there is neither: what the page says. */
  readonly says?: string | undefined;
}

export function posterSvg(poster: Poster, colour: Palette): string {
  const { title, total, runs, place, says, drawing } = poster;
  const beside = drawing ? 'drawing' : runs.length > 0 ? 'run' : 'nothing';
  const lines =
    beside === 'nothing'
      ? fitted(title, SIZES.nothing, { most: 4, wide: BESIDE })
      : fitted(title, SIZES[beside], { most: 2, wide: WIDE });
  let y = drawing ? 48 : 62;
  const parts: string[] = [];
  for (const line of lines.texts) {
    y += lines.size * 0.78;
    parts.push(
      text(line, LEFT, y, {
        'font-size': lines.size,
        'font-weight': 700,
        fill: colour('ink'),
        'letter-spacing': -0.02 * lines.size,
      }),
    );
    y += lines.size * 0.36;
  }
  if (total) {
    y += 36;
    parts.push(heavyLine(total, y, 40, colour));
    y += 8;
  }
  const top = y + 30;
  const bottom = 540;
  if (runs.length === 1 && runs[0]) {
    const room = bottom - top - AXIS;
    const height = runHeight(runs[0], room);
    const box = { x: LEFT, y: top + (room - height) / 2, width: WIDE, height };
    parts.push(drawRun(runs[0], box, colour));
  }
  if (runs.length === 2) parts.push(...drawPair(runs, top - 8, bottom, colour));
  if (drawing) parts.push(drawBeginning(drawing, y + 12, colour));
  const isBare = runs.length === 0 && !drawing;
  if (isBare) parts.push(mark(868, 120, 17, colour));
  if (isBare && says) parts.push(...paragraph(says, y + 52, colour));
  parts.push(foot(place, colour));
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${POSTER.width} ${POSTER.height}`,
      'font-family': 'Geist, Arial, sans-serif',
    },
    tag('rect', { width: POSTER.width, height: POSTER.height, fill: colour('ground') }),
    ...parts,
  );
}

function drawPair(runs: Poster['runs'], top: number, bottom: number, colour: Palette): string[] {
  const HEAD = 44;
  const GAP = 14;
  const room = bottom - top - 2 * HEAD - GAP - AXIS;
  const wanted = runs.map((run) => runHeight(run, room));
  const scale = Math.min(1, room / wanted.reduce((sum, height) => sum + height, 0));
  const gutter = Math.max(...runs.map(gutterOf));
  let y = top;
  return runs.flatMap((run, i) => {
    const head = run.line ? heavyLine(run.line, y + 30, 36, colour) : '';
    const height = (wanted[i] ?? 0) * scale;
    const box = { x: LEFT, y: y + HEAD, width: WIDE, height };
    y += HEAD + height + GAP;
    return [head, drawRun({ ...run, gutter, hasAxis: i === 1 }, box, colour)];
  });
}

/** Letters of a drawing are small: what can be read of it, running out below. */
const LARGEST = 2.2;
const FADE = 70;

function drawBeginning(drawing: BuiltDrawing, top: number, colour: Palette): string {
  const scale = Math.min(LARGEST, WIDE / drawing.width);
  const bottom = 545;
  const y = Math.max(top, top + (bottom - top - drawing.height * scale) / 2);
  const isCut = y + drawing.height * scale > bottom;
  const below = { x: 0, width: POSTER.width, fill: colour('ground') };
  const fade = tag(
    'linearGradient',
    { id: 'fade', x1: 0, y1: 0, x2: 0, y2: 1 },
    tag('stop', { offset: 0, 'stop-color': colour('ground'), 'stop-opacity': 0 }),
    tag('stop', { offset: 1, 'stop-color': colour('ground') }),
  );
  return [
    drawnStyles(colour),
    placedDrawing(drawing, (POSTER.width - drawing.width * scale) / 2, y, scale),
    ...(isCut
      ? [
          tag('defs', {}, fade),
          tag('rect', { ...below, y: bottom - FADE, height: FADE, fill: 'url(#fade)' }),
          tag('rect', { ...below, y: bottom, height: POSTER.height - bottom }),
        ]
      : []),
  ].join('');
}

function heavyLine(
  [heavy, light]: readonly [string, string],
  y: number,
  size: number,
  colour: Palette,
): string {
  const x = LEFT + textWidth(heavy, size * 1.05) + 14;
  const room = POSTER.width - LEFT - x;
  const words = firstThatFits(shortened(light), room, size * 0.92) ?? '';
  return (
    text(heavy, LEFT, y, { 'font-size': size, 'font-weight': 700, fill: colour('ink') }) +
    text(words, x, y, { 'font-size': size * 0.9, fill: colour('ink-2') })
  );
}

/** The words, and the same with fewer of them. */
function shortened(words: string): string[] {
  const all = words.split(' ');
  return [words, ...all.slice(1).map((_, i) => `${all.slice(0, all.length - 1 - i).join(' ')} …`)];
}

/** Of the title, in pixels. A drawing needs the room more than its title does. */
const SIZES = {
  run: [72, 64, 56, 50, 46],
  drawing: [50, 46],
  nothing: [88, 80, 72, 64],
} as const;

const SAYS = 38;

function paragraph(says: string, y: number, colour: Palette): string[] {
  const most = Math.floor((532 - y) / (SAYS * 1.4)) + 1;
  const lines = wrap(says, SAYS, BESIDE);
  const kept = lines.slice(0, most);
  if (kept.length < lines.length) kept[most - 1] += ' …';
  return kept.map((line, i) =>
    text(line, LEFT, y + i * SAYS * 1.4, { 'font-size': SAYS, fill: colour('ink-2') }),
  );
}

/** The site's mark and name, and where the page belongs. */
function foot(place: string, colour: Palette): string {
  const y = 588;
  return (
    mark(LEFT, y - 29, 2.1, colour) +
    text('Interleave', LEFT + 48, y, { 'font-size': 32, 'font-weight': 700, fill: colour('ink') }) +
    text(place, POSTER.width - LEFT, y, {
      'font-size': 30,
      'text-anchor': 'end',
      fill: colour('ink-3'),
    })
  );
}

/** As in public/icon.svg. */
export function mark(x: number, y: number, scale: number, colour: Palette): string {
  return tag(
    'g',
    { transform: `translate(${x} ${y}) scale(${scale})` },
    tag('path', { fill: colour('ink'), d: 'M6 2h10v3H6zM10 7h6v3h-6zM14 12h2v3h-2z' }),
    tag('path', { fill: colour('run'), d: 'M0 1h5v5H0zM4 6h5v5H4zM8 11h5v5H8z' }),
  );
}
