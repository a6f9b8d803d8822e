import type { Box, Layout, Mark, Words } from './marks.ts';

/** Where a line of text stands when it is drawn. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly anchor: 'start' | 'middle';
  readonly box: Box;
}

/** How far the clock stands left of the first line of life; its rows hold nothing else. */
const GUTTER = 12;
const BESIDE = 8;

/** Where the clock begins, and a heading; undefined where neither is told. */
export function clockEdge(marks: readonly Mark[]): number | undefined {
  const clocks = marks.filter((mark) => mark.kind === 'note' && isRule(mark, marks));
  if (clocks.length === 0) return undefined;
  const widest = Math.max(
    ...clocks.flatMap((mark) =>
      mark.kind === 'note' ? mark.words.map(({ box }) => (box.width > 60 ? 0 : box.width)) : [],
    ),
  );
  return Math.min(...marks.map((mark) => roomLeftOf(mark, clocks, GUTTER + widest)));
}

/** A note over all lanes is a rule across the diagram: an instant, or a phase. */
export function isRule(note: Extract<Mark, { kind: 'note' }>, marks: readonly Mark[]): boolean {
  const lanes = marks.flatMap((mark) => (mark.kind === 'lane' ? mark.x : []));
  const { x, width } = note.box;
  return lanes.length > 1 && x <= Math.min(...lanes) + 1 && x + width >= Math.max(...lanes) - 1;
}

/** How far left the clock, of this width, has to begin to keep clear of a mark and to stand at the edge of all. */
function roomLeftOf(mark: Mark, clocks: readonly Mark[], width: number): number {
  switch (mark.kind) {
    case 'lane':
      return Math.min(mark.box.x, mark.x - width);
    case 'hold':
    case 'frame': {
      const { x, y, height } = mark.box;
      const crossed = clocks.some(
        (clock) => 'box' in clock && clock.box.y < y + height && y < clock.box.y + clock.box.height,
      );
      return crossed ? x - width : x;
    }
    case 'note':
      return clocks.includes(mark) ? Infinity : mark.box.x;
    case 'message':
      return Math.min(mark.line.from[0], ...mark.words.map(({ box }) => box.x));
    default:
      return Infinity;
  }
}

function middle({ text, box, baseline }: Words, down = 0): Placed {
  const moved = { ...box, y: box.y + down };
  return {
    text,
    x: box.x + box.width / 2,
    baseline: baseline + down,
    anchor: 'middle',
    box: moved,
  };
}

/** The height at which several lines have their middle. */
function middleOf(words: readonly Words[]): number {
  const top = Math.min(...words.map(({ box }) => box.y));
  const bottom = Math.max(...words.map(({ box }) => box.y + box.height));
  return (top + bottom) / 2;
}

function start({ text, box, baseline }: Words, x: number, down = 0): Placed {
  const moved = { ...box, x, y: box.y + down };
  return { text, x, baseline: baseline + down, anchor: 'start', box: moved };
}

/** The texts of one mark, where they are drawn: most where Mermaid put them, the clock and the titles of frames at the left. */
export function placed(mark: Mark, { marks }: Pick<Layout, 'marks'>): readonly Placed[] {
  switch (mark.kind) {
    case 'run':
    case 'hold':
      return [];
    case 'note': {
      const edge = isRule(mark, marks) ? clockEdge(marks) : undefined;
      const rule = mark.box.y + mark.box.height / 2;
      const down = rule - middleOf(mark.words);
      return mark.words.map((words) =>
        edge === undefined ? middle(words, down) : start(words, edge, down),
      );
    }
    case 'frame': {
      const { label, titles, box, cuts } = mark;
      const from = clearOf(label.box, box.x + BESIDE, marks);
      const after = from + label.box.width + BESIDE;
      return [
        start(label, from),
        ...titles.map((title) => {
          const isFirst = cuts.every((cut) => title.box.y < cut);
          // Mermaid sets titles in brackets, some pixels above or below their label.
          const bare = { ...title, text: title.text.replace(/^\[|\]$/g, '') };
          return isFirst
            ? start(bare, after, label.baseline - title.baseline)
            : start(bare, box.x + BESIDE);
        }),
      ];
    }
    case 'node':
      // Mermaid sets the words of states beside the middle of their box.
      return mark.words.map((words) => centered(words, mark.box));
    default:
      return mark.words.map((words) => middle(words));
  }
}

/** From a place on, where words would not stand on somebody's bar. */
function clearOf({ y, width, height }: Box, from: number, marks: readonly Mark[]): number {
  const bars = marks.flatMap((mark) => (mark.kind === 'run' ? [mark.box] : []));
  const crossed = bars.find(
    (bar) =>
      bar.y < y + height &&
      y < bar.y + bar.height &&
      bar.x < from + width &&
      from < bar.x + bar.width,
  );
  return crossed ? crossed.x + crossed.width + BESIDE : from;
}

function centered(words: Words, { x, width }: Box): Placed {
  const box = { ...words.box, x: x + (width - words.box.width) / 2 };
  return middle({ ...words, box });
}
