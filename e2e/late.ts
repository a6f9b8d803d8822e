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
 * line, so that whatever they move is seen to move. The answer is called before each visit with the
 * page's file below the built folder.
 */
export async function arriveLate(page: Page): Promise<(file: string) => void> {
  let painted = Promise.withResolvers<void>();
  let modules: readonly (string | undefined)[] = [];
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
  return (file) => {
    painted = Promise.withResolvers<void>();
    const html = readFileSync(join(underPath.folder, file), 'utf8');
    modules = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src]) => src);
  };
}
