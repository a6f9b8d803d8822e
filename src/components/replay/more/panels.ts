import type { Schedule } from '#model/schedule.ts';
import type { Entry, LaneState, State } from '#model/state.ts';
import type { LaneTotals } from '#model/totals.ts';
import { escapeText, tag } from '#timeline/svg.ts';

/** What lies behind a moment, as HTML: queue, timers, stack, resources, totals. */

type Words = (microseconds: number) => string;

/** Each panel's title and what it holds. */
export interface Panel {
  readonly title: string;
  readonly html: string;
}

export function panelsOf(
  schedule: Schedule,
  state: State,
  totals: readonly LaneTotals[],
  /** The lane whose stack is shown. */
  lane: number,
  time: Words,
): readonly Panel[] {
  const hasLoop = schedule.lanes.some(({ kind }) => kind === 'loop');
  return [
    ...(hasLoop ? [queuePanel(schedule, state), timersPanel(schedule, state, time)] : []),
    stackPanel(schedule, state.lanes[lane], lane),
    ...(schedule.resources.length > 0 ? [resourcesPanel(schedule, state)] : []),
    totalsPanel(schedule, totals, time),
  ];
}

function queuePanel(schedule: Schedule, { ready }: State): Panel {
  const entries = ready.map((entry) => tag('li', {}, nameOf(schedule, entry)));
  return { title: 'Ready queue', html: listOr('ol', entries, 'empty: nobody is ready') };
}

function timersPanel(schedule: Schedule, { timers }: State, time: Words): Panel {
  const entries = timers.map((timer) =>
    tag('li', {}, tag('b', {}, time(timer.due)), ' ', nameOf(schedule, timer)),
  );
  return { title: 'Timers, by deadline', html: listOr('ul', entries, 'none is set') };
}

function stackPanel(schedule: Schedule, state: LaneState | undefined, lane: number): Panel {
  const name = schedule.lanes[lane]?.name ?? '';
  const { stack = [], line, phase = 'unborn' } = state ?? {};
  const entries = stack.map((call, i) =>
    tag(
      'li',
      {},
      tag('code', {}, escapeText(`${call}()`)),
      i === stack.length - 1 && line !== undefined ? ` line ${line}` : '',
    ),
  );
  const without = { unborn: 'not created yet', done: 'ended' }[phase as string] ?? 'in no function';
  return { title: `Call stack: ${name}`, html: listOr('ol', entries, without) };
}

/** Who has what, and what lies in the queues. */
function resourcesPanel(schedule: Schedule, { resources }: State): Panel {
  const rows = schedule.resources.map(({ kind, name, size }, i) => {
    const { holders = [], items = 0, set = false } = resources[i] ?? {};
    const names = holders.map((lane) => nameOf(schedule, { target: lane })).join(', ');
    const says = {
      lock: names ? `held by ${names}` : 'free',
      semaphore: `${holders.length} of ${size ?? '?'} taken${names ? `: ${names}` : ''}`,
      event: set ? 'set' : 'not set',
      condition: names ? `held by ${names}` : 'free',
      barrier: `for ${size ?? '?'}`,
      queue: `${items} item${items === 1 ? '' : 's'}${size ? ` of ${size}` : ''}`,
      pipe: 'open',
      executor: `${items} call${items === 1 ? '' : 's'} in line${size ? `, at most ${size} at once` : ''}`,
    }[kind];
    return tag('li', {}, tag('code', {}, escapeText(name)), ' ', says);
  });
  return { title: 'Locks and queues', html: tag('ul', {}, ...rows) };
}

function totalsPanel(schedule: Schedule, totals: readonly LaneTotals[], time: Words): Panel {
  const head = ['lane', 'ran', 'blocked', 'ready', 'waited'].map((word) =>
    tag('th', { scope: 'col' }, word),
  );
  const rows = totals.map(({ running, blocked, ready, waiting }, lane) =>
    tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, nameOf(schedule, { target: lane })),
      ...[running, blocked, ready, waiting].map((sum) => tag('td', {}, sum > 0 ? time(sum) : '–')),
    ),
  );
  return {
    title: 'So far',
    html: tag('table', {}, tag('thead', {}, tag('tr', {}, ...head)), tag('tbody', {}, ...rows)),
  };
}

/** A task by its lane's name, a callback by its own; that a nap has a timer goes without saying. */
function nameOf({ lanes }: Schedule, { target, callback }: Entry): string {
  const name = escapeText(target === undefined ? '' : (lanes[target]?.name ?? ''));
  return callback === undefined || (name !== '' && callback !== 'timeout')
    ? name
    : [name, tag('code', {}, escapeText(callback))].filter(Boolean).join(' ');
}

function listOr(name: 'ol' | 'ul', entries: readonly string[], without: string): string {
  return entries.length > 0 ? tag(name, {}, ...entries) : tag('p', {}, without);
}
