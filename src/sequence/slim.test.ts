import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { colored, withValues } from './colored.ts';
import { readDrawing } from './drawing.ts';
import type { Box, Layout, Line, Mark, Words } from './marks.ts';
import { unreadable } from './overlaps.ts';
import { slim, tidy } from './slim.ts';

const box = (x: number, y: number, width = 40, height = 16): Box => ({ x, y, width, height });
const words = (text: string, at: Box): Words => ({ text, box: at, baseline: at.y + 12 });
const lane = (name: string, x: number): Mark => ({
  kind: 'lane',
  box: box(x - 42, 0, 84, 26),
  x,
  words: [words(name, box(x - 20, 5))],
});
const says = (text: string, y: number, dashed = false): Mark => ({
  kind: 'message',
  line: {
    path: `M 50 ${y} L 247 ${y}`,
    from: [50, y],
    to: [247, y],
    angle: 0,
    head: 'arrow',
    dashed,
  },
  words: [words(text, box(120, y - 20, 60))],
});
const layout = (marks: readonly Mark[]): Layout => ({
  type: 'sequence',
  title: 'A < B',
  description: 'What they say.',
  marks,
  sayings: [{ from: 'a', to: 'b', says: 'x & y' }],
});
const two = [lane('a', 50), lane('b', 250)];
const drawn = slim(layout([...two, says('asks', 80), says('answers', 120, true)]), {
  id: 'a-b',
  hash: '0123456789abcdef',
});

test('nothing of a drawing is styled or colored by itself, and its only ids are its own', () => {
  assert.doesNotMatch(drawn, /<style|style=|fill=|stroke=|font-|<marker|url\(/);
  assert.deepEqual(drawn.match(/ id="[^"]*"/g), [' id="a-b-title"', ' id="a-b-desc"']);
  assert.match(drawn, /<title id="a-b-title">A &lt; B<\/title>/);
  assert.match(drawn, /role="img" aria-labelledby="a-b-title a-b-desc"/);
});

test('text stays text, and an arrow is one path with its head', () => {
  assert.match(
    drawn,
    /<path d="M50 80H250M243 76L250 80L243 84"\/><text x="150" y="72">asks<\/text>/,
  );
  assert.match(
    drawn,
    /<path class="d-dash" d="M50 120H250"\/><path d="M243 116L250 120L243 124"\/>/,
  );
});

test('a drawing is read back as it was written', () => {
  const { title, sayings, hash, type, marks } = readDrawing(drawn);
  assert.deepEqual(
    { title, sayings, hash, type },
    {
      title: 'A < B',
      sayings: [{ from: 'a', to: 'b', says: 'x & y' }],
      hash: '0123456789abcdef',
      type: 'sequence',
    },
  );
  assert.equal(marks.filter((mark) => mark.includes('d-say')).length, 2);
  assert.throws(() => readDrawing('<svg></svg>'), /was not drawn by `npm run draw`/);
});

test('paths lose what they do not need', () => {
  assert.equal(tidy('M 1.04 2 L 1.04 9 L 1.04 12.3 L 5 12.3 Z'), 'M1 2V12.5H5z');
});

test('a note over all lanes is the clock: its words beside the first line of life, and a rule behind all bars', () => {
  const clock: Mark = {
    kind: 'note',
    box: box(0, 40, 300, 26),
    words: [words('0.5 s', box(135, 45, 30))],
  };
  const svg = slim(layout([...two, clock, says('asks', 100)]), { id: 'x', hash: 'h' });
  const [, x = ''] = /<g class="d-clock">.*<text class="d-left" x="(-?[\d.]+)"/.exec(svg) ?? [];
  assert.ok(Number(x) + 30 < 50 - 8, svg);
  const held: Mark = { kind: 'hold', box: box(30, 30, 60, 60) };
  const beside = slim(layout([...two, held, clock]), { id: 'x', hash: 'h' });
  const [, free = ''] = /<text class="d-left" x="(-?[\d.]+)"/.exec(beside) ?? [];
  assert.ok(Number(free) + 30 < 30, beside);
  const bar: Mark = { kind: 'run', box: box(46, 30, 8, 60) };
  assert.match(
    slim(layout([...two, bar, clock]), { id: 'x', hash: 'h' }),
    /class="d-rule".*\n<path class="d-run"/,
  );
});

test('a line is covered where words stand on it, and a curve ends at its line of life', () => {
  const line = (path: string): Line => ({
    path,
    from: [50, 60],
    to: [50, 80],
    angle: Math.PI,
    head: 'arrow',
    dashed: false,
  });
  const edge: Mark = {
    kind: 'edge',
    line: line('M 50 60 L 50 80'),
    words: [words('no', box(40, 62, 20))],
  };
  assert.match(
    slim({ ...layout([edge]), type: 'flowchart' }, { id: 'x', hash: 'h' }),
    /<path d="M50 60[^>]*><rect class="d-ground" x="40" y="62" width="20" height="16"\/><text/,
  );
  const itself: Mark = { kind: 'message', line: line('M 50 60 C 90 60 90 80 50 80'), words: [] };
  assert.match(slim(layout([...two, itself]), { id: 'x', hash: 'h' }), /C90 60 90 80 50 80M57/);
});

test('the words of a frame stand clear of a bar', () => {
  const frame: Mark = {
    kind: 'frame',
    box: box(40, 60, 240, 80),
    label: words('par', box(44, 64, 20)),
    titles: [],
    cuts: [],
  };
  const bar: Mark = { kind: 'run', box: box(46, 30, 8, 60) };
  const at = (marks: readonly Mark[]) =>
    /x="([\d.]+)" y="[\d.]+">par/.exec(slim(layout(marks), { id: 'x', hash: 'h' }))?.[1];
  assert.equal(at([...two, frame]), '48');
  assert.equal(at([...two, bar, frame]), '62');
});

test('texts on each other, and texts wider than their box, are told to the author', () => {
  assert.deepEqual(unreadable(layout([...two, says('asks', 80), says('answers', 120)])), []);
  assert.deepEqual(unreadable(layout([...two, says('asks', 80), says('answers', 84)])), [
    '"asks" and "answers" overlap. Shorten one, or break it with <br/>.',
  ]);
  const wide: Mark = {
    kind: 'node',
    box: box(0, 0, 30, 30),
    path: '',
    looks: [],
    words: [words('too wide', box(0, 8, 60))],
  };
  assert.deepEqual(unreadable(layout([wide])), [
    '"too wide" is wider than its box. Shorten it, or break it with <br/>.',
  ]);
});

const tokens =
  ':root { --ink: light-dark(#111111, #eeeeee); --ground: light-dark(#fff, #000); --sans: Geist, sans-serif; }';

test('the picture to take along has a ground, and every color that it needs', () => {
  const read = (file: string) => readFileSync(file, 'utf8');
  const own = colored(
    drawn,
    read('src/styles/tokens.css'),
    read('src/components/diagram/drawn.css'),
  );
  assert.match(own, /\.d-ground \{\s*fill: #fdfdfb;/);
  assert.match(own, /<rect class="d-ground"/);
  assert.doesNotMatch(own, /var\(/);
});

test('the picture to take along has colors of its own for both schemes, and no names of the site', () => {
  const own = colored(drawn, tokens, '.drawn text { fill: var(--ink); }');
  assert.match(own, /<style>\s*\.drawn text \{ fill: #111111; \}/);
  assert.match(own, /prefers-color-scheme: dark\) \{\s*\.drawn text \{ fill: #eeeeee; \}/);
  assert.doesNotMatch(own, /var\(|metadata|data-from/);
  assert.throws(
    () => withValues('a { fill: var(--lost) }', tokens, 0),
    /No color is called --lost/,
  );
});

test('the dot where states begin is told in a word', () => {
  const begun = drawn.replace('[["a","b",', '[["root_start","b",');
  assert.deepEqual(readDrawing(begun).sayings, [{ from: 'start', to: 'b', says: 'x & y' }]);
});
