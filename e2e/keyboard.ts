import type { Page } from 'playwright/test';

/**
 * Goes through the page with the Tab key and tells what a reader without a mouse cannot reach, or
 * reaches without seeing it. Ends with the focus where it began.
 */
export async function keyboardFindings(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate(prepare);
  const keys = await page.context().newCDPSession(page);
  // The browser takes the presses in order; to wait for the answer to each would take five times as long.
  await Promise.all(
    Array.from({ length: stops + 1 }, () => keys.send('Input.dispatchKeyEvent', TAB)),
  );
  await keys.detach();
  return page.evaluate(readFindings);
}

const TAB = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

declare global {
  interface Window {
    keyboard: { reached: Set<Element>; findings: string[]; expected(): Element[] };
  }
}

/** Runs in the page. Answers how many places the Tab key should stop at. */
function prepare(): number {
  const name = (element: Element): string => {
    const label = element.getAttribute('aria-label') ?? element.textContent.trim();
    return `<${element.tagName.toLowerCase()}> "${label.slice(0, 60)}"`;
  };
  const expected = (): Element[] => {
    const controls = 'a[href], button, input, select, textarea, summary, audio, video';
    // What says that it is one has to be one for the keyboard, too.
    const named = ['button', 'link', 'checkbox', 'switch', 'slider'].map(
      (role) => `[role=${role}]`,
    );
    const places = '[tabindex]:not([tabindex^="-"])';
    const selector = [controls, ...named, places].join();
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      const isOff = element.matches(':disabled, [inert] *, input[type=hidden]');
      return !isOff && element.checkVisibility({ visibilityProperty: true });
    });
  };
  const seen = (element: Element): string | undefined => {
    for (const animation of document.getAnimations()) animation.finish();
    const { width, height, bottom, right } = element.getBoundingClientRect();
    if (width < 1 || height < 1) return 'has no size when it has the focus';
    if (bottom <= 0 || right <= 0) return 'is outside of the page when it has the focus';
    const drawn = [element, ...element.querySelectorAll('*')].some((candidate) => {
      const style = getComputedStyle(candidate);
      return (
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none'
      );
    });
    return drawn ? undefined : 'shows no outline when it has the focus';
  };
  const keyboard = { reached: new Set<Element>(), findings: [] as string[], expected };
  window.keyboard = keyboard;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || keyboard.reached.has(target)) return;
    keyboard.reached.add(target);
    const fault = seen(target);
    if (fault !== undefined) keyboard.findings.push(`${name(target)} ${fault}`);
  });
  (document.activeElement as HTMLElement | null)?.blur();
  return expected().filter((element) => !element.matches('[tabindex^="-"]')).length;
}

/** Runs in the page, after the walk. */
function readFindings(): string[] {
  const { reached, findings, expected } = window.keyboard;
  const isReached = (element: Element): boolean => {
    // The Tab key stops once in a group of radio buttons; arrows do the rest.
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      return [...reached].some(
        (one) => one instanceof HTMLInputElement && one.name === element.name,
      );
    }
    // So it is in a group that has one stop and arrow keys for the others.
    if (element.matches('[tabindex^="-"]')) {
      const group = element.closest('[role=group], [role=toolbar], [role=tablist]');
      return [...reached].some((one) => group?.contains(one));
    }
    return reached.has(element);
  };
  const missed = expected().filter((element) => !isReached(element));
  return [
    ...findings,
    ...missed.map((element) => `the Tab key does not reach ${element.outerHTML.slice(0, 120)}`),
  ];
}
