import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import {
  test as playwrightTest,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from 'playwright/test';
import { underPath } from '#tools/checks/tested-site.ts';
import { listen } from '#tools/static-server.ts';
import { arriveLate } from './late.ts';
import { settled, watch, type Watch } from './watch.ts';

export { expect } from 'playwright/test';

/** The built site while it is served on this machine to one worker. */
export interface ServedSite {
  readonly origin: string;
  readonly base: string;
  /** The address of a page of the site: `at('concurrency/')`; the home page is `at('')`. */
  at(page: string): string;
}

/** Somebody who reads one page after the other while all that goes wrong is noted. */
export interface Reader {
  readonly page: Page;
  /** Of the visit that is going on. */
  readonly watched: Watch;
  visit(name: string): Promise<void>;
}

interface Shared {
  site: ServedSite;
  /** One tab for many visits: a browser starts a process for each new one. */
  reader: Reader;
  /** One who has been here before: fonts and scripts are in the cache, and nothing comes late. */
  regular: Reader;
  readerWithoutScripts: Page;
}

export const test = playwrightTest.extend<object, Shared>({
  site: [
    async ({}, use) => {
      const { server, port } = await listen(underPath.folder, 0, '127.0.0.1');
      const origin = `http://127.0.0.1:${port}`;
      const base = underPath.base;
      await use({ origin, base, at: (page) => origin + base + page });
      await close(server);
    },
    { scope: 'worker' },
  ],
  reader: [
    async ({ browser, site }, use) => {
      const page = await openPage(browser, {});
      await use(await readerIn(page, site, arriveLate));
      await page.context().close();
    },
    { scope: 'worker' },
  ],
  regular: [
    async ({ browser, site }, use) => {
      const page = await openPage(browser, {});
      await use(await readerIn(page, site));
      await page.context().close();
    },
    { scope: 'worker' },
  ],
  readerWithoutScripts: [
    async ({ browser }, use) => {
      const view = { viewport: { width: 360, height: 900 } };
      const page = await openPage(browser, { ...view, javaScriptEnabled: false });
      await use(page);
      await page.context().close();
    },
    { scope: 'worker' },
  ],
});

/** Reads in a tab that stays open for all visits; `delay` decides for each what of it comes late. */
async function readerIn(page: Page, site: ServedSite, delay?: typeof arriveLate): Promise<Reader> {
  const watched = await watch(page, site.origin);
  const comesLate = await delay?.(page);
  const visit = async (name: string) => {
    watched.complaints.length = watched.requests.length = 0;
    comesLate?.(`${name}index.html`);
    await page.goto(site.at(name));
    await settled(page);
  };
  return { page, watched, visit };
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** Every page of the sitemap, without host and base: `''` is the home page. */
export function pages(): readonly string[] {
  const start = underPath.site + underPath.base;
  let xml: string;
  try {
    xml = readFileSync(`${underPath.folder}/sitemap.xml`, 'utf8');
  } catch {
    throw new Error(`${underPath.folder}/sitemap.xml is not there. Type: npm run e2e`);
  }
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => {
    if (!address.startsWith(start)) throw new Error(`${address} in sitemap.xml is not in ${start}`);
    return address.slice(start.length);
  });
}

/** A page in a context of its own. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}
