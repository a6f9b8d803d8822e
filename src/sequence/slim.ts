import type { Box, Layout, Line, Mark } from './marks.ts';
import { isRule, placed, type Placed } from './place.ts';

/** Layout → SVG of ours: no styles, no colors, no ids but two; how it looks is said by `drawn.css`. */

/** What the drawing was made from, kept in it so that a change can be seen without drawing again. */
export interface Drawn {
  readonly id: string;
  readonly hash: string;
}

const MARGIN = 4;
/** How far lines of life go on below the last that is said: it is not the end of anybody. */
const BEYOND = { sequence: 8, flowchart: 0, state: 0 } as const;
/** How far Mermaid's arrows end before what they point at. */
const TIP = { sequence: 3, flowchart: 4, state: 0 } as const;

export function slim(layout: Layout, { id, hash }: Drawn): string {
  const { type, title, description, marks, sayings } = layout;
  const { x, y, width, height } = frameOf(layout);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawn drawn-${type}" viewBox="${[x, y, width, height].join(' ')}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" data-from="${hash}">`,
    `<title id="${id}-title">${escape(title)}</title>`,
    `<desc id="${id}-desc">${escape(description)}</desc>`,
    `<metadata>${escape(JSON.stringify(sayings.map(({ from, to, says }) => [from, to, says])))}</metadata>`,
    ...holds(marks),
    ...lives(layout, y + height),
    ...rules(layout, x + width),
    ...runs(marks),
    ...marks.flatMap((mark) => drawn(mark, layout)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

/** All that is drawn, with a margin, on whole pixels. */
export function frameOf(layout: Layout): Box {
  const boxes = layout.marks.flatMap((mark) => [
    ...('box' in mark && !(mark.kind === 'note' && isRule(mark, layout.marks)) ? [mark.box] : []),
    ...('line' in mark ? [boxOfLine(mark.line)] : []),
    ...(mark.kind === 'hold' ? [hatchOf(mark.box)] : []),
    ...placed(mark, layout).map(({ box }) => box),
  ]);
  const left = Math.floor(Math.min(...boxes.map((box) => box.x)) - MARGIN);
  const top = Math.floor(Math.min(...boxes.map((box) => box.y)) - MARGIN);
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN);
  const bottom =
    Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN) + BEYOND[layout.type];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function boxOfLine({ path }: Line): Box {
  const numbers = (path.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The bar at the side of a hold, as wide as `.d-hatch` draws it. */
function hatchOf({ x, y, height }: Box): Box {
  return { x: x - 4.5, y, width: 9, height };
}

/** Where the loop is held: a frame, with a hatched bar at its side. */
function holds(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'hold') return [];
    const { x, y, height } = mark.box;
    return [
      `<path class="d-hold" d="${rectangle(mark.box)}"/>`,
      `<path class="d-hatch" d="M${n(x)} ${n(y)}v${n(height)}"/>`,
    ];
  });
}

/** Whether one box lies in another. */
function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The lines of life are one path, and so are all stretches in which somebody is active. */
function lives({ marks }: Layout, bottom: number): string[] {
  const lines = marks.flatMap((mark) =>
    mark.kind === 'lane' ? [`M${n(mark.x)} ${n(mark.box.y + mark.box.height)}V${bottom}`] : [],
  );
  return lines.length > 0 ? [`<path class="d-life" d="${lines.join('')}"/>`] : [];
}

/** A rule beside each instant and heading, behind all that stands on the lines of life. */
function rules(layout: Layout, right: number): string[] {
  const lines = layout.marks.flatMap((mark) => {
    if (mark.kind !== 'note' || !isRule(mark, layout.marks)) return [];
    const [first] = placed(mark, layout);
    const from = first ? first.box.x + first.box.width + 6 : mark.box.x;
    return [`M${n(from)} ${n(mark.box.y + mark.box.height / 2)}H${right}`];
  });
  return lines.length > 0 ? [`<path class="d-rule" d="${lines.join('')}"/>`] : [];
}

function runs(marks: readonly Mark[]): string[] {
  const bars = marks.flatMap((mark) =>
    mark.kind === 'run'
      ? [`M${n(mark.box.x + mark.box.width / 2)} ${n(mark.box.y)}v${n(mark.box.height)}`]
      : [],
  );
  return bars.length > 0 ? [`<path class="d-run" d="${bars.join('')}"/>`] : [];
}

function drawn(mark: Mark, layout: Layout): string[] {
  const texts = placed(mark, layout).map(text).join('');
  switch (mark.kind) {
    case 'run':
    case 'hold':
      return [];
    case 'lane': {
      const { x, y, width, height } = mark.box;
      return group('lane', `<path d="M${n(x)} ${n(y + height)}h${n(width)}"/>${texts}`);
    }
    case 'note': {
      if (!isRule(mark, layout.marks))
        return group(
          marksOfHold(layout).some((hold) => within(mark.box, hold)) ? 'note d-held' : 'note',
          `<path d="${rectangle(mark.box)}"/>${texts}`,
        );
      return group('clock', texts);
    }
    case 'frame': {
      const { box, cuts } = mark;
      const parts = cuts.map((cut) => `M${n(box.x)} ${n(cut)}h${n(box.width)}`);
      return group('frame', `<path d="${rectangle(box)}${parts.join('')}"/>${texts}`);
    }
    case 'message': {
      // A curve, from a line of life back to it, ends where it should.
      const tip = mark.line.path.includes('C') ? 0 : TIP.sequence;
      return group('say', `${plate(mark, layout)}${arrow(mark.line, tip)}${texts}`);
    }
    case 'edge':
      return group('edge', `${arrow(mark.line, TIP[layout.type])}${ground(mark, layout)}${texts}`);
    case 'node':
      return group(
        ['node', ...mark.looks.map((look) => `d-${look}`)].join(' '),
        `<path d="${tidy(mark.path)}"/>${texts}`,
      );
    case 'group':
      return group('group', `<path d="${rectangle(mark.box)}"/>${texts}`);
  }
}

/** What keeps a line from running through the words that stand on it. */
function ground(mark: Mark, layout: Layout): string {
  const boxes = placed(mark, layout).map(({ box }) => box);
  if (boxes.length === 0) return '';
  const { x, y, width, height } = around(boxes);
  return `<rect class="d-ground" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The ground of a message: what is pressed to choose it, and colored while it is the present one. */
function plate(mark: Extract<Mark, { kind: 'message' }>, layout: Layout): string {
  const { x, y, width, height } = around([
    boxOfLine(mark.line),
    ...placed(mark, layout).map(({ box }) => box),
  ]);
  return `<path class="d-at" d="${rectangle({ x, y: y - 2, width, height: height + 8 })}"/>`;
}

function marksOfHold({ marks }: Layout): readonly Box[] {
  return marks.flatMap((mark) => (mark.kind === 'hold' ? [mark.box] : []));
}

function group(name: string, inside: string): string[] {
  return [`<g class="d-${name}">${inside}</g>`];
}

function text({ text, x, baseline, anchor }: Placed): string {
  const left = anchor === 'start' ? ' class="d-left"' : '';
  return `<text${left} x="${n(x)}" y="${n(baseline)}">${escape(text)}</text>`;
}

/** A line and its head; where it is dashed, the head is a path of its own, so that it stays whole. */
function arrow({ path, to, angle, head, dashed }: Line, tip: number): string {
  const end = head === 'cross' || head === 'none' ? 0 : tip;
  const [x, y] = [to[0] + end * Math.cos(angle), to[1] + end * Math.sin(angle)];
  const shaft = tidy(`${path}${end > 0 ? ` L ${x} ${y}` : ''}`);
  const at = headAt(x, y, angle, head);
  if (at === '') return `<path${dashed ? ' class="d-dash"' : ''} d="${shaft}"/>`;
  return dashed
    ? `<path class="d-dash" d="${shaft}"/><path d="${at}"/>`
    : `<path d="${shaft}${at}"/>`;
}

function headAt(x: number, y: number, angle: number, head: Line['head']): string {
  const turn = (dx: number, dy: number) =>
    `${n(x + dx * Math.cos(angle) - dy * Math.sin(angle))} ${n(y + dx * Math.sin(angle) + dy * Math.cos(angle))}`;
  switch (head) {
    case 'none':
      return '';
    case 'cross':
      return `M${turn(-5, -5)}L${turn(5, 5)}M${turn(-5, 5)}L${turn(5, -5)}`;
    default:
      return `M${turn(-7, -4)}L${turn(0, 0)}L${turn(-7, 4)}`;
  }
}

function rectangle({ x, y, width, height }: Box): string {
  return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

/** The same path with few letters: whole and half pixels, and lines along an axis as H and V. */
export function tidy(path: string): string {
  let [x, y] = ['', ''];
  const parts = [...path.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, command = '', rest = '']) => {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((word) => n(Number(word)));
    if (command === 'Z') return 'z';
    if (command === 'H' || command === 'V') {
      if (command === 'H') x = numbers[0] ?? x;
      else y = numbers[0] ?? y;
      return command + numbers.join(' ');
    }
    const [toX = '', toY = ''] = numbers.slice(-2);
    const [wasX, wasY] = [x, y];
    [x, y] = [toX, toY];
    if (command === 'L' && toX === wasX && toY === wasY) return '';
    if (command === 'L' && toY === wasY) return `H${toX}`;
    if (command === 'L' && toX === wasX) return `V${toY}`;
    return command + numbers.join(' ');
  });
  // Of several moves along one axis the last one says all, as long as they go one way.
  return parts.join('').replace(/(?:H-?[\d.]+)+(?=H)|(?:V-?[\d.]+)+(?=V)/g, '');
}

/** On half pixels. */
function n(value: number): string {
  return String(Math.round(value * 2) / 2 + 0);
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
