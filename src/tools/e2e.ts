/** `npm run e2e`: builds the site under a path and runs the browser tests; words after `--` go to Playwright. */
import { findBrowser } from '#tools/browser.ts';
import { browserTests } from '#tools/checks/browser-tests.ts';
import { choose, runCommand } from '#tools/checks/command.ts';
import { checks } from '#tools/checks/list.ts';

const words = process.argv.slice(2);

try {
  process.env['CHROMIUM_PATH'] = findBrowser();
  await runCommand(
    choose(checks, ['e2e']).map((check) =>
      check.name === 'e2e' ? { ...check, run: () => browserTests(words) } : check,
    ),
  );
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
