import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { underPath } from '#tools/checks/tested-site.ts';
import type { FrameLocator } from 'playwright/test';
import { expect, test } from './site.ts';

/**
 * Embeds in a frame of another origin, as wikis show them. There are hundreds and all are made alike:
 * one of each kind is tried, the first by name.
 */
function embeds(): readonly Embed[] {
  const folder = `${underPath.folder}/embed/`;
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .sort()
    .map((file) => ({
      path: `embed/${file.replace('index.html', '')}`,
      html: readFileSync(folder + file, 'utf8'),
    }));
  const first = (shows: Embed['shows'], test: (html: string) => boolean) => {
    const found = all.find(({ html }) => test(html));
    return found ? [{ path: found.path, shows }] : [];
  };
  return [
    ...first('run', (html) => html.includes('<replay-figure') && !html.includes('data-parked')),
    ...first('moment', (html) => html.includes('<replay-figure') && html.includes('data-parked')),
    ...first('run', (html) => html.includes('<compare-fig') && !html.includes('instants.</span>')),
    ...first('moment', (html) => html.includes('data-parked') && html.includes('instants.</span>')),
    ...first('diagram', (html) => html.includes('<drawn-figure')),
  ];
}

interface Embed {
  readonly path: string;
  readonly shows: 'run' | 'moment' | 'diagram';
}

async function forward(frame: FrameLocator) {
  await frame.getByRole('button', { name: /forward|next/ }).click();
  await expect(frame.locator('.strip .playhead')).toBeVisible();
}

const frames = [
  ['allow-scripts', 'plays'],
  ['allow-scripts allow-same-origin allow-popups', 'plays'],
  ['', 'is whole without scripts'],
] as const;

for (const { path, shows } of embeds()) {
  test(`/${path} in a frame of another origin`, async ({ browser, site }) => {
    const host = createServer((request, response) => {
      const sandbox = new URL(request.url ?? '/', 'http://host').searchParams.get('sandbox') ?? '';
      response
        .setHeader('content-type', 'text/html')
        .end(
          `<!doctype html><title>Wiki</title><iframe sandbox="${sandbox}" width="320" height="400" src="${site.at(path)}?theme=dark"></iframe>` +
            '<script>addEventListener("message", ({ source, data }) => { if (source === document.querySelector("iframe").contentWindow) document.querySelector("iframe").height = data.interleaveHeight; });</script>',
        );
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    const address = host.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const context = await browser.newContext({ colorScheme: 'light' });
    try {
      for (const [sandbox, does] of frames) {
        const page = await context.newPage();
        const faults: string[] = [];
        const loaded: string[] = [];
        page.on('pageerror', ({ message }) => faults.push(message));
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        page.on('request', (request) => loaded.push(request.url()));
        // "localhost" is another site than 127.0.0.1 to the browser.
        await page.goto(`http://localhost:${port}/?sandbox=${encodeURIComponent(sandbox)}`);
        const frame = page.frameLocator('iframe');
        await expect(frame.locator('figcaption')).toBeVisible();
        const drawn = shows === 'diagram' ? '.drawn' : '.strip .lane';
        await expect(frame.locator(drawn).first()).toBeVisible();
        if (does === 'plays') {
          if (shows !== 'diagram') await forward(frame);
          // Dark, as asked for in the address, on a light host.
          await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(20, 22, 26)');
          await expect
            .poll(() =>
              page.locator('iframe').evaluate((one) => Number(one.getAttribute('height'))),
            )
            .toBeGreaterThan(400);
        } else if (shows === 'moment') await expect(frame.locator('.playhead')).toBeVisible();
        else if (shows === 'run') await expect(frame.locator('.needs-script').first()).toBeHidden();
        const inside = page.frames()[1];
        const wide = await inside?.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(320);
        expect(loaded.filter((url) => url.startsWith(site.origin))).toHaveLength(1);
        // A frame without scripts says that it may not run them; that is what was asked for.
        expect(faults.filter((fault) => !/sandboxed/.test(fault))).toEqual([]);
        await page.close();
      }
    } finally {
      await context.close();
      host.close();
      host.closeAllConnections();
    }
  });
}
