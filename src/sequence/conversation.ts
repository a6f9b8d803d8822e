/** A run told as who speaks to whom; what a sequence diagram shows. */

/** Somebody who speaks or is spoken to, by a key: "lane 3", "timers", "output", "resource 0". */
export type Party = string;

export interface Participant {
  readonly party: Party;
  /** As readers see it. */
  readonly name: string;
}

interface Told {
  readonly says: string;
  /** The same without what differs from one turn to the next: how it reads when it is folded with others. */
  readonly always: string;
  /** The steps that it stands for, the first of which is where choosing it leads. */
  readonly steps: readonly number[];
}

export interface Message extends Told {
  readonly kind: 'message';
  readonly from: Party;
  readonly to: Party;
  /** An answer gives back what an ask took: its line is dashed. A failure ends in a cross. */
  readonly how: 'asks' | 'answers' | 'fails';
  /** Whose turn begins or ends with it. */
  readonly begins?: Party | undefined;
  readonly ends?: Party | undefined;
}

/** Something about one participant that is said to nobody. */
export interface Note extends Told {
  readonly kind: 'note' | 'held';
  readonly over: Party;
}

/** The clock moves on. */
export interface Instant extends Told {
  readonly kind: 'instant';
  /** Microseconds. */
  readonly at: number;
}

export type Remark = Message | Note | Instant;

export type Item =
  | Remark
  /** The same again and again. */
  | { readonly kind: 'loop'; readonly title: string; readonly items: readonly Item[] }
  /** What happens on several threads with no order between them. */
  | { readonly kind: 'par'; readonly parts: readonly (readonly Item[])[] };

export interface Conversation {
  readonly participants: readonly Participant[];
  readonly items: readonly Item[];
  /** Names of lanes that did something meanwhile and are not shown. */
  readonly leftOut: readonly string[];
}

/** An author asks for a sequence that cannot be told; the message says why and what to write. */
export class SequenceError extends Error {}

/** All that is said, in order, whatever it is folded into. */
export function remarksOf(items: readonly Item[]): readonly Remark[] {
  return items.flatMap((item): readonly Remark[] => {
    if (item.kind === 'loop') return remarksOf(item.items);
    if (item.kind === 'par') return item.parts.flatMap((part) => remarksOf(part));
    return [item];
  });
}
