import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageFrom } from '#outputs/built-pages.ts';
import { movedPage, withOldIds } from '#outputs/moves.ts';
import { listen } from '#tools/static-server.ts';
import { expect, openPage, test } from './site.ts';

const tall = '<p>…</p>'.repeat(200);
const target = `<!doctype html><html lang="en"><head><title>New</title></head><body><main><h1>New</h1>${tall}<h2 id="b">B</h2>${tall}<h2 id="c">C</h2>${tall}</main></body></html>`;

/** A site of two pages, one of which moved. */
function movedSite(): string {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'moved-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('index.html', target);
  write('new/index.html', withOldIds(target, [['old-c', 'c']], []));
  const move = { to: '/new/', sections: { a: '/new/#b' } };
  write('old/index.html', movedPage(move, pageFrom('new/index.html', target), '/'));
  copyFileSync('public/moved.js', join(folder, 'moved.js'));
  return folder;
}

test('an old address leads to the new one with its section, and without scripts to the page', async ({
  browser,
}) => {
  const folder = movedSite();
  const { server, port } = await listen(folder, 0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  try {
    const page = await openPage(browser, { viewport: { width: 800, height: 600 } });
    for (const [from, to, id] of [
      ['/old/#a', '/new/#b', 'b'],
      ['/old/#c', '/new/#c', 'c'],
      ['/new/#old-c', '/new/#old-c', 'c'],
    ] as const) {
      await page.goto(origin + from);
      await page.waitForURL(origin + to);
      await expect(page.locator(`#${id}`)).toBeInViewport();
    }
    await page.context().close();

    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.goto(`${origin}/old/`);
    await plain.waitForURL(`${origin}/new/`);
    await plain.context().close();
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
});
