import type { Schedule } from './schedule.ts';

const TIDYING = 'shutdown_default_executor';
const LOOK_UP = '_create_server_getaddrinfo';
const ASYNCIOS = [TIDYING, LOOK_UP, '_accept_connection2'];

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

/** The task in which a server that is being made asks for the addresses of its host. */
export function isServersLookUp({ lanes }: Schedule, lane: number): boolean {
  return lanes[lane]?.runs === LOOK_UP;
}
