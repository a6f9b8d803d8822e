import { grouped, listed } from '#model/words/names.ts';
import type { Conversation, Item, Participant, Party } from './conversation.ts';

/** A conversation as Mermaid text, which GitHub, GitLab and many wikis draw too. */

/** Letters in a line: between neighbors, whose distance it decides, and between others, which have room. */
const NARROW = 18;
const WIDEST = 24;

export interface Heading {
  readonly title: string;
  readonly description: string;
}

export function mermaidOf(conversation: Conversation, { title, description }: Heading): string {
  const { participants, items } = conversation;
  const ids = idsOf(participants);
  const id = (party: Party) => ids.get(party) ?? party;
  const place = (party: Party) => participants.findIndex((one) => one.party === party);
  const active = new Map<Party, number>();
  const ends = [participants[0], participants.at(-1)].map((one) => id(one?.party ?? ''));
  const over = [...new Set(ends)].join(',');
  const lines = items.flatMap((item) => write(item));
  const open = [...active].flatMap(([party, depth]) =>
    Array.from({ length: depth }, () => `deactivate ${id(party)}`),
  );
  return [
    'sequenceDiagram',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(description)}`,
    ...participants.map(({ party, name }) => `  participant ${id(party)} as ${plain(name)}`),
    ...[...lines, ...open].map((line) => `  ${line}`),
    '',
  ].join('\n');

  function write(item: Item): string[] {
    switch (item.kind) {
      case 'instant':
        return [`Note over ${over}: ${plain(item.says)}`];
      case 'note':
        return [`Note over ${id(item.over)}: ${broken(item.says)}`];
      case 'held':
        return [
          'rect rgb(250, 225, 220)',
          `  Note over ${id(item.over)}: ${broken(item.says)}`,
          'end',
        ];
      case 'message': {
        const { from, to, begins, ends, how, says } = item;
        const arrow = { asks: '->>', answers: '-->>', fails: '--x' }[how];
        // Mermaid marks a turn that begins at the one spoken to, and one that ends at the speaker.
        const begun = begins === to ? '+' : '';
        const depth = active.get(ends ?? '') ?? 0;
        const over = ends === from && depth > 0 ? '-' : '';
        if (begun) active.set(to, (active.get(to) ?? 0) + 1);
        if (over) active.set(from, depth - 1);
        const room = Math.abs(place(from) - place(to)) > 1 ? WIDEST : NARROW;
        return [`${id(from)}${arrow}${begun}${over}${id(to)}: ${broken(says, room)}`];
      }
      case 'loop':
        return ['loop ' + plain(item.title), ...indented(item.items), 'end'];
      case 'par':
        return [
          ...item.parts.flatMap((part, i) => [
            i === 0 ? 'par in any order' : 'and',
            ...indented(part),
          ]),
          'end',
        ];
    }
  }

  function indented(items: readonly Item[]): string[] {
    return items.flatMap((item) => write(item)).map((line) => `  ${line}`);
  }
}

/** Words that begin a statement of Mermaid's cannot name a participant. */
const TAKEN = new Set(
  'activate alt and as autonumber box break create critical deactivate destroy else end link links loop note opt option over par participant actor properties details rect title'.split(
    ' ',
  ),
);

function idsOf(participants: readonly Participant[]): Map<Party, string> {
  const taken = new Set<string>();
  return new Map(
    participants.map(({ party, name }) => {
      let id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
      while (taken.has(id) || TAKEN.has(id) || id === '') id += '_';
      taken.add(id);
      return [party, id];
    }),
  );
}

/** In few lines of about one length, so that a diagram stays narrow; a number stays with its unit. */
export function broken(text: string, widest = NARROW): string {
  // A long call is broken before what it is called with.
  const words = text
    .split(' ')
    .flatMap((word) => (word.length > WIDEST ? word.split(/(?<=\w)(?=\()/) : word));
  const room = Math.max(widest, ...words.map(({ length }) => length));
  const fewest = filled(words, room).length;
  let even = room;
  while (even > 1 && filled(words, even - 1).length === fewest) even--;
  return filled(words, even).map(plain).join('<br/>');
}

/** Words in lines, as many in each as it has room for. */
function filled(words: readonly string[], widest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= widest)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Without what Mermaid reads as its own. */
function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('#', '#35;')
    .replaceAll(/;(?<!#\d+;)/g, '#59;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('\n', ' ');
}

/** What is said for those who do not see the picture, and where nobody else is shown. */
export function describe({ participants, leftOut }: Conversation, python: string): string {
  const names = listed(participants.map(({ name }) => name));
  const others = leftOut.length > 0 ? ` Not shown: ${grouped(leftOut)}.` : '';
  return `What passes between ${names} in a run recorded on CPython ${python}.${others}`;
}
