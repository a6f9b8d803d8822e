/** What became of a line from one program to another. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  /** Its place in the program that has it; in the new one for a line that both have. From 0. */
  readonly line: number;
}

/** The lines of both programs in reading order, as few of them changed as can be. */
export function changesBetween(before: string, after: string): readonly Change[] {
  const [a, b] = [before.trimEnd().split('\n'), after.trimEnd().split('\n')];
  // common[i][j] is the length of the longest common part of a from i and b from j.
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', line: j });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'gone', line: i++ });
    } else {
      changes.push({ kind: 'new', line: j++ });
    }
  }
  return changes;
}
