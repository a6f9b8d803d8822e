// THIS FILE SHIPS TO THE BROWSER.
import type { StoredText } from './stored.ts';
import { isEmpty, keysOf, writtenWords } from './words.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The words of a text that were looked for. Neighbours are one piece. */
export function marked(text: string, keys: ReadonlySet<string>): readonly Piece[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  const add = (text: string, isMarked: boolean): void => {
    const last = pieces.at(-1);
    if (last?.marked === isMarked) last.text += text;
    else if (text !== '') pieces.push({ text, marked: isMarked });
  };
  for (const { from, to } of matches(text, keys)) {
    const between = text.slice(end, from);
    add(between, between === ' ' && pieces.at(-1)?.marked === true);
    add(text.slice(from, to), true);
    end = to;
  }
  add(text.slice(end), false);
  return pieces;
}

interface Match {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
}

function matches(text: string, looked: ReadonlySet<string>): readonly Match[] {
  return writtenWords(text).flatMap(({ text, from, to }) => {
    const { whole, parts } = keysOf(text);
    const keys = [...whole, ...parts].filter((key) => looked.has(key) && !isEmpty(key));
    return keys.length === 0 ? [] : [{ from, to, keys }];
  });
}

/** The part of a text that has most of what was looked for. */
export interface Excerpt {
  readonly text: string;
  /** Whether something was left out before and after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** The words to mark on arrival, with those around them, where they are in the text only once. */
  readonly arrival: Arrival | undefined;
}

export interface Arrival {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** As long as two lines of a result. */
const LENGTH = 170;
const SHORT = 70;

/** `text` has one paragraph a line. Without anything to mark, the excerpt is its beginning. */
export function excerptOf(text: string, keys: ReadonlySet<string>): Excerpt {
  const windows = text.split('\n').flatMap((paragraph) => {
    const found = matches(paragraph, keys);
    return found.map((first, i) => {
      const near = found.slice(i).filter(({ to }) => to - first.from <= LENGTH - 30);
      const distinct = new Set(near.flatMap(({ keys }) => keys)).size;
      // A cell of a table or a caption says less than a sentence with the same words.
      const short = paragraph.length < SHORT ? 0.6 : 0;
      return { paragraph, near, worth: distinct + near.length / 100 - short };
    });
  });
  const best = windows.reduce<(typeof windows)[number] | undefined>(
    (best, one) => (best && best.worth >= one.worth ? best : one),
    undefined,
  );
  const paragraph = best?.paragraph ?? text.split('\n', 1)[0] ?? '';
  const first = best?.near[0]?.from ?? 0;
  const [from, to] = boundsAround(paragraph, first);
  return {
    text: paragraph.slice(from, to),
    cutBefore: from > 0,
    cutAfter: to < paragraph.length,
    arrival: best && arrivalAt(paragraph, best.near),
  };
}

/** Whole words around a place, LENGTH letters at most, from the beginning of its sentence if that is near. */
function boundsAround(paragraph: string, at: number): [from: number, to: number] {
  if (paragraph.length <= LENGTH) return [0, paragraph.length];
  const sentence = Math.max(
    ...[...paragraph.slice(0, at).matchAll(/[.!?:;] /g)].map(({ index }) => index + 2),
    0,
  );
  const near = at - sentence < LENGTH / 2 ? sentence : Math.max(0, at - 40);
  const start = near === sentence ? near : paragraph.indexOf(' ', near) + 1;
  const from = Math.min(start, at);
  if (paragraph.length - from <= LENGTH) return [from, paragraph.length];
  const end = paragraph.lastIndexOf(' ', from + LENGTH);
  return [from, end > from ? end : from + LENGTH];
}

/** The first of the words in a row, and two words on each side. */
function arrivalAt(paragraph: string, near: readonly Match[]): Arrival | undefined {
  const [first, ...others] = near;
  if (!first) return undefined;
  let to = first.to;
  for (const next of others) {
    if (paragraph.slice(to, next.from).trim() !== '') break;
    to = next.to;
  }
  const before = paragraph.slice(0, first.from).trim().split(' ').slice(-2).join(' ');
  const after = paragraph.slice(to).trim().split(' ').slice(0, 2).join(' ');
  return { before, words: paragraph.slice(first.from, to), after };
}

/** The directive of an address that marks words on arrival: `:~:text=an-,await,-that`. */
export function textDirective({ before, words, after }: Arrival): string {
  const said = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');
  return `:~:text=${before && `${said(before)}-,`}${said(words)}${after && `,-${said(after)}`}`;
}

/**
 * The key step that says most of what was looked for, when it says more of it than the title and the
 * text of its example do.
 */
export function bestMoment(
  title: string,
  { text, moments = [] }: StoredText,
  keys: ReadonlySet<string>,
): readonly [address: string, says: string] | undefined {
  const said = (text: string): number =>
    new Set(matches(text, keys).flatMap(({ keys }) => keys)).size;
  const least = Math.max(1, said(`${title}\n${text}`));
  return moments
    .filter(([, says]) => said(says) > least)
    .sort(([, one], [, other]) => said(other) - said(one))[0];
}
