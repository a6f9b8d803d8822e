import { measureFrames } from './many-lanes.ts';
import { expect, test } from './site.ts';

test('playing a thousand lanes costs at least twenty times less script than drawing them anew', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const { played, redrawn } = await measureFrames(context, 1000, 15);
  const sum = (costs: readonly number[]) => costs.reduce((a, b) => a + b, 0);
  expect(sum(redrawn)).toBeGreaterThan(20 * sum(played));
  await context.close();
});
