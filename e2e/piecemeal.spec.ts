import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { underPath } from '#tools/checks/tested-site.ts';
import { listen } from '#tools/static-server.ts';
import { expect, openPage, test } from './site.ts';
import { watch } from './watch.ts';

const PAGE = 'examples/save-in-a-group/';

/** Where the page stops coming in for a while: in the header, and within what a phone shows in another order. */
const STOPS = [
  '<a class="to-search"',
  '<theme-switch',
  '<option value="auto"',
  '<button class="menu-button"',
  '</header>',
  '<div class="program"',
  '<div class="says"',
  '<div class="transport"',
  '<div class="track"',
  '<input type="range"',
  '<p class="position"',
  '<ol class="key-steps"',
  '<details class="inspect"',
  '<p class="provenance"',
];

for (const width of [360, 1440])
  test(`nothing moves while a page comes in piece by piece, at ${width} px`, async ({
    browser,
  }) => {
    const html = readFileSync(`${underPath.folder}/${PAGE}index.html`, 'utf8');
    const cuts = STOPS.map((stop) => html.indexOf(stop));
    expect(cuts, 'each stop is in the page').not.toContain(-1);
    const ends = [...cuts.toSorted((a, b) => a - b), html.length];

    const { server, port } = await listen(underPath.folder, 0, '127.0.0.1');
    const asked = Promise.withResolvers<ServerResponse>();
    const [others] = server.listeners('request') as ((
      request: IncomingMessage,
      response: ServerResponse,
    ) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (request.url === underPath.base + PAGE) asked.resolve(response);
      else others?.(request, response);
    });
    const origin = `http://127.0.0.1:${port}`;
    const page = await openPage(browser, { viewport: { width, height: 900 } });
    await watch(page, origin);
    const arrived = page.goto(origin + underPath.base + PAGE, { waitUntil: 'commit' });
    const response = await asked.promise;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    let sent = 0;
    for (const end of ends) {
      const piece = html.slice(sent, end);
      sent = end;
      if (end === html.length) response.end(piece);
      else if (!response.write(piece)) await once(response, 'drain');
      await arrived;
      await page.waitForSelector('body', { state: 'attached' });
      // Until what is there is drawn.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      });
    }
    await page.waitForLoadState('load');
    expect(await page.evaluate(() => window.watched.shifts)).toEqual([]);
    await page.context().close();
    server.closeAllConnections();
    server.close();
  });
