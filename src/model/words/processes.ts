import { processOf } from '../processes.ts';
import type { Schedule, StepOf } from '../schedule.ts';
import { code } from './markup.ts';
import { bold, counted } from './names.ts';
import type { TimeWords } from './time-words.ts';

/** Processes and what goes between them, in words. */

/** "starts the process **work 0**, and sends it 347 bytes of pickled objects"; undefined for what is no process. */
export function startDeed(
  schedule: Schedule,
  { lane, child, bytes }: StepOf<'create'>,
): string | undefined {
  if (processOf(schedule, child) === processOf(schedule, lane)) return undefined;
  const sends = bytes === undefined ? '' : `, and sends it ${pickled(bytes)}`;
  return `starts the process ${bold(schedule, child)}${sends}`;
}

export function bootDeed(times: TimeWords, { lasts }: StepOf<'boot'>): string {
  const takes = lasts === undefined ? '' : `, which takes ${times.full(lasts)}`;
  return `starts Python in its new process${takes}`;
}

export function exitDeed({ code: exit }: StepOf<'exit'>): string {
  return exit < 0
    ? `is ended by signal ${-exit}, and its process with it`
    : `leaves its process, whose exit code is ${exit}`;
}

export function transferDeed(
  { resources }: Schedule,
  { does, bytes, resource }: StepOf<'transfer'>,
): string {
  const name = resources[resource ?? -1]?.name;
  const through = name === undefined ? '' : ` through ${code(name)}`;
  return does === 'send'
    ? `sends ${pickled(bytes)}${through} to another process`
    : `receives ${pickled(bytes)}${through}`;
}

/** Inside a turn, where room is short. */
export function transfers(
  { resources }: Schedule,
  { does, resource }: StepOf<'transfer'>,
  s: string,
): string {
  const name = resources[resource ?? -1]?.name;
  const through = name === undefined ? '' : ` ${does === 'send' ? 'into' : 'from'} ${code(name)}`;
  return does === 'send' ? `pickle${s} and write${s} bytes${through}` : `read${s} bytes${through}`;
}

const pickled = (bytes: number) => `${counted(bytes, 'byte')} of pickled objects`;
