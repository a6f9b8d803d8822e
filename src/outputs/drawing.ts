import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Palette } from '#timeline/poster.ts';
import { round, tag } from '#timeline/svg.ts';

/** A diagram as the build serves it, in the parts that pictures are made of. */
export interface BuiltDrawing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** SVG, colored by `drawnStyles`. */
  readonly marks: string;
}

export type DrawingOf = (id: string) => BuiltDrawing;

/** Reads drawings as the site serves them. */
export function drawingsIn(folder: string): DrawingOf {
  return (id) => readDrawing(readFileSync(join(folder, 'diagrams', `${id}.svg`), 'utf8'));
}

/** Of the file below /diagrams/, which has a line for each mark. */
export function readDrawing(svg: string): BuiltDrawing {
  const viewBox = /^<svg[^>]* viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
  const [x = NaN, y = NaN, width = NaN, height = NaN] = viewBox;
  const marks = svg.split('\n').filter((line) => /^<(g|path)\b/.test(line));
  if (Number.isNaN(height) || marks.length === 0)
    throw new Error('A file below /diagrams/ is not drawn as src/outputs/drawing.ts reads it.');
  return { x, y, width, height, marks: marks.join('') };
}

const rules = readFileSync('src/components/diagram/drawn.css', 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ');

/** What colors the marks of a drawing: the rules of its page, with colors and letters instead of their names. */
export function drawnStyles(colour: Palette): string {
  const values = rules.replace(/var\(--([\w-]+)\)/g, (_, name: string) =>
    name === 'sans' ? 'Geist, Arial, sans-serif' : colour(name),
  );
  return `<style>${values}</style>`;
}

/** The marks of a drawing with its corner at a place. */
export function placedDrawing(drawing: BuiltDrawing, x: number, y: number, scale: number): string {
  const move = `translate(${round(x - drawing.x * scale)} ${round(y - drawing.y * scale)})`;
  const transform = scale === 1 ? move : `${move} scale(${scale})`;
  return tag('g', { class: 'drawn', transform }, drawing.marks);
}
