/** The one line in which two programs differ, in each; nothing when they differ in more (or in none). */
export function onlyDifference(a: string, b: string): readonly [string, string] | undefined {
  const [left, right] = [a, b].map((program) => program.trimEnd().split('\n'));
  if (!left || !right || left.length !== right.length) return undefined;
  const different = left.flatMap((line, i) => (line === right[i] ? [] : [i]));
  const [only] = different;
  return different.length === 1 && only !== undefined
    ? [left[only]?.trim() ?? '', right[only]?.trim() ?? '']
    : undefined;
}
