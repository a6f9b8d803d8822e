// THIS FILE SHIPS TO THE BROWSER (the page for addresses that do not exist): keep it small.

/** How many letters must be added, dropped or changed to make one word of the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known words most like the one that was asked for, best first, each once. One that holds it counts as near. */
export function nearest(asked: string, known: readonly string[], count = 3): string[] {
  const rank = (word: string): number => {
    const held = asked.length > 2 && (word.includes(asked) || asked.includes(word));
    return held ? 0.5 : distance(asked, word) / Math.max(asked.length, word.length);
  };
  return [...new Set(known)].sort((a, b) => rank(a) - rank(b)).slice(0, count);
}
