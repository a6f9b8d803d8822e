import { MermaidSyntaxError, startDrawer, type Drawer } from '#sequence/drawer.ts';
import { unreadable } from '#sequence/overlaps.ts';
import { launchOptions } from '#tools/browser.ts';
import { expect, test } from './site.ts';

// What only Mermaid in a browser can tell: whether it takes a text, and where its letters come to stand.
let drawer: Drawer;
test.beforeAll(async () => {
  drawer = await startDrawer(launchOptions());
});
test.afterAll(() => drawer.close());

test('a text that Mermaid does not take is answered with the line and its words', async () => {
  const broken = await drawer.draw('sequenceDiagram\n  a->>b: good\n  b=>c: bad\n').catch((e) => e);
  expect(broken).toBeInstanceOf(MermaidSyntaxError);
  expect(broken.line).toBe(3);
  expect(broken.message).toContain('Parse error');
});

test('names that do not fit are found by measuring', async () => {
  const narrow =
    'flowchart TB\n  a[short] -- "a very long word on this arrow" --> b[one]\n  a -- "and another long one here" --> b\n';
  const layout = await drawer.draw(narrow);
  const moved = layout.marks.map((mark) =>
    mark.kind === 'node' ? { ...mark, box: { ...mark.box, width: 10 } } : mark,
  );
  expect(unreadable(layout)).toEqual([]);
  expect(unreadable({ ...layout, marks: moved })[0]).toContain('is wider than its box');
});
