import type { Page } from 'playwright/test';

declare global {
  interface Window {
    watched: { shift: number; shifts: string[]; violations: string[] };
  }
}

/** What went wrong while a page loaded and was used, one line each. */
export interface Watch {
  readonly complaints: string[];
  /** Addresses asked for, in order, redirects included. */
  readonly requests: string[];
}

/** Notes everything a reader must not be served. To be called before the page is visited. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    requests.push(request.url());
    if (url.origin !== origin) complaints.push(`request to another site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  await page.addInitScript(() => {
    window.watched = { shift: 0, shifts: [], violations: [] };
    document.addEventListener('securitypolicyviolation', (event) => {
      window.watched.violations.push(`${event.effectiveDirective} stopped ${event.blockedURI}`);
    });
    interface LayoutShift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        window.watched.shift += entry.value;
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          window.watched.shifts.push(element?.outerHTML.slice(0, 120) ?? 'an element that is gone');
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { complaints, requests };
}

/** Waits until fonts are there and the browser has drawn what it has. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}
