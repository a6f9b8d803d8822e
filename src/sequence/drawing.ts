import type { Saying } from './marks.ts';

/** A drawing as it lies in its file, taken apart again for a page. */
export interface Drawing {
  readonly type: string;
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly sayings: readonly Saying[];
  /** One line of SVG for each mark, in their order. */
  readonly marks: readonly string[];
  /** Of what it was drawn from. */
  readonly hash: string;
}

/** The dots at which states begin and end have no words of their own; Mermaid knows them by these. */
const dots: ReadonlyMap<string, string> = new Map([
  ['root_start', 'start'],
  ['root_end', 'end'],
]);

/** Throws when the file is none of ours. */
export function readDrawing(svg: string): Drawing {
  const [head = '', ...lines] = svg.trimEnd().split('\n');
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(head)?.[1];
  const inside = (tag: string) =>
    unescape(
      new RegExp(`^<${tag}[^>]*>(.*)</${tag}>$`).exec(
        lines.find((line) => line.startsWith(`<${tag}`)) ?? '',
      )?.[1] ?? '',
    );
  const hash = attribute('data-from');
  const viewBox = attribute('viewBox');
  if (hash === undefined || viewBox === undefined)
    throw new Error('This SVG was not drawn by `npm run draw`.');
  const told = JSON.parse(inside('metadata')) as readonly (readonly [string, string, string])[];
  return {
    type: attribute('class')?.replace(/^.*drawn-/, '') ?? '',
    viewBox,
    width: Number(attribute('width')),
    height: Number(attribute('height')),
    title: inside('title'),
    description: inside('desc'),
    sayings: told.map(([from, to, says]) => ({
      from: dots.get(from) ?? from,
      to: dots.get(to) ?? to,
      says,
    })),
    marks: lines.filter((line) => /^<(g|path)\b/.test(line)),
    hash,
  };
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A mark that somebody says or that is told of somebody: what the steps of a run stand for. */
export function isSpoken(mark: string): boolean {
  return /^<g class="d-(say|note|clock)\b/.test(mark);
}
