import type { Outcome } from '#tools/checks/check.ts';
import { run } from '#tools/checks/process.ts';

/**
 * Every `*.test.ts` under src, on Node's own runner, one after the other in one process: what they all
 * load is loaded once, and so is the interpreter's code made fast once for all that record.
 */
export async function unitTests(): Promise<Outcome> {
  const args = ['--test', '--test-isolation=none', '--test-reporter=spec', 'src/**/*.test.ts'];
  const { ok, output } = await run(process.execPath, args);
  return outcomeOf(ok, output);
}

/** Reads the counts and the skipped tests off the end of what Node's `spec` reporter prints. */
export function outcomeOf(ok: boolean, output: string): Outcome {
  const count = (word: string) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1]);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled');
  if (!Number.isFinite(passed) || !Number.isFinite(failed)) {
    return { passed: 0, failed: 1, details: `The test runner did not finish.\n${output}` };
  }
  const skipped = [...output.matchAll(/^\s*﹣ (.+?) \([\d.]+ms\) # (.+)$/gm)];
  const notChecked = skipped.map(([, name, reason]) => `${name}: ${reason}`);
  if (failed === 0 && ok) return { passed, failed, notChecked };
  const failures = output
    .slice(Math.max(0, output.indexOf('✖ failing tests:')))
    .replaceAll(/\n +at .*node:internal.*/g, '');
  return { passed, failed: Math.max(failed, 1), details: failures, notChecked };
}
