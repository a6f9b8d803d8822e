import type { Schedule, Wait } from '../schedule.ts';
import type { Span } from '../spans.ts';
import { count, nameOf } from './names.ts';
import { timeWords } from './time-words.ts';

/** Words on the bars of what waits for the world outside, and of what is outside. */

type Outer = Extract<Wait, { for: 'net' | 'file' | 'outside' }>;

/** "reading from shop.example", with "first byte due 0.40 s" at its right. */
export function outerLabels(
  schedule: Schedule,
  span: Span,
  waits: Outer,
): { left: string[]; right: string[] } {
  const { full } = timeWords(schedule);
  const due = waits.due === undefined ? [] : [`due ${full(waits.due)}`];
  if (waits.for === 'outside') {
    const isWaiting = waits.calls && waits.busy > 0;
    const left = isWaiting ? ['waits for its answer', 'waits'] : outside(waits);
    return { left, right: waits.over ? [] : due };
  }
  if (waits.for === 'file') {
    const verb = { open: 'opening', read: 'reading', write: 'writing' }[waits.does];
    return { left: [`${verb} ${waits.name}`, verb], right: due };
  }
  const peer = waits.peer === undefined ? '' : nameOf(schedule, waits.peer);
  const of = (verb: string, link: string) =>
    peer ? [`${verb} ${link} ${peer}`, `${link} ${peer}`, verb] : [verb];
  const cut = waits.due !== undefined && waits.due > span.to;
  const right = cut ? [`${full((waits.due ?? 0) - span.to)} not waited`, 'cut short'] : due;
  switch (waits.does) {
    case 'look-up':
      return { left: [`looking up ${waits.name ?? ''}`.trim(), 'looking up', 'look-up'], right };
    case 'connect':
      return { left: [...(peer ? [`connecting to ${peer}`] : []), 'connecting', 'connect'], right };
    case 'set-up':
      return { left: ['connection is set up', 'set-up'], right };
    case 'accept':
      return { left: ['waits for connections', 'waits'], right };
    case 'receive':
      return { left: of('reading', 'from'), right };
    case 'send':
      return { left: [...of('sending', 'to'), 'sending: no room'], right };
    case 'close':
      return { left: peer ? of('closing', 'to') : ['closing'], right };
  }
}

function outside({ open, busy, line = 0, due, over }: Extract<Wait, { for: 'outside' }>): string[] {
  if (over) return [];
  const queue = line > 0 ? `, ${count(line)} in line` : '';
  if (busy > 0 && open > 0) {
    const what = busy === 1 ? 'works on an answer' : `works on ${count(busy)} answers`;
    return [what + queue, what, `${busy} at work`, String(busy)];
  }
  if (due !== undefined) return ['pauses'];
  return open > 0 ? [`connected${queue}`, 'connected'] : [];
}
