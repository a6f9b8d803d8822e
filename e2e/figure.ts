import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright/test';
import { openPage, type ServedSite } from './site.ts';

export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const SLEEPERS = 'examples/three-sleepers/';
export const BLOCKING = 'examples/five-blocking/';
/** The comparison of the home page. */
export const PAIR = 'five-calls';
/** Where the first press leads in the three sleepers: what comes before only sets the stage. */
export const FIRST_TURN = 8;

/** A page whose clock stands until it is moved. */
export async function openStill(
  browser: Browser,
  site: ServedSite,
  address: string,
  options: BrowserContextOptions = desk,
): Promise<Page> {
  const page = await openPage(browser, options);
  await page.clock.install({ time: 0 });
  await page.goto(site.at(address));
  await page.clock.pauseAt(60_000);
  return page;
}

/** A replay as a reader takes it in hand: what can be pressed, and what it says. */
export interface ReplayHandle {
  readonly root: Locator;
  readonly play: Locator;
  readonly back: Locator;
  readonly forward: Locator;
  readonly slider: Locator;
  readonly speed: Locator;
  readonly sentence: Locator;
  /** "step 3 of 86 · turn 1 of 12 · 0.0 s" once the reader has moved. */
  readonly position: Locator;
  /** The line of code that is marked. */
  readonly line: Locator;
}

export function replay(page: Page, id: string): ReplayHandle {
  const root = page.locator(`[id="${id}"]`);
  const button = (name: string | RegExp) => root.getByRole('button', { name });
  return {
    root,
    play: button(/^(Play|Pause)/),
    back: button(/back$|before$/),
    forward: button(/forward$|next instant$/),
    slider: root.getByRole('slider'),
    speed: root.getByRole('combobox', { name: 'Speed' }),
    sentence: root.locator('.sentence'),
    position: root.locator('.position'),
    line: root.getByRole('region', { name: 'Program' }).locator('[aria-current=step]'),
  };
}

/** What a figure says and marks, all of it. */
export async function told({ position, sentence, line }: ReplayHandle): Promise<string[]> {
  return [position, sentence, line].reduce<Promise<string[]>>(
    async (before, part) => [...(await before), (await part.allInnerTexts()).join(' ').trim()],
    Promise.resolve([]),
  );
}

declare global {
  interface Window {
    framesAsked: number;
    allShifts: string[];
  }
}

/** Counts how often the page asks for a frame to draw in. To be called before a visit. */
export async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.framesAsked = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => {
      window.framesAsked++;
      return ask(draw);
    };
  });
}

/** Notes what moves, also right after a press, which the browser's own score forgives. To be called before a visit. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.allShifts = [];
    interface LayoutShift extends PerformanceEntry {
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as LayoutShift[])
        for (const { node } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          window.allShifts.push(element?.outerHTML.slice(0, 90) ?? 'an element that is gone');
        }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
