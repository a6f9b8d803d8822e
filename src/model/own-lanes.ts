import type { Schedule } from './schedule.ts';

const TIDYING = 'shutdown_default_executor';
const ASYNCIOS = [TIDYING, '_create_server_getaddrinfo', '_accept_connection2'];

/**
 * Tasks of asyncio's own, with the thread in which it ends its executor, where they take no time;
 * the task that waits for that thread is never shown.
 */
export function tidiesUp(schedule: Schedule, lane: number): boolean {
  const { lanes, steps } = schedule;
  const { runs, born, ended } = lanes[lane] ?? {};
  if (runs === TIDYING) return true;
  if (!isThreadOfAsyncio(schedule, lane) && !ASYNCIOS.includes(runs ?? '')) return false;
  return ended !== undefined && steps[ended]?.at === steps[born ?? 0]?.at;
}

/** A thread that asyncio started for itself, such as the one in which it ends its executor. */
export function isThreadOfAsyncio({ lanes }: Schedule, lane: number): boolean {
  const { kind, parent } = lanes[lane] ?? {};
  return kind === 'thread' && ASYNCIOS.includes(lanes[parent ?? -1]?.runs ?? '');
}
