import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactSheets, pictureName, views } from '#tools/contact-sheet.ts';

const picturesOf = (count: number) =>
  Array.from({ length: count }, (_, page) => `/docs/page-${page}/`).flatMap((path) =>
    views.map((view) => ({ path, ...view, file: pictureName(path, view) })),
  );

test('a page is pictured at three widths in both schemes', () => {
  assert.deepEqual(
    views.map(({ width, scheme }) => `${width} ${scheme}`),
    ['360 light', '768 light', '1440 light', '360 dark', '768 dark', '1440 dark'],
  );
  assert.equal(
    pictureName('/team/docs/gil/', { width: 360, scheme: 'dark' }),
    'team_docs_gil.360.dark.png',
  );
  assert.equal(pictureName('/', { width: 768, scheme: 'light' }), 'home.768.light.png');
});

test('a few pages are shown whole, many are cut to their top', () => {
  assert.doesNotMatch(contactSheets(picturesOf(2)).join(''), /object-fit/);
  assert.match(contactSheets(picturesOf(5)).join(''), /object-fit: cover/);
});

test('every picture is on a sheet once, and no sheet is too tall to draw', () => {
  const pictures = picturesOf(65);
  const sheets = contactSheets(pictures);
  assert.equal(sheets.length, 3);
  for (const { file } of pictures) {
    assert.equal(sheets.filter((sheet) => sheet.includes(`src="${file}"`)).length, 1, file);
  }
});
