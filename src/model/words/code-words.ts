/** A stretch of code in a sentence; `whole` where a line must not break inside it. */
export interface CodePart {
  readonly text: string;
  readonly whole: boolean;
}

/** Browsers break a line behind a hyphen, but not before a digit; nobody can read `ss -` and `ltnp` as one option. */
const HYPHENATED = /(\S*-[^\s\d]\S*)/;

/** Code cut at the words that hold a hyphen: no style can forbid that break, so these stand in a box of their own. */
export function codeParts(code: string): readonly CodePart[] {
  return code
    .split(HYPHENATED)
    .map((text, i) => ({ text, whole: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
