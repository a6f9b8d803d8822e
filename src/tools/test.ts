/** `npm test`: makes sure of a browser, then runs every check there is. */
import { findBrowser } from '#tools/browser.ts';
import { runCommand } from '#tools/checks/command.ts';
import { checks } from '#tools/checks/list.ts';

try {
  // Looked for once, before the minutes of checks; what they start inherits the answer.
  process.env['CHROMIUM_PATH'] = findBrowser();
  await runCommand(checks);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
