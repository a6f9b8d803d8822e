import type { Finished } from '#tools/checks/run-checks.ts';

/** The line or lines shown when a check has finished. */
export function lineFor({ check, outcome, seconds }: Finished): string {
  const mark = outcome.failed > 0 ? '✗' : '✓';
  const count = outcome.failed > 0 ? `${outcome.failed} failed` : `${outcome.passed} passed`;
  const head = `${mark} ${check.name.padEnd(14)} ${count.padStart(12)} ${seconds.toFixed(1).padStart(6)} s  ${check.about}`;
  if (outcome.failed === 0) return head;
  const details = outcome.details?.trim() ?? 'It failed and gave no reason.';
  return `${head}\n\n${details.replaceAll(/^(?=.)/gm, '    ')}\n`;
}

/** What stands at the very end: reports, what could not be checked, and the sum alone on a line. */
export function summary(finished: readonly Finished[]): string {
  const sections = finished.flatMap(({ outcome }) => outcome.report ?? []);
  const notChecked = finished.flatMap(({ outcome }) => outcome.notChecked ?? []);
  if (notChecked.length > 0) {
    const list = notChecked.map((what) => `  - ${what}`).join('\n');
    sections.push(`Not checked on this machine:\n${list}`);
  }
  const broken = finished.filter(({ outcome }) => outcome.failed > 0);
  if (broken.length > 0) {
    sections.push(`Failed, see above: ${broken.map(({ check }) => check.name).join(', ')}`);
  }
  const passed = finished.reduce((sum, { outcome }) => sum + outcome.passed, 0);
  const failed = finished.reduce((sum, { outcome }) => sum + outcome.failed, 0);
  sections.push(`${passed} passed, ${failed} failed`);
  return sections.join('\n\n');
}

/** True when no check failed. */
export function allWell(finished: readonly Finished[]): boolean {
  return finished.every(({ outcome }) => outcome.failed === 0);
}
