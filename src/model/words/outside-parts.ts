import type { Schedule, Step, StepOf } from '../schedule.ts';
import { code } from './markup.ts';
import { bold, counted, isLoop } from './names.ts';
import { netDeed } from './net.ts';
import type { Part } from './parts.ts';

/** What hosts and clients did while the loop had its turn, each deed once for all its connections. */
export function outsideParts(schedule: Schedule, steps: readonly Step[]): Part[] {
  const deeds = steps.filter(
    (step): step is StepOf<'net'> => step.kind === 'net' && !isLoop(schedule, step.lane),
  );
  return [...new Set(deeds.map(({ lane }) => lane))].flatMap((lane) => {
    const own = deeds.filter((deed) => deed.lane === lane);
    return [...new Set(own.map(({ does }) => does))].map((does): Part => {
      const alike = own.filter((deed) => deed.does === does);
      return { kind: 'net', words: together(schedule, alike, own), by: lane };
    });
  });
}

/** Deeds of one kind; `own` are all that the same lane did. */
function together(schedule: Schedule, alike: StepOf<'net'>[], own: StepOf<'net'>[]): string {
  const [deed] = alike;
  if (!deed) return '';
  const peers = [...new Set(alike.map(({ peer }) => peer))];
  const known = peers.filter((peer) => peer !== undefined);
  const named = known.length > 0 ? ` ${bold(schedule, ...known)}` : '';
  const sentTo = own.flatMap(({ does, peer }) => (does === 'send' ? [peer] : []));
  if (deed.does === 'end' && sentTo.length > 0 && peers.every((peer) => sentTo.includes(peer)))
    return alike.length === 1 ? 'closes the connection' : 'closes the connections';
  if (alike.length === 1) return netDeed(schedule, deed);
  switch (deed.does) {
    case 'accept':
      return `accepts the connections of${named}`;
    case 'end':
      return `closes the connections to${named}`;
    case 'send':
      return peers.length === alike.length ? sends(alike, named) : `sends something to${named}`;
    default:
      return `${netDeed(schedule, { ...deed, peer: undefined })}, ${counted(alike.length, 'time')}`;
  }
}

/** One message to each. */
function sends(alike: readonly StepOf<'net'>[], named: string): string {
  const sizes = new Set(alike.map(({ bytes = 0 }) => bytes));
  const texts = new Set(alike.map(({ text = '' }) => text));
  const [size = 0] = sizes;
  const [text = ''] = texts;
  const quoted = texts.size === 1 && text ? `: ${code(text)}` : '';
  return sizes.size === 1
    ? `sends ${counted(size, 'byte')} each to${named}${quoted}`
    : `sends something to${named}`;
}
