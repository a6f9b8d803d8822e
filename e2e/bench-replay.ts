/**
 * `npm run bench:replay`: how long figures take in a browser, in milliseconds, written to
 * e2e/bench-replay.json. It needs `dist/`: type `npm run build` first.
 */
import { writeFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { findBrowser, launchOptions } from '#tools/browser.ts';
import { listen } from '#tools/static-server.ts';
import { measureFrames } from './many-lanes.ts';

const LANES = 1000;
const FRAMES = 90;
const PRESSES = 40;

/** From a press of "one step forward" to the frame behind the one that shows it. */
async function stepsToPaint(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  const costs = await page.evaluate(async (presses) => {
    const figure = document.querySelector('replay-figure');
    const button = figure?.querySelector<HTMLButtonElement>('.forward');
    if (!figure || !button) throw new Error('The page has no replay.');
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await figure.visit(20);
    const costs: number[] = [];
    for (let press = 0; press < presses; press++) {
      const start = performance.now();
      button.click();
      await painted();
      costs.push(performance.now() - start);
    }
    return costs;
  }, PRESSES);
  await page.close();
  return costs;
}

function shareOf(costs: readonly number[], part: number): number {
  const sorted = [...costs].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 100) / 100;
}
const told = (costs: readonly number[]) => ({
  median: shareOf(costs, 0.5),
  p95: shareOf(costs, 0.95),
});

const browser = await chromium.launch(launchOptions(findBrowser()));
const { server, port } = await listen('dist', 0, '127.0.0.1');
try {
  const { played, redrawn } = await measureFrames(await browser.newContext(), LANES, FRAMES);
  const at = (name: string) => `http://127.0.0.1:${port}/examples/${name}/`;
  const result = {
    browser: browser.version(),
    [`a frame of playing ${LANES} lanes x 5 bars`]: told(played),
    [`drawing them anew`]: told(redrawn),
    'step to paint, three sleepers': told(await stepsToPaint(browser, at('three-sleepers'))),
    'step to paint, a hundred lanes': told(await stepsToPaint(browser, at('hundred-tasks'))),
  };
  writeFileSync('e2e/bench-replay.json', `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(result);
} finally {
  server.close();
  server.closeAllConnections();
  await browser.close();
}
