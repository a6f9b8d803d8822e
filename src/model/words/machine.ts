import { hasProcesses } from '../processes.ts';
import { hasThreads } from '../processors.ts';
import type { Schedule } from '../schedule.ts';
import { count } from './names.ts';

/** What a recording was made on, and what of that is a model: "Recorded on CPython 3.14.2, virtual clock". */
export function machineWords(schedule: Schedule): string {
  const { python, machine, world } = schedule.provenance;
  const threads = hasThreads(schedule);
  const settings = [
    'virtual clock',
    ...(threads ? [threadWords(schedule)] : []),
    ...(world ? ['modeled network and files'] : []),
    ...(machine.debug ? ['in debug mode'] : []),
    ...(machine.line > 0 ? [`a line costs ${machine.line / 1000}\u00a0ms`] : []),
    ...(threads && machine.thread > 0
      ? [`starting a thread ${machine.thread / 1000}\u00a0ms`]
      : []),
    ...(hasProcesses(schedule) && machine.process > 0
      ? [`starting Python in a process ${machine.process / 1000}\u00a0ms`]
      : []),
  ];
  const made = threads && !machine.gil ? 'Modeled with' : 'Recorded on';
  return `${made} CPython ${python}, ${settings.join(', ')}`;
}

function threadWords(schedule: Schedule): string {
  const { interval, cores, gil } = schedule.provenance.machine;
  if (gil && hasProcesses(schedule))
    return `modeled threads and processes (a GIL for each process, ${count(cores)} core${cores === 1 ? '' : 's'}, switch interval ${interval / 1000}\u00a0ms)`;
  if (gil) return `modeled threads (one GIL, switch interval ${interval / 1000}\u00a0ms)`;
  return `threads without a GIL on ${count(cores)} core${cores === 1 ? '' : 's'}`;
}
