/** The list of every address that was ever published: content/permalinks/published.json. */

/** What a promised address leads to. */
export const kinds = [
  'page',
  'heading',
  'term',
  'error',
  'symptom',
  'correction',
  'figure',
  'key step',
  'embed',
  'picture',
  'raw text',
] as const;
export type Kind = (typeof kinds)[number];

export interface Permalink {
  readonly kind: Kind;
  /** The day it was first listed: 2026-11-21. */
  readonly since: string;
}
export type Permalinks = ReadonlyMap<string, Permalink>;

export const publishedFile = 'content/permalinks/published.json';

/** Below the path the site is served under: `/gil/`, `/gil/#lock`, `/gil.md`, `/embed/five-tasks/`. */
const ADDRESS = '/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+(?:\\.[a-z]+)+)?(?:#[a-z0-9-]+)?';
const address = new RegExp(`^${ADDRESS}$`);
const ENTRY = new RegExp(`^[{,] "(${ADDRESS})": \\["([a-z ]+)", "(\\d{4}-\\d{2}-\\d{2})"\\]$`);
/** What git leaves in a file that two branches changed at one place. */
const MARK = /^(<{7}|\|{7}|={7}|>{7})( |$)/;
const UPDATE = 'npm run permalinks -- --update';

export function isAddress(text: string): boolean {
  return address.test(text);
}

/** A list that cannot be read; its message names the line and what to do. */
export class PermalinkFault extends Error {
  override name = 'PermalinkFault';
}

/**
 * Each address stands on a line of its own and begins with its comma, so that git joins what two
 * branches added. Throws when a line is no entry.
 */
export function parsePublished(text: string): Permalinks {
  const { entries, isUntidy } = readLines(text);
  if (isUntidy)
    throw new PermalinkFault(
      `${publishedFile} is not in order, as after a merge. Nothing is lost: type ${UPDATE}`,
    );
  return entries;
}

/** The same of a list that a merge left untidy: all entries of both sides, each with its first day. */
export function parseMerged(text: string): Permalinks {
  return readLines(text).entries;
}

function readLines(text: string): { entries: Permalinks; isUntidy: boolean } {
  const entries = new Map<string, Permalink>();
  let isUntidy = false;
  const lines = text.trimEnd().split('\n');
  const last = lines.pop();
  if (last !== '}') throw notAnEntry(lines.length + 1, last ?? '', 'The last line is `}`.');
  for (const [i, line] of lines.entries()) {
    if (MARK.test(line)) {
      isUntidy = true;
      continue;
    }
    const [, path, kind, since = ''] = ENTRY.exec(line) ?? [];
    const known = kinds.find((one) => one === kind);
    if (path === undefined) throw notAnEntry(i + 1, line, `Such a line is \`${EXAMPLE}\`.`);
    if (known === undefined)
      throw notAnEntry(i + 1, line, `\`${kind}\` is none of: ${kinds.join(', ')}.`);
    const before = entries.get(path);
    if (before && before.kind !== known) isUntidy = true;
    if (!before || since < before.since) entries.set(path, { kind: known, since });
  }
  return { entries, isUntidy: isUntidy || formatPublished(entries) !== text };
}

const EXAMPLE = ', "/gil/#lock": ["heading", "2026-11-21"]';

function notAnEntry(line: number, text: string, cure: string): PermalinkFault {
  return new PermalinkFault(
    `${publishedFile}, line ${line}: \`${text}\` is not what can stand there. ${cure} ` +
      'Nothing was written.',
  );
}

/** The text of the list, in the order of its addresses. */
export function formatPublished(entries: Permalinks): string {
  const lines = [...entries]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([path, { kind, since }], i) => `${i === 0 ? '{' : ','} "${path}": ["${kind}", "${since}"]`,
    );
  return `${lines.join('\n')}\n}\n`;
}

/** The list with all that is new, and without what was added and is gone before it was committed. */
export function updated(
  list: Permalinks,
  built: ReadonlyMap<string, Kind>,
  today: string,
  isKept: (path: string) => boolean,
): Permalinks {
  const kept = [...list].filter(([path]) => built.has(path) || isKept(path));
  const fresh = [...built].filter(([path]) => !list.has(path));
  return new Map([
    ...kept,
    ...fresh.map(([path, kind]) => [path, { kind, since: today }] as const),
  ]);
}
