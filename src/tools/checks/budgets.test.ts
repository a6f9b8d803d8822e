import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  budgetsSchema,
  isKept,
  loosened,
  rows,
  share,
  table,
  type Budgets,
} from '#tools/checks/budgets.ts';

const budgets = budgetsSchema.parse(JSON.parse(readFileSync('src/tools/budgets.json', 'utf8')));
const light = {
  page: '/light/',
  width: 360,
  figures: 0,
  figureMarkup: 0,
  html: 5000,
  css: 3000,
  js: 1000,
  fonts: 40_000,
  requests: 5,
  shift: 0,
};
const broken = (page: typeof light) =>
  rows(budgets, [light, page])
    .filter((row) => !isKept(row))
    .map(({ budget, worst }) => `${budget}: ${worst?.cost} on ${worst?.page}`);

describe('what a page may cost', () => {
  test('a light page keeps every budget', () => {
    assert.deepEqual(broken(light), []);
  });

  test('each budget is broken by the page that costs too much, and only by it', () => {
    const heavy = { ...light, page: '/heavy/' };
    assert.deepEqual(broken({ ...heavy, html: 17_000 }), [
      'article without fonts and figures, bytes: 21000 on /heavy/',
    ]);
    assert.deepEqual(broken({ ...heavy, requests: 7 }), [
      'requests besides fonts, page without figures: 7 on /heavy/',
    ]);
    assert.deepEqual(broken({ ...heavy, js: 4000 }), [
      'scripts at load, page without figures, bytes: 4000 on /heavy/',
    ]);
    assert.deepEqual(broken({ ...heavy, fonts: 47_000 }), ['fonts, bytes: 47000 on /heavy/']);
    assert.deepEqual(broken({ ...heavy, shift: 0.001 }), ['layout shift: 0.001 on /heavy/']);
  });

  test('how near a page comes is read off the budget that it uses most of', () => {
    assert.equal(share(budgets.most, { ...light, html: 16_480 }), 1);
    const replay = {
      ...light,
      shortReplay: 2 * budgets.most['replay of up to 200 steps, markup, bytes'],
    };
    assert.equal(share(budgets.most, replay), 2);
  });

  test('on a page with figures, their markup and the player are weighed with the whole', () => {
    const replay = { ...light, page: '/replay/', figures: 2, figureMarkup: 14_000 };
    assert.deepEqual(broken({ ...replay, html: 25_000, js: 13_000, requests: 7 }), []);
    assert.deepEqual(broken({ ...replay, html: 30_000, js: 30_000 }), [
      'article with its figures, bytes: 63000 on /replay/',
    ]);
    assert.deepEqual(broken({ ...replay, requests: 10 }), [
      'requests besides fonts, page with figures: 10 on /replay/',
    ]);
  });

  test('the table names the heaviest page, and marks what is too much', () => {
    const shown = table(rows(budgets, [light, { ...light, page: '/heavy/', requests: 7 }]));
    assert.match(
      shown,
      /^requests besides fonts, page without figures +6 +7 +\/heavy\/ +TOO MUCH$/m,
    );
    assert.match(shown, /^requests besides fonts, page with figures +9 +- +no such page yet$/m);
  });
});

describe('numbers may only fall', () => {
  const past = [
    { commit: 'bbbbbbbbbbbb', most: { 'fonts, bytes': 50_000 } },
    { commit: 'aaaaaaaaaaaa', most: { 'fonts, bytes': 46_080 } },
  ];
  const now = (fonts: number, raised: Budgets['raised'] = []): Budgets => {
    return { most: { ...budgets.most, 'fonts, bytes': fonts }, raised };
  };

  test('as it was, or lower, is well', () => {
    assert.deepEqual(loosened(now(46_080), past), []);
    assert.deepEqual(loosened(now(40_000), past), []);
  });

  test('higher than any version of the past is a fault that shows the line to add', () => {
    const [fault = ''] = loosened(now(47_000), past);
    assert.match(fault, /"fonts, bytes" is 47000, and was 46080 in aaaaaaaaa\. .*go back to 46080/);
    assert.match(fault, /\{ "budget": "fonts, bytes", "to": 47000, "reason": "…" \}/);
  });

  test('a reason allows the number it names, and no higher one', () => {
    const raised = [
      { budget: 'fonts, bytes', to: 47_000, reason: 'Greek letters for the formulas.' },
    ];
    assert.deepEqual(loosened(now(47_000, raised), past), []);
    assert.equal(loosened(now(47_001, raised), past).length, 1);
  });

  test('a budget is not dropped without a reason either', () => {
    const gone = [{ commit: 'cccccccccccc', most: { pictures: 9 } }];
    assert.match(
      loosened(now(46_080), gone)[0] ?? '',
      /"pictures" was dropped, and was 9 in ccccccccc/,
    );
    const raised = [{ budget: 'pictures', to: null, reason: 'There are no pictures any more.' }];
    assert.deepEqual(loosened(now(46_080, raised), gone), []);
  });

  test('a reason is a sentence', () => {
    const file = { most: budgets.most, raised: [{ budget: 'x', to: 1, reason: 'needed' }] };
    assert.equal(budgetsSchema.safeParse(file).success, false);
  });
});
