import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { findBrowser, launchOptions } from '#tools/browser.ts';
import { browserReport } from '#tools/checks/tested-site.ts';

const browser = findBrowser();
// Each worker reads this file again; it must not look, or install, a second time.
process.env['CHROMIUM_PATH'] = browser;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  // Playwright's own choice, half of the cores, leaves one of two idle.
  workers: availableParallelism(),
  retries: 0,
  timeout: 60_000,
  reporter: [['line'], ['json', { outputFile: `../${browserReport}` }]],
  use: { launchOptions: launchOptions(browser) },
});
