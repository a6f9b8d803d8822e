import type { Page } from 'playwright/test';

/** The pieces of text a reader sees in the main part of the page; words on controls left out. */
export function visibleText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null) continue;
      if (parent.closest('button, select, dialog, output, script, template, [role=status]'))
        continue;
      if (parent.checkVisibility({ visibilityProperty: true })) texts.push(text);
    }
    return texts;
  });
}

/**
 * Controls that are shown although they can do nothing without scripts: a button that opens no
 * popover and sends no form, a field that belongs to no form that leads somewhere.
 */
export function idleControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const { form } = control as HTMLInputElement;
        if (form?.hasAttribute('action')) return false;
        return !control.hasAttribute('popovertarget') && !control.hasAttribute('commandfor');
      })
      .map((control) => control.outerHTML.slice(0, 160)),
  );
}
