import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { findBrowser, launchOptions } from '#tools/browser.ts';
import { browserReport } from '#tools/checks/tested-site.ts';

const browser = findBrowser();
// Each worker reads this file again; it must not look, or install, a second time.
process.env['CHROMIUM_PATH'] = browser;

// Nothing leaves this machine. A rule of the browser's costs nothing; to stop each request would end its cache.
const HERE_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
const options = launchOptions(browser);

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  // Playwright's own choice, half of the cores, leaves one of two idle.
  workers: availableParallelism(),
  retries: 0,
  timeout: 60_000,
  reporter: [['line'], ['json', { outputFile: `../${browserReport}` }]],
  use: { launchOptions: { ...options, args: [...(options.args ?? []), HERE_ONLY] } },
});
