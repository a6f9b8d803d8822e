/** Where two programs differ: their longest common lines stay, the others are told. */

export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** More lines than these are no difference that one takes in at a glance. */
const MOST = 5;

/**
 * The lines that only one of two programs has, for each of them, without the indent that all share.
 * Imports and empty lines tell nothing; nothing at all when there are too many, or none.
 */
export function linesThatDiffer(
  a: string,
  b: string,
): readonly [readonly NumberedLine[], readonly NumberedLine[]] | undefined {
  const [left, right] = [a, b].map((program) => program.trimEnd().split('\n')) as [
    string[],
    string[],
  ];
  const common = commonLines(left, right);
  const only = (lines: readonly string[], side: 0 | 1) => {
    const shared = new Set(common.map((pair) => pair[side]));
    return lines.flatMap((text, i) =>
      shared.has(i) || text.trim() === '' || /^(import|from) /.test(text)
        ? []
        : [{ number: i + 1, text }],
    );
  };
  const sides = [outdented(only(left, 0)), outdented(only(right, 1))] as const;
  const longest = Math.max(...sides.map((side) => side.length));
  return longest > 0 && longest <= MOST ? sides : undefined;
}

function outdented(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const indent = Math.min(...lines.map(({ text }) => text.length - text.trimStart().length));
  return lines.map(({ number, text }) => ({ number, text: text.slice(indent) }));
}

/** Pairs of places of equal lines, in order: a longest common subsequence. */
function commonLines(left: readonly string[], right: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () =>
    Array<number>(right.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
