import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { underPath } from '#tools/checks/tested-site.ts';

declare global {
  interface Window {
    painted(): void;
  }
}

/**
 * Holds fonts and module scripts back until the page has been painted without them, as on a slow
 * line, so that whatever they move is seen to move. `file` is the page's, below the built folder.
 */
export async function arriveLate(page: Page, file: string): Promise<void> {
  const html = readFileSync(join(underPath.folder, file), 'utf8');
  const modules = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src]) => src);
  const painted = Promise.withResolvers<void>();
  await page.exposeFunction('painted', () => painted.resolve());
  await page.addInitScript(() => {
    new PerformanceObserver(() => window.painted()).observe({ type: 'paint', buffered: true });
  });
  await page.route(
    ({ pathname }) => pathname.endsWith('.woff2') || modules.includes(pathname),
    async (route) => {
      await painted.promise;
      await route.continue();
    },
  );
}
