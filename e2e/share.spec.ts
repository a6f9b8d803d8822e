import type { Page } from 'playwright/test';
import { expect, openPage, test } from './site.ts';

/** What lies in the clipboard, by type. */
function clipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const texts = (item?.types ?? []).map(async (type) => [
      type,
      (await (await item?.getType(type))?.text()) ?? '',
    ]);
    return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
  });
}

test('a heading is copied as rich text and Markdown, and in every form of the menu, by keyboard', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(site.at('mistakes/'));
  const address = `${site.at('mistakes/')}#blocking`;
  const words = 'Why does one call freeze everything else?';
  await page.getByRole('link', { name: `Link to “${words}”` }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(page.url()).toBe(address);
  expect(await clipboard(page)).toEqual({
    'text/html': `<a href="${address}">${words}</a>`,
    'text/plain': `[${words}](${address})`,
  });
  for (const [name, text] of [
    ['Plain link', address],
    ['reStructuredText', `\`${words} <${address}>\`__`],
    ['Confluence markup', `[${words}|${address}]`],
    ['MediaWiki', `[${address} ${words}]`],
  ] as const) {
    await page.getByRole('button', { name }).press('Enter');
    await expect(page.getByText(`Copied: ${name}.`)).toBeVisible();
    expect((await clipboard(page))['text/plain']).toBe(text);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'MediaWiki' })).toBeHidden();
  await page.context().close();
});

test('a figure offers its frame, its pictures and the moment at which it stands', async ({
  browser,
  site,
}) => {
  const page = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${site.at('examples/five-tasks/')}#five-tasks--first-call`);
  const figure = page.locator('replay-figure');
  await expect(figure.locator('.playhead')).toBeVisible();
  await figure.getByRole('link', { name: 'Link', exact: true }).click();
  const moment = site.at('embed/five-tasks/first-call/');
  for (const [name, text] of [
    ['Link to this moment', `${site.at('examples/five-tasks/')}#five-tasks--first-call`],
    ['Link with a preview of this moment', moment],
    ['Picture (SVG), light', site.at('embed/five-tasks.svg')],
  ] as const) {
    await figure.getByRole('button', { name }).click();
    await expect(page.getByText(`Copied: ${name}.`)).toBeVisible();
    expect((await clipboard(page))['text/plain']).toBe(text);
  }
  await figure.getByRole('button', { name: 'Frame (iframe)' }).click();
  await expect(page.getByText('Copied: Frame')).toBeVisible();
  expect((await clipboard(page))['text/plain']).toContain(
    `<iframe src="${moment}" title="Five calls`,
  );
  await page.context().close();
});

test('a diagram offers its frame, its pictures and its Mermaid text', async ({ browser, site }) => {
  const page = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(site.at('choosing/'));
  const figure = page.locator('drawn-figure').first();
  await figure.getByRole('link', { name: 'Link', exact: true }).press('Enter');
  const title = await figure.locator('figcaption').innerText();
  const [address, alone] = [`${site.at('choosing/')}#choosing`, site.at('embed/choosing')];
  for (const [name, text] of [
    ['Frame (iframe)', `<iframe src="${alone}/" title="${title}"`],
    ['Linked picture, Markdown', `[![${title}](${alone}.png)](${address})`],
    ['Picture (SVG), dark', `${alone}-dark.svg`],
    ['Mermaid', 'flowchart TB\n'],
  ] as const) {
    await figure.getByRole('button', { name }).press('Enter');
    await expect(page.getByText(`Copied: ${name}.`)).toBeVisible();
    const copied = (await clipboard(page))['text/plain'] ?? '';
    expect(copied.slice(0, text.length)).toBe(text);
  }
  await page.context().close();
});

test('where the clipboard is closed, the text is shown and selected', async ({ browser, site }) => {
  const page = await openPage(browser, {});
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  );
  await page.goto(site.at('topics/'));
  await page.locator('#gil .anchor').press('Enter');
  await expect(page.getByText('keeps the clipboard closed')).toBeVisible();
  const selected = await page.getByRole('textbox', { name: 'Text to copy' }).evaluate((field) => {
    return field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : '';
  });
  expect(selected).toBe(`[global interpreter lock (GIL)](${site.at('topics/')}#gil)`);
  await page.context().close();
});
