import type { Schedule } from './schedule.ts';

const TIDYING = 'shutdown_default_executor';
const ASYNCIOS = [TIDYING, '_create_server_getaddrinfo', '_accept_connection2'];

/**
 * Tasks of asyncio's own, with the thread in which it ends its executor, where they take no time;
 * the task that waits for that thread is never shown.
 */
export function tidiesUp({ lanes, steps }: Schedule, lane: number): boolean {
  const { kind, runs, parent, born, ended } = lanes[lane] ?? {};
  if (runs === TIDYING) return true;
  const maker = lanes[parent ?? -1]?.runs;
  const own = kind === 'thread' && ASYNCIOS.includes(maker ?? '');
  if (!own && !ASYNCIOS.includes(runs ?? '')) return false;
  return ended !== undefined && steps[ended]?.at === steps[born ?? 0]?.at;
}
