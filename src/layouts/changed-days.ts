import { execFileSync } from 'node:child_process';

/** The day on which each of these files was last changed, as far as the history at hand tells. */
export function changedDays(paths: readonly string[]): ReadonlyMap<string, string> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 }).toString();
  try {
    // A clone without its past would date everything to the day of its one commit.
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return new Map();
    return daysOf(git('log', '--format=%x00%cs', '--name-only', '--', ...paths));
  } catch {
    return new Map(); // Built from an archive without its history.
  }
}

/** From the newest commit to the oldest: its day behind a zero byte, then its files. */
export function daysOf(log: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const commit of log.split('\0').slice(1)) {
    const [day = '', ...files] = commit.split('\n').filter((line) => line !== '');
    for (const file of files) if (!days.has(file)) days.set(file, day);
  }
  return days;
}
