import type { Schedule, StepOf, Wait } from '../schedule.ts';
import { code } from './markup.ts';
import { bold, counted } from './names.ts';
import { timeWords } from './time-words.ts';

/** The network, files and signals, in words. */

type WaitFor<K extends Wait['for']> = Extract<Wait, { for: K }>;

/** "reads from **shop.example**, first byte due at 0.40 s"; for several, "read from …". */
export function netWait(schedule: Schedule, wait: WaitFor<'net'>, s: string): string {
  const due = wait.due === undefined ? '' : `, due at ${timeWords(schedule).full(wait.due)}`;
  const peer = wait.peer === undefined ? undefined : bold(schedule, wait.peer);
  switch (wait.does) {
    case 'look-up':
      return `wait${s} for the address of ${code(wait.name ?? 'a name')}${due}`;
    case 'connect':
      return `wait${s} for the connection${peer ? ` to ${peer}` : ''}${due}`;
    case 'set-up':
      return `wait${s} until the connection${peer ? ` with ${peer}` : ''} is set up`;
    case 'accept':
      return `wait${s} for somebody to connect`;
    case 'receive': {
      const next = wait.due === undefined ? '' : `, ${comes(schedule, wait)}`;
      return `wait${s} for bytes${peer ? ` from ${peer}` : ''}${next}`;
    }
    case 'send':
      return `wait${s} for room to send${peer ? ` to ${peer}` : ''}`;
    case 'close':
      return peer
        ? `wait${s} until the connection to ${peer} is closed`
        : `wait${s} until the server is closed`;
  }
}

/** "first byte due at 0.40 s" where nothing has come on this question yet, else "more due at 0.50 s". */
function comes(schedule: Schedule, { due = 0, peer }: WaitFor<'net'>): string {
  const time = timeWords(schedule).full(due);
  const { steps } = schedule;
  const piece = steps.findIndex(
    ({ kind, at, lane }) => kind === 'net' && lane === peer && at >= due,
  );
  const asked = steps.findLastIndex(
    (step, n) => n < piece && step.kind === 'net' && step.does === 'send' && step.peer === peer,
  );
  const before = steps
    .slice(Math.max(asked, 0), Math.max(piece, 0))
    .some((step) => step.kind === 'net' && step.does === 'send' && step.lane === peer);
  return `${before ? 'more' : 'first byte'} due at ${time}`;
}

/** "reads `prices.txt`, until 0.30 s". */
export function fileWait(schedule: Schedule, wait: WaitFor<'file'>, s: string): string {
  return `wait${s} for ${code(wait.name)} to be ${DONE[wait.does]}, due at ${timeWords(schedule).full(wait.due)}`;
}

const DONE = { open: 'opened', read: 'read', write: 'written' } as const;

/** What a host or a client does: "works on two questions, due at 0.40 s; one connection waits in line". */
export function outsideWait(schedule: Schedule, wait: WaitFor<'outside'>, s: string): string {
  const { open, busy, line = 0, due, over, calls } = wait;
  const when = due === undefined ? '' : `, next due at ${timeWords(schedule).full(due)}`;
  const queue =
    line > 0 ? `; ${counted(line, 'connection')} wait${line === 1 ? 's' : ''} in line` : '';
  if (over) return `ha${s ? 's' : 've'} left`;
  if (calls && busy > 0) return `wait${s} for an answer`;
  if (busy > 0 && open > 0)
    return `work${s} on ${busy === 1 ? 'an answer' : counted(busy, 'answer')}${when}${queue}`;
  if (due !== undefined) return `pause${s} until ${timeWords(schedule).full(due)}`;
  if (calls) return `ha${s ? 's' : 've'} a connection`;
  if (open > 0) return `wait${s} to be asked${queue}`;
  return `wait${s} to be called`;
}

/** What a step did: "sends 62 bytes to **shop.example**: `GET /price HTTP/1.1`". */
export function netDeed(schedule: Schedule, step: StepOf<'net'>, s = 's'): string {
  const { does, peer, bytes = 0, text } = step;
  const with_ = peer === undefined ? undefined : bold(schedule, peer);
  const size = counted(bytes, 'byte').replace(/^no /, 'no ');
  switch (does) {
    case 'connect':
      return `ask${s} ${with_ ? `${with_} ` : ''}for a connection`;
    case 'accept':
      return `accept${s} the connection${with_ ? ` of ${with_}` : ''}`;
    case 'refuse':
      return `refuse${s} the connection${with_ ? ` of ${with_}` : ''}`;
    case 'send':
      return `send${s} ${size}${with_ ? ` to ${with_}` : ''}${text ? `: ${code(quoted(text))}` : ''}`;
    case 'receive':
      if (bytes === 0) return `read${s} the end of what ${with_ ?? 'the other side'} sends`;
      return `read${s} ${size}${with_ ? ` from ${with_}` : ''}${text ? `: ${code(quoted(text))}` : ''}`;
    case 'end':
      return `close${s} the connection${with_ ? ` to ${with_}` : ''}`;
    case 'reset':
      return `break${s} the connection${with_ ? ` to ${with_}` : ''} off`;
  }
}

const LONGEST = 32;

/** What fits of a message's first line. */
function quoted(text: string): string {
  const clean = text.replaceAll('`', "'");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).trimEnd()}…` : clean;
}

/** "something has come from **shop.example**". */
export function readyReason(schedule: Schedule, peer: number | undefined): string {
  return peer === undefined
    ? 'Its socket is ready.'
    : `Its socket is ready: ${bold(schedule, peer)} has done its part.`;
}
