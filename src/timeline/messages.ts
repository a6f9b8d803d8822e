import type { Schedule } from '#model/schedule.ts';
import type { Strip } from './strip.ts';
import { CANCEL_ROW } from './draw-cancels.ts';
import { rowsFor } from './strip-rows.ts';
import { anchored, percent, tag } from './svg.ts';

/** What passes between two lanes of a strip: arrows across the rows, each at its moment. */
export interface Message {
  /** Fraction of the strip's width. */
  readonly x: number;
  readonly step: number;
  /** Places of rows in the strip. */
  readonly from: number;
  readonly to: number;
  /** The other side broke it off, or did not want it. */
  readonly failed: boolean;
}

/** What is drawn: that something was read, or closed, changes nothing for the other side. */
const DRAWN = ['connect', 'accept', 'refuse', 'send', 'reset'];
/** More arrows would be a hedge in which nobody follows one. */
const MOST = 48;

export function messagesOf({ steps }: Schedule, strip: Strip): readonly Message[] {
  const rows = strip.lanes.map(({ lane }) => lane);
  const messages = new Map<string, Message>();
  steps.forEach((step, n) => {
    if (step.kind !== 'net' || step.peer === undefined || !DRAWN.includes(step.does)) return;
    const [from, to] = [rows.indexOf(step.lane), rows.indexOf(step.peer)];
    const x = strip.scale.at(step.at);
    const key = [x, from, to].join();
    if (from < 0 || to < 0 || from === to || messages.has(key)) return;
    const failed = step.does === 'refuse' || step.does === 'reset';
    messages.set(key, { x, step: n, from, to, failed });
  });
  return messages.size > MOST || rowsFor(rows.length).text === 0 ? [] : [...messages.values()];
}

/** Pixels from the middle of a row to the edge of its bar. */
const EDGE = 9;

export function drawMessages(messages: readonly Message[], strip: Strip): string {
  const middles = middlesOf(strip);
  return messages
    .map(({ x, step, from, to, failed }) => {
      const [start = 0, end = 0] = [middles[from], middles[to]];
      const down = to > from ? 1 : -1;
      const tip = -down * EDGE;
      const head = failed
        ? `M-4 ${tip - 4}l8 8m0 -8l-8 8`
        : `M-3.5 ${tip - down * 6}L0 ${tip}L3.5 ${tip - down * 6}`;
      return tag(
        'g',
        { 'data-step': step, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.25 },
        tag('line', { x1: percent(x), x2: percent(x), y1: percent(start), y2: percent(end) }),
        anchored(x, tag('svg', { class: 'pin', y: percent(end) }, tag('path', { d: head }))),
      );
    })
    .join('');
}

/** The middle of each row, as a fraction of the height of all: rows of cancellations lie between some. */
function middlesOf({ lanes }: Strip): number[] {
  const { pitch } = rowsFor(lanes.length);
  const heights = lanes.map(({ cancels }) => (cancels.length > 0 ? CANCEL_ROW : 0) + pitch);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let top = 0;
  return heights.map((height) => (top += height) - pitch / 2).map((middle) => middle / whole);
}
