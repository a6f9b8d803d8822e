import type { Schedule } from '#model/schedule.ts';
import { barLabels, turnsLabels, type BarLabels } from '#model/words/labels.ts';
import { endWords } from './end-words.ts';
import { endRoom, firstThatFits, fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { drawTexture, lookOf } from './draw-texture.ts';
import type { Bar, StripLane } from './strip.ts';
import type { Rows } from './strip-rows.ts';
import { anchored, escapeText, percent, round, tag } from './svg.ts';

/** Draws one lane of a strip: bars at fractions of its width, words at pixels from their ends. */

/** What a mark's height is, as a part of the lane's: height is rank. */
const HEIGHTS: Record<Bar['mark'], number> = {
  running: 22 / 26,
  blocked: 1,
  waiting: 20 / 26,
  ready: 17 / 26,
  overdue: 17 / 26,
  asleep: 16 / 26,
  stuck: 16 / 26,
  serving: 20 / 26,
};

const PAD = 10;
/** From as many ticks on, they are thinner: else they would cover what lies between. */
const MANY_TICKS = 20;
/** Narrower than this part of the strip, a bar stands in front of ticks. */
const NARROW = 0.03;
/** A lane of more bars and ticks is a texture. */
const MOST_PIECES = 150;

export interface LaneDrawing {
  readonly schedule: Schedule;
  readonly rows: Rows;
  readonly names: number;
  /** Of the figure, for what must be named in the page. */
  readonly id: string;
}

export function drawLane(lane: StripLane, drawing: LaneDrawing): string {
  const { rows } = drawing;
  const isTexture = rows.text === 0;
  if (isTexture || lane.bars.length + lane.ticks.length > MOST_PIECES)
    return (
      drawTexture(lane, rows.height, (mark) => HEIGHTS[mark]) +
      (isTexture ? '' : drawTurns(lane, drawing)) +
      (lane.isLoop || lane.isOutside || isTexture ? '' : drawEnd(lane, drawing))
    );
  const bars = lane.bars.map((bar) => drawBar(bar, drawing));
  const ticks = drawTicks(lane, rows);
  const labels = lane.bars.map((bar) => drawLabels(bar, drawing)).join('');
  // A bar that is hardly wider than a tick would vanish under its own two.
  const drawn = lane.bars.some(isNarrow) ? [...ticks, ...bars] : [...bars, ...ticks];
  return [
    ...drawn,
    ...lane.holds.map((hold) => drawHold(hold, rows)),
    labels || drawTurns(lane, drawing),
    lane.isLoop || lane.isOutside ? '' : drawEnd(lane, drawing),
  ].join('');
}

function isNarrow({ mark, from, to }: Bar): boolean {
  return (mark === 'blocked' || mark === 'running') && to - from < NARROW;
}

function drawTicks({ ticks, isLoop }: StripLane, rows: Rows): string[] {
  const height = isLoop ? rows.height * HEIGHTS.asleep : rows.height;
  const width = ticks.length > MANY_TICKS ? 2 : 4;
  const y = (rows.height - height) / 2;
  return ticks.map(({ x, step }) =>
    tag('rect', { class: 'run tick', x: percent(x), width, height, y, 'data-step': step }),
  );
}

/** The line of a holder, along the foot of its wait. */
function drawHold({ from, to }: StripLane['holds'][number], rows: Rows): string {
  const y = (rows.height * (1 + HEIGHTS.waiting)) / 2 - 4;
  return tag('rect', {
    class: 'hold',
    x: percent(from),
    width: percent(to - from),
    y,
    height: 3.5,
  });
}

/** The roof of a bar whose thread has the GIL or asks for it, with the gap below it; a part of the lane's height. */
const ROOF = { height: 4 / 26, gap: 1.5 / 26 };

/** Solid: it has the GIL. Broken: it asks for it. */
function drawRoof({ gil, from, to }: Bar, rows: Rows, y: number): string {
  const middle = round(y + (rows.height * ROOF.height) / 2);
  return tag('line', {
    class: `roof ${gil ?? ''}`,
    x1: percent(from),
    x2: percent(to),
    y1: middle,
    y2: middle,
  });
}

function drawBar(drawn: Bar, { rows, id }: LaneDrawing): string {
  const { span, mark, from, to, torn, endless, gil } = drawn;
  const top = (rows.height * (1 - HEIGHTS[gil ? 'running' : mark])) / 2;
  const roof = gil ? rows.height * (ROOF.height + ROOF.gap) : 0;
  const y = round(top + roof);
  const height = round((rows.height * (1 + HEIGHTS[mark])) / 2 - y);
  const box = { x: percent(from), width: percent(to - from), y, height };
  const look = lookOf(mark);
  const bar = tag('rect', {
    class: endless ? `${look} endless` : look,
    ...box,
    // Round ends: not a part of the program.
    rx: mark === 'serving' ? height / 2 : undefined,
    'data-step': span.first,
  });
  const hatch =
    mark === 'blocked' ? tag('rect', { class: 'hatch', ...box, fill: `url(#${id}-hatch)` }) : '';
  return (
    bar +
    (gil ? drawRoof(drawn, rows, round(top)) : '') +
    hatch +
    (torn ? anchored(to, tear(y, height)) : '')
  );
}

/** The zigzag at which a wait was cut short. */
function tear(y: number, height: number): string {
  const teeth = 4;
  const tooth = (height + 2) / teeth;
  let edge = `M-3 ${y - 1}`;
  for (let i = 0; i < teeth; i++) edge += `l${i % 2 ? 6 : -6} ${tooth}`;
  return (
    tag('path', { class: 'tear-ground', d: `${edge}H6V${y - 1}Z` }) +
    tag('path', { class: 'tear', d: edge })
  );
}

/** Room for the zigzag. */
const TORN = 6;
/** A cause at the right keeps this distance from the reason at the left. */
const BETWEEN = 18;

/** Whose colour no words can be read on. */
const PLATED: readonly Bar['mark'][] = ['blocked', 'running'];
/** A plate that took more of a bar would hide what it runs on. */
const MOST_PLATED = 0.62;

function drawLabels(bar: Bar, { schedule, rows, names }: LaneDrawing): string {
  const wordings =
    bar.mark === 'overdue' ? overdueLabels(schedule, bar.span) : barLabels(schedule, bar.span);
  // Below a roof, where there is one.
  const y = rows.height / 2 + rows.text * 0.35 + (bar.gil ? 1.5 : 0);
  return fitted((size) => chooseWords(bar, wordings, size, rows, names))
    .map(({ value: { left, right }, at }) => {
      const plate = PLATED.includes(bar.mark);
      const words = drawReason(bar.from, left, at, y);
      const ground = drawPlate(bar.from, left, at, rows, bar.gil !== undefined);
      const cause = right
        ? tag(
            'text',
            {
              x: percent(bar.to),
              dx: bar.torn ? -PAD - TORN : -PAD,
              y,
              class: `cause ${at}`.trim(),
            },
            escapeText(right),
          )
        : '';
      return (plate ? ground : '') + words + cause;
    })
    .join('');
}

function drawReason(x: number, words: string, at: string, y: number): string {
  return tag('text', { x: percent(x), dx: PAD, y, class: at }, escapeText(words));
}

/** The ground below words on a bar whose color none can be read on. */
function drawPlate(x: number, words: string, at: string, rows: Rows, hasRoof: boolean): string {
  const box = {
    x: PAD - 5,
    width: Math.ceil(textWidth(words, rows.text)) + 10,
    y: hasRoof ? 9 : 5,
    height: rows.height - (hasRoof ? 12 : 10),
  };
  return anchored(x, tag('rect', { class: `plate ${at}`.trim(), ...box }));
}

/** Of a lane that runs most of the time, a little in each turn, the parts of its bar are too narrow for words. */
function drawTurns({ lane, bars }: StripLane, { schedule, rows, names }: LaneDrawing): string {
  const running = bars.filter(({ mark }) => mark === 'running');
  const [first] = running;
  const whole = (running.at(-1)?.to ?? 0) - (first?.from ?? 0);
  const runs = running.reduce((sum, { from, to }) => sum + to - from, 0);
  if (first === undefined || running.length < MANY_TURNS || runs < whole * MOST) return '';
  const y = rows.height / 2 + rows.text * 0.35;
  return fitted((size) => {
    const most = whole * stripWidth(size, names) * MOST_PLATED - 2 * PAD;
    return firstThatFits(turnsLabels(schedule, lane), most, rows.text);
  })
    .map(
      ({ value, at }) =>
        drawPlate(first.from, value, at, rows, false) + drawReason(first.from, value, at, y),
    )
    .join('');
}
const MANY_TURNS = 20;
const MOST = 0.4;

/** Its timer is due, so it would be ready if only the loop could look. */
function overdueLabels(schedule: Schedule, span: Bar['span']): BarLabels {
  const { left, right } = barLabels(schedule, span);
  return { left: left.map((words) => words.replace('ready', 'due')), right };
}

/** The longest wording for the bar at this size, with the cause at its right if there is room for both. */
function chooseWords(
  bar: Bar,
  { left, right }: BarLabels,
  size: SizeName,
  rows: Rows,
  names: number,
): { left: string; right: string | undefined } | undefined {
  const whole = (bar.to - bar.from) * stripWidth(size, names);
  const room = whole - 2 * PAD - (bar.torn ? TORN : 0);
  const most = bar.mark === 'running' ? Math.min(room, whole * MOST_PLATED) : room;
  const chosen = firstThatFits(left, most, rows.text);
  if (chosen === undefined) return undefined;
  const rest = room - textWidth(chosen, rows.text) - BETWEEN;
  return { left: chosen, right: firstThatFits(right, rest, rows.text) };
}

/** Strokes, so that ends are told apart without colour. */
const END_MARKS = {
  returned: 'M0 5l4 4l7 -9',
  raised: 'M1 0l9 9M10 0l-9 9',
  cancelled: 'M1 4.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M2 9L9 0',
  pending: '',
  killed: 'M1 0h9v9h-9z',
  destroyed: 'M1 0l9 9M10 0l-9 9',
} as const;

/** Pixels from the lane's end to the mark, and to the word behind it. */
const END_AT = { mark: 9, word: 25 };

function drawEnd(lane: StripLane, { schedule, rows, names }: LaneDrawing): string {
  const { end } = lane;
  const middle = rows.height / 2;
  const words = (size: SizeName) => {
    // On a phone they stand above the bars.
    if (size === 'n') return undefined;
    const room = endRoom(size, names, end.x) - END_AT.word;
    return firstThatFits(endWords(schedule, lane, size, names), room, rows.text);
  };
  return anchored(
    end.x,
    tag('path', {
      class: `end ${end.how} at-wm`,
      d: END_MARKS[end.how],
      transform: `translate(${END_AT.mark} ${middle - 5})`,
    }),
    ...fitted(words).map(({ value, at }) =>
      tag(
        'text',
        { class: `end-word ${at}`, x: END_AT.word, y: middle + rows.text * 0.35 },
        escapeText(value),
      ),
    ),
  );
}
