// THIS FILE SHIPS TO THE BROWSER.

/** Requests: how many come in a second, how long each takes, and how much of that it computes. */
export interface Load {
  readonly perSecond: number;
  readonly takesMs: number;
  readonly computesMs: number;
}

/** What a load keeps busy on average, in words. */
export interface Busy {
  readonly underWay: string;
  readonly cores: string;
}

/** Little's law: what comes in a second, times the seconds that each stays. */
export function reckon({ perSecond, takesMs, computesMs }: Load): Busy {
  return { underWay: written(perSecond * takesMs), cores: written(perSecond * computesMs) };
}

/** The answer to a load that somebody types, or what is wrong with it. */
export function answerTo(load: Load): string {
  const numbers = [load.perSecond, load.takesMs, load.computesMs];
  if (!numbers.every((one) => one >= 0 && one <= 1e9)) return 'Three numbers are needed.';
  if (load.computesMs > load.takesMs) return 'It can’t compute for longer than it takes.';
  const { underWay, cores } = reckon(load);
  return `Yours: ${underWay} under way at once; cores busy: ${cores}.`;
}

/** Thousandths as a number: three digits that count, and all that stand before the point. */
function written(thousandths: number): string {
  const amount = thousandths / 1000;
  const whole = Math.trunc(amount).toString().length;
  return amount.toLocaleString('en-US', { maximumSignificantDigits: Math.max(3, whole) });
}
