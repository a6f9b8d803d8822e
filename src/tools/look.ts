/** `npm run look [page…]`: pictures of pages as readers see them, and one sheet with all of them. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { nearest } from '#links/nearest.ts';
import { launchOptions } from '#tools/browser.ts';
import { readBuiltSite } from '#tools/checks/built-site.ts';
import { contactSheets, pictureName, views, type Picture } from '#tools/contact-sheet.ts';
import { listen } from '#tools/static-server.ts';

const folder = 'look';
const atATime = 3;
/** Taller pages are cut: the sheet is for the eye, not for reading. */
const tallest = 6000;

async function photograph(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const { width, scheme } = picture;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(origin + picture.path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // In a low window, what sticks to its edge would lie over the rest; the footer stands below one.
    const [height, above] = await page.evaluate(() => {
      const { scrollHeight } = document.documentElement;
      const footer = document.querySelector<HTMLElement>('body > footer')?.offsetHeight ?? 0;
      return [scrollHeight, scrollHeight - footer];
    });
    await page.setViewportSize({ width, height: Math.min(above, tallest) });
    const clip = { x: 0, y: 0, width, height: Math.min(height, tallest) };
    await page.screenshot({ path: join(folder, picture.file), fullPage: true, clip });
  } finally {
    await context.close();
  }
}

async function chosenPaths(words: readonly string[]): Promise<readonly string[]> {
  const site = await readBuiltSite('dist');
  const paths = site.pages.map(({ path }) => path);
  if (words.length === 0) return paths;
  return words.map((word) => {
    const name = word.replaceAll(/^\/|\/$/g, '');
    const wanted = ['', 'home', 'index'].includes(name) ? '' : `${name}/`;
    const path = paths.find(
      (one) => one === site.base + wanted || one === `${site.base}${name}.html`,
    );
    if (path !== undefined) return path;
    const known = paths.map((one) => one.slice(site.base.length).replace(/\/$/, '') || 'home');
    throw new Error(
      `dist/ has no page "${word}". The nearest of ${known.length}: ${nearest(name, known).join(', ')}. ` +
        'If the page is new, build first: npm run build',
    );
  });
}

async function look(words: readonly string[]): Promise<void> {
  const paths = await chosenPaths(words);
  const pictures: Picture[] = paths.flatMap((path) =>
    views.map((view) => ({ path, ...view, file: pictureName(path, view) })),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { server, port } = await listen('dist', 0, '127.0.0.1');
  const browser = await chromium.launch(launchOptions());
  try {
    const queue = [...pictures];
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await photograph(browser, `http://127.0.0.1:${port}`, next);
      }
    };
    await Promise.all(Array.from({ length: atATime }, worker));
    const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
    for (const [index, html] of contactSheets(pictures).entries()) {
      const sheet = join(process.cwd(), folder, `sheet${index === 0 ? '' : `-${index + 1}`}`);
      await writeFile(`${sheet}.html`, html);
      await page.goto(`file://${sheet}.html`);
      await page.screenshot({ path: `${sheet}.png`, fullPage: true });
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  console.log(`${pictures.length} pictures of ${paths.length} pages are in ${folder}/.`);
  console.log(`All on one sheet: ${folder}/sheet.png (or ${folder}/sheet.html)`);
}

try {
  await look(process.argv.slice(2));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
