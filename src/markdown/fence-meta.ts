/** What an author may write after the language of a code fence. */
export interface FenceMeta {
  /** The file's name, above the code. */
  title: string | undefined;
  /** A sentence below the code. */
  caption: string | undefined;
  /** Line numbers, which are drawn and not part of the text that a reader copies. */
  numbers: boolean;
  /** Lines to mark, counted from 1. */
  marked: ReadonlySet<number>;
}

const known = 'title="gather.py", caption="A sentence.", numbers, {3,5-7}';

function lineNumbers(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split('-').map(Number);
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from) {
      throw new RangeError(`\`{${list}}\` names no lines. Write them like \`{3,5-7}\`.`);
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** The meta of a fence such as `title="gather.py" numbers {3,5-7}`. Throws RangeError with the cure. */
export function parseFenceMeta(meta: string): FenceMeta {
  const parsed: { title?: string; caption?: string } = {};
  const marked: number[] = [];
  let numbers = false;
  const words = /(?<key>title|caption)="(?<text>[^"]*)"|\bnumbers\b|\{(?<lines>[^}]*)\}/g;
  for (const { groups } of meta.matchAll(words)) {
    if (groups?.key === 'title' || groups?.key === 'caption')
      parsed[groups.key] = groups.text ?? '';
    else if (groups?.lines !== undefined) marked.push(...lineNumbers(groups.lines));
    else numbers = true;
  }
  const rest = meta.replace(words, '');
  if (rest.trim() !== '') {
    throw new RangeError(
      `\`${rest.trim()}\` means nothing after a language. Use any of: ${known}.`,
    );
  }
  return { title: parsed.title, caption: parsed.caption, numbers, marked: new Set(marked) };
}
