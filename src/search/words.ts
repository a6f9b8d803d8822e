// THIS FILE SHIPS TO THE BROWSER.
import { stem } from './stem.ts';

/** A word as it is written in a text, or a whole name of code such as `asyncio.to_thread`. */
export interface Written {
  readonly text: string;
  /** Where it stands in the text it was taken from. */
  readonly from: number;
  readonly to: number;
}

/** What a word is looked up by. */
export interface Keys {
  /** A name of code as one word, from the most particular: `asynciotothread`, `tothread`. */
  readonly whole: readonly string[];
  /** Its parts: `asyncio`, `to`, `thread`. A plain word has just one part, and no whole. */
  readonly parts: readonly string[];
}

/** No word that anyone means is longer. */
const LONGEST = 60;

/**
 * The words of a text. Names keep their dots and underscores, numbers their points; whatever else
 * stands between letters and digits separates. `I/O` is one word, as `IO` is.
 */
export function writtenWords(text: string): Written[] {
  return [...text.matchAll(/\bI\/O\b|[\p{L}\p{N}_]+(?:[.'’][\p{L}\p{N}_]+)*/giu)]
    .map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }))
    .filter(({ text }) => text.length <= LONGEST && /[\p{L}\p{N}]/u.test(text));
}

/** What a written word is looked up by: case, dots, underscores and humps of a camel split and whole. */
export function keysOf(written: string): Keys {
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/, '');
  const named = plain.replace(/['’/]/g, '');
  if (/^\d+(\.\d+)*$/.test(named)) return { whole: [], parts: [named] };
  const names = named.split('.').filter(Boolean);
  const parts = names.flatMap((name) => splitName(name).map(keyOf));
  const whole = names.filter((name) => splitName(name).length > 1).map((name) => joined(name));
  const dunders = names.filter((name) => /^__\w+__$/.test(name)).map((name) => name.toLowerCase());
  const dotted = names.length > 1 ? [joined(named)] : [];
  return { whole: [...dotted, ...dunders, ...whole], parts };
}

/** One key for words that may be written together: `task group`, `task_group` and `TaskGroup`. */
export function joined(...words: readonly string[]): string {
  return keyOf(words.join('').replace(/[._]/g, ''));
}

const keyOf = (word: string): string => stem(word.toLowerCase());

/** `run`, `in`, `executor`; `Bounded`, `Semaphore`. */
function splitName(name: string): string[] {
  return name
    .split('_')
    .flatMap((part) => part.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .filter(Boolean);
}

/** Words that carry nothing by themselves, in texts as in questions. */
const empty = new Set(
  keysFrom(`
    a an the this that these those it its he she they them their there here we us our you your i my
    me is are was were be been being am do does did doing done has have had having will would shall
    should may might must can could cannot cant dont doesnt didnt isnt arent wasnt wont what which
    who whom whose why how when where whether and or but nor so if then than as at by for from in
    into of off on onto out over to up with about after before between through during under again
    just only very too also both each few more most other others some such same own ever either
    neither else get gets got getting say says said use uses used using
    make makes made way ways thing things let lets without instead inside many much any
    all every help helps equivalent
    take takes come comes go goes give gives put puts look looks stand stands leave leaves still now
    itself another until back three four nobody
  `),
);

function keysFrom(words: string): string[] {
  return words.trim().split(/\s+/).map(keyOf);
}

/** Whether a key stands for a word that carries nothing by itself. */
export function isEmpty(key: string): boolean {
  return empty.has(key) || (key.length === 1 && /[a-z]/.test(key));
}

/** What the words of a text are looked up by, each once, without those that carry nothing. */
export function meaningOf(text: string): readonly string[] {
  const keys = writtenWords(text)
    .map(({ text }) => keysOf(text))
    .flatMap(({ whole, parts }) => [...whole, ...parts]);
  return [...new Set(keys)].filter((key) => !isEmpty(key));
}
