import type { Cause, Wait } from './schedule.ts';

/** Whether a cause is one that can end a wait. */
export function fitsWait(
  cause: Cause,
  waits: Wait,
  { asked, over }: { readonly asked: boolean; readonly over: ReadonlySet<number> },
): boolean {
  switch (cause.by) {
    case 'turn':
      return waits.for === 'turn';
    case 'future':
      return waits.for === 'future' || waits.for === 'calls';
    case 'net':
      return waits.for === 'net' || waits.for === 'file';
    case 'timer':
      return waits.for === 'any' || (waits.for === 'timer' && waits.timer === cause.timer);
    case 'lane':
      return waits.for === 'lane' && waits.lanes[0] === cause.of && over.has(cause.of);
    case 'members':
      return ['gather', 'group', 'any', 'shield', 'calls'].includes(waits.for);
    case 'started':
      return waits.for === 'started' && waits.lanes[0] === cause.of;
    case 'resource':
      return waits.for === 'resource' && waits.resource === cause.resource;
    case 'cancel': // a program may also cancel the future itself that a task waits for
      return asked || waits.for === 'future';
    case 'start':
    case 'call':
    case 'signal':
      return false;
  }
}
