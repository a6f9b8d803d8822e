import { listed } from '#model/words/names.ts';
import type { Conversation, Item, Participant, Party } from './conversation.ts';

/** A conversation as Mermaid text, which GitHub, GitLab and many wikis draw too. */

const WIDEST = 24;

export interface Heading {
  readonly title: string;
  readonly description: string;
}

export function mermaidOf(conversation: Conversation, { title, description }: Heading): string {
  const { participants, items } = conversation;
  const ids = idsOf(participants);
  const id = (party: Party) => ids.get(party) ?? party;
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
        return [`${id(from)}${arrow}${begun}${over}${id(to)}: ${broken(says)}`];
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

/** In at most three lines that a narrow diagram has room for; a number stays with its unit. */
export function broken(text: string): string {
  // A long call is broken before what it is called with.
  const words = text
    .split(' ')
    .flatMap((word) => (word.length > WIDEST ? word.split(/(?<=\w)(?=\()/) : word));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= WIDEST)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.map(plain).join('<br/>');
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
  const others = leftOut.length > 0 ? ` Not shown: ${listed(leftOut)}.` : '';
  return `What passes between ${names} in a run recorded on CPython ${python}.${others}`;
}
