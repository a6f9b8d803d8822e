import type { Check } from '#tools/checks/check.ts';
import { allWell, lineFor, summary } from '#tools/checks/report.ts';
import { runChecks } from '#tools/checks/run-checks.ts';

/**
 * Runs checks for a person who watches: a line for each as it ends, the summary at the end, and an
 * exit code that says whether all went well. `remarks` are shown before the sum.
 */
export async function runCommand(
  checks: readonly Check[],
  remarks: readonly string[] = [],
): Promise<void> {
  const finished = await runChecks(checks, (one) => console.log(lineFor(one)));
  console.log(['', ...remarks, summary(finished)].join('\n\n'));
  if (!allWell(finished)) process.exitCode = 1;
}

/** The named checks and all they need, in the order of the list. */
export function choose(all: readonly Check[], names: readonly string[]): readonly Check[] {
  const chosen = new Set<string>();
  const add = (name: string): void => {
    const check = all.find((one) => one.name === name);
    if (check === undefined) {
      const known = all.map((one) => one.name).join(', ');
      throw new Error(`There is no check "${name}". There are: ${known}.`);
    }
    chosen.add(name);
    check.needs?.forEach(add);
    check.after?.forEach(add);
  };
  names.forEach(add);
  return all.filter((one) => chosen.has(one.name));
}
