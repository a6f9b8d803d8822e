import type { Schedule } from './schedule.ts';

const TIDYING = 'shutdown_default_executor';
const ASYNCIOS = [TIDYING, '_create_server_getaddrinfo', '_accept_connection2'];

/**
 * Tasks of asyncio's own, with the thread in which it ends its executor, where they take no time;
 * the task that waits for that thread is never shown.
 */
export function tidiesUp({ lanes, steps }: Schedule, lane: number): boolean {
  const { runs, born, ended } = lanes[lane] ?? {};
  if (runs === TIDYING) return true;
  if (!isAsyncios({ lanes }, lane)) return false;
  return ended !== undefined && steps[ended]?.at === steps[born ?? 0]?.at;
}

/** Tasks and threads that asyncio makes for itself, whatever time they take. */
export function isAsyncios({ lanes }: Pick<Schedule, 'lanes'>, lane: number): boolean {
  const { kind, runs, parent } = lanes[lane] ?? {};
  const maker = lanes[parent ?? -1]?.runs;
  return (kind === 'thread' && ASYNCIOS.includes(maker ?? '')) || ASYNCIOS.includes(runs ?? '');
}
