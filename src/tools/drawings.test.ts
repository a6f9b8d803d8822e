import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { MermaidSyntaxError, type Drawer } from '#sequence/drawer.ts';
import { remarksOf } from '#sequence/conversation.ts';
import { isSpoken, readDrawing } from '#sequence/drawing.ts';
import type { Layout } from '#sequence/marks.ts';
import { tell } from '#sequence/tell.ts';
import { allSources, sequenceSources } from '#tools/drawn-sources.ts';
import {
  diagramSources,
  drawSource,
  leftDrawings,
  staleDrawings,
  type Source,
} from '#tools/drawings.ts';
import { AuthorError, exampleNames, readExample } from '#tools/examples.ts';
import { readSchedule } from '#tools/recordings.ts';

const node = (text: string, x: number) => ({
  kind: 'node' as const,
  box: { x, y: 0, width: 60, height: 20 },
  path: `M ${x} 0 H ${x + 60} V 20 H ${x} Z`,
  looks: [],
  words: [{ text, box: { x: x + 5, y: 2, width: 50, height: 16 }, baseline: 14 }],
});
const layout: Layout = {
  type: 'flowchart',
  title: 'A title',
  description: 'A description.',
  marks: [node('one', 0), node('two', 100)],
  sayings: [],
};
const drawer = (answer: () => Layout): Drawer => ({
  draw: async () => answer(),
  close: async () => {},
});

function folderWith(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'drawings-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}
function only(folder: URL): Source {
  const [source] = diagramSources(folder);
  assert.ok(source);
  return source;
}
const text = 'flowchart TB\n  a --> b\n';

test('a text that changed and was not drawn again is named with the command', async () => {
  const folder = folderWith({ 'turn.mmd': text });
  assert.deepEqual(staleDrawings(diagramSources(folder)), [
    'content/diagrams/turn.mmd is not drawn. Type `npm run draw turn`.',
  ]);
  assert.deepEqual(
    await drawSource(
      drawer(() => layout),
      only(folder),
    ),
    ['content/diagrams/turn.svg'],
  );
  assert.deepEqual(staleDrawings(diagramSources(folder)), []);
  assert.deepEqual(
    await drawSource(
      drawer(() => layout),
      only(folder),
    ),
    [],
    'the same again',
  );
  writeFileSync(new URL('turn.mmd', folder), `${text}  b --> c\n`);
  assert.match(
    staleDrawings(diagramSources(folder))[0] ?? '',
    /^content\/diagrams\/turn\.mmd has changed since it was drawn.*Type `npm run draw turn`\.$/,
  );
});

const refusals: readonly (readonly [string, () => Layout, RegExp])[] = [
  [
    'what Mermaid does not take',
    () => {
      throw new MermaidSyntaxError('Parse error on line 2: …', 2);
    },
    /^content\/diagrams\/turn\.mmd:2: Mermaid does not take this\.\nParse error on line 2: …$/,
  ],
  ['no title', () => ({ ...layout, title: '' }), /It has no accTitle\..*add `accTitle: …`/],
  ['no description', () => ({ ...layout, description: '' }), /It has no accDescr\./],
  [
    'texts that overlap',
    () => ({ ...layout, marks: [node('one', 0), node('two', 10)] }),
    /It cannot be read\.\n"one" and "two" overlap\./,
  ],
];
for (const [what, answer, message] of refusals) {
  test(`nothing is overwritten by ${what}`, async () => {
    const folder = folderWith({ 'turn.mmd': text, 'turn.svg': 'the good one' });
    await assert.rejects(
      drawSource(drawer(answer), only(folder)),
      (error) => error instanceof AuthorError && message.test(error.message),
    );
    assert.equal(readFileSync(new URL('turn.svg', folder), 'utf8'), 'the good one');
    assert.deepEqual(readdirSync(folder).sort(), ['turn.mmd', 'turn.svg']);
  });
}

test('a drawing whose text is gone is found', () => {
  const folder = folderWith({ 'turn.mmd': text, 'turn.svg': '', 'old.svg': '' });
  assert.deepEqual(leftDrawings(folder, diagramSources(folder)), ['old.svg']);
});

test('a sequence that cannot be told is named with its example', () => {
  const folder = readExample('three-sleepers');
  const choice = { claim: 'It is told.', lanes: ['lop'], lines: [], most: 20 };
  const example = { ...folder.example, sequences: { wrong: choice } };
  assert.throws(
    () => sequenceSources({ ...folder, example }),
    /content\/examples\/three-sleepers\/example\.yaml: the sequence `wrong`: nobody is called `lop`/,
  );
});

const told = exampleNames().flatMap((name) => {
  const folder = readExample(name);
  const schedule = readSchedule(folder);
  return Object.entries(folder.example.sequences).map(([key, choice]) => ({
    name: `${name}/${key}`,
    schedule,
    svg: readFileSync(new URL(`sequence.${key}.svg`, folder.url), 'utf8'),
    conversation: tell(schedule, { program: folder.text, example: folder.example, choice }),
  }));
});

test('at least ten examples are told as sequences', () => {
  assert.ok(new Set(told.map(({ name }) => name.split('/')[0])).size >= 10);
});

for (const { name, schedule, svg, conversation } of told) {
  test(`${name}: each message stands for steps of the recording, in their order, and is drawn`, () => {
    const remarks = remarksOf(conversation.items);
    const firsts = remarks.map(({ steps }) => steps[0] ?? -1);
    for (const { kind, steps } of remarks)
      for (const n of steps) assert.ok(schedule.steps[n], `${kind} ${n}`);
    assert.deepEqual(
      firsts,
      firsts.toSorted((a, b) => a - b),
    );
    assert.equal(readDrawing(svg).marks.filter(isSpoken).length, remarks.length);
  });
}

const BYTES_OF_TWENTY = 1536;

test('each drawing is light, unstyled, and has letters that no rule makes smaller than 12 px', () => {
  const { sources, faults } = allSources();
  assert.deepEqual(faults, []);
  for (const { folder, file } of sources) {
    const svg = readFileSync(new URL(`${file}.svg`, folder), 'utf8');
    assert.ok(brotliCompressSync(svg).length <= BYTES_OF_TWENTY, file);
    assert.doesNotMatch(svg, /<style|style=|fill=|stroke=|font-size/, file);
  }
  const rules = readFileSync('src/components/diagram/drawn.css', 'utf8');
  const sizes = [...rules.matchAll(/(?:font(?:-size)?: [^;]*?)([\d.]+)px/g)].map(([, px]) =>
    Number(px),
  );
  assert.ok(sizes.length > 0);
  for (const px of sizes) assert.ok(px >= 12, `${px}px`);
});
