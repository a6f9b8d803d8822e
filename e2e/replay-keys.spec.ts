import { desk, FIRST_TURN, openStill, PAIR, replay, SLEEPERS } from './figure.ts';
import { axeFindings } from './accessibility.ts';
import { expect, openPage, test } from './site.ts';

test.describe('by keyboard', () => {
  test('the slider takes the keys of a slider, and says where it is', async ({ browser, site }) => {
    const page = await openPage(browser, desk);
    await page.goto(site.at(SLEEPERS));
    const { slider, position, sentence } = replay(page, 'three-sleepers');
    await slider.focus();
    const at = (step: number) => expect(position).toContainText(`step ${step} of`);
    await page.keyboard.press('ArrowRight');
    await at(FIRST_TURN);
    await page.keyboard.press('ArrowUp');
    await at(FIRST_TURN + 1);
    await page.keyboard.press('ArrowLeft');
    await at(FIRST_TURN);
    await page.keyboard.press('End');
    const [, last] = /of (\d+)/.exec(await position.innerText()) ?? [];
    await at(Number(last));
    await page.keyboard.press('PageDown');
    await expect(position).not.toContainText(`step ${last} of`);
    await page.keyboard.press('Home');
    await at(1);
    await page.keyboard.press('PageUp');
    await expect(position).toContainText('0.5 s');
    const words = await slider.getAttribute('aria-valuetext');
    expect(words).toMatch(/^0\.5\ss, step \d+: .+/);
    expect(words).toContain(await sentence.innerText());
    // With Shift to the next step of the same lane.
    await page.goto(`${site.at(SLEEPERS)}#three-sleepers--timers-set`);
    await expect(position).toContainText('0.0 s');
    await slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(sentence).toContainText(/^(sleeper )?c/);
    await expect(position).toContainText('0.5 s');
    await page.context().close();
  });

  test('each button does its own job and no other', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { play, back, forward, position } = replay(page, 'three-sleepers');
    await expect(back).toBeDisabled();
    await forward.focus();
    await page.keyboard.press('Enter');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await page.keyboard.press('Space');
    await expect(position).toContainText(`step ${FIRST_TURN + 1} of`);
    await expect(play).toHaveAccessibleName('Play');
    await back.focus();
    await page.keyboard.press('Space');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await play.focus();
    await page.keyboard.press('Enter');
    await expect(play).toHaveAccessibleName('Pause');
    await page.keyboard.press('Space');
    await expect(play).toHaveAccessibleName('Play');
    await page.context().close();
  });

  test('full stop, comma, K and Escape work anywhere in the figure', async ({ browser, site }) => {
    const page = await openStill(browser, site, SLEEPERS);
    const { root, play, position } = replay(page, 'three-sleepers');
    await root.getByRole('region', { name: /^Program/ }).focus();
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect(position).toContainText(`step ${FIRST_TURN + 1} of`);
    await page.keyboard.press(',');
    await expect(position).toContainText(`step ${FIRST_TURN} of`);
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Pause');
    await page.keyboard.press('Escape');
    await expect(play).toHaveAccessibleName('Play');
    await page.context().close();
  });

  test('the lists of speeds and of keys keep their own keys; < and > change the speed from elsewhere', async ({
    browser,
    site,
  }) => {
    const page = await openPage(browser, desk);
    await page.goto(site.at(SLEEPERS));
    const { root, speed, play, position } = replay(page, 'three-sleepers');
    await expect(speed).toHaveValue('1');
    await play.focus();
    await page.keyboard.press('>');
    await expect(speed).toHaveValue('2');
    await page.keyboard.press('<');
    await page.keyboard.press('<');
    await expect(speed).toHaveValue('0.5');
    await speed.focus();
    await page.keyboard.press('ArrowDown');
    await expect(speed).toHaveValue('1');
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Play');
    await expect(position).not.toContainText('step 1 of');
    await root.getByRole('button', { name: 'Keys' }).press('Enter');
    const list = page.locator('.key-list');
    await expect(list).toBeVisible();
    await expect(list).toContainText('play or pause');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await root.getByRole('button', { name: 'Keys' }).click();
    await expect(list).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('arrows outside the slider scroll the page', async ({ browser, site }) => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 500 } });
    await page.goto(site.at(SLEEPERS));
    const { play, position } = replay(page, 'three-sleepers');
    const top = () => page.evaluate(() => scrollY);
    for (const element of [page.getByRole('main'), play]) {
      await element.focus();
      const before = await top();
      await page.keyboard.press('ArrowDown');
      await expect.poll(top).toBeGreaterThan(before);
    }
    await expect(position).not.toContainText('turn 1 of');
    await page.context().close();
  });

  test('two recordings move together, by ring, buttons and keys', async ({ browser, site }) => {
    const page = await openStill(browser, site, '');
    const { play, back, forward, slider, sentence, position } = replay(page, PAIR);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(position).toContainText('0.0 s');
    await page.keyboard.press('End');
    await expect(position).toContainText('clock 5.0 s');
    await expect(slider).toHaveAttribute('aria-valuetext', /^5\.0\ss: .+/);
    await back.press('Enter');
    await expect(position).toContainText('clock 4.0 s');
    await forward.press('Space');
    await expect(forward).toBeDisabled();
    await play.press('Enter');
    await expect(play).toHaveAccessibleName('Pause');
    await expect(sentence).toHaveAttribute('aria-live', 'off');
    await page.keyboard.press('k');
    await expect(play).toHaveAccessibleName('Play both');
    await expect(sentence).toHaveAttribute('aria-live', 'polite');
    await page.context().close();
  });
});
