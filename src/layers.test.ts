import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { layerFaults, shippingFaults, type Layers } from '#tools/layers.ts';

/** Each room of src/, and the rooms it may import. Imports go one way. */
const layers: Layers = {
  model: [],
  recorder: ['model'],
  timeline: ['model'],
  examples: ['model'],
  sequence: ['model'],
  search: ['model', 'links', 'markdown'],
  links: ['model'],
  markdown: ['model', 'links'],
  styles: [],
  components: [
    'model',
    'timeline',
    'sequence',
    'search',
    'links',
    'markdown',
    'examples',
    'styles',
  ],
  layouts: ['model', 'search', 'links', 'markdown', 'components', 'styles'],
  pages: [
    'model',
    'timeline',
    'sequence',
    'search',
    'links',
    'markdown',
    'examples',
    'components',
    'layouts',
    'styles',
  ],
  outputs: ['model', 'timeline', 'links', 'markdown', 'styles'],
  tools: ['model', 'recorder', 'timeline', 'sequence', 'search', 'links', 'markdown', 'outputs'],
  root: ['model', 'links', 'markdown', 'outputs'],
};

const files = globSync('**/*.{ts,mjs,astro}', { cwd: 'src' });
const sources = new Map(
  files.map((file) => [file.replaceAll('\\', '/'), readFileSync(`src/${file}`, 'utf8')]),
);

function none(faults: readonly string[]): void {
  if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
}

test('imports go one way, from the pages down to the model', () => {
  none(layerFaults(layers, sources));
});

test('what ships to browsers carries nothing that only the build needs', () => {
  none(shippingFaults(sources));
});

const planted = (file: string, source: string) => layerFaults(layers, new Map([[file, source]]));

test('an import from below upwards is named with its cure', () => {
  assert.deepEqual(planted('model/replay.ts', "import { bars } from '#timeline/layout.ts';"), [
    'src/model/replay.ts imports "#timeline/layout.ts". "model" may import nothing of ours. ' +
      'Move what both need down to a room that both may import, or hand it in from above.',
  ]);
});

test('a relative path does not get around the table, nor does a type or a late import', () => {
  for (const source of [
    "import Bar from '../components/bar/Bar.astro';",
    "import type { Bar } from '../components/bar/bar.ts';",
    "export * from '../components/bar/bar.ts';",
    "const bar = await import('../components/bar/bar.ts');",
    "import '../components/bar/bar.ts';",
  ]) {
    assert.equal(planted('tools/draw.ts', source).length, 1, source);
  }
});

test('the front matter and the scripts of an .astro file are read', () => {
  const matter = "---\nimport Page from '../../pages/index.astro';\n---\n<p />";
  assert.equal(planted('components/bar/Bar.astro', matter).length, 1);
  const script = "<p /><script>\n  import '../../pages/moves.ts';\n</script>";
  assert.equal(planted('components/bar/Bar.astro', script).length, 1);
});

test('only timeline imports d3', () => {
  const source = "import { scaleLinear } from 'd3-scale';";
  assert.deepEqual(planted('timeline/layout.ts', source), []);
  assert.match(planted('components/bar/element.ts', source)[0] ?? '', /Only src\/timeline may/);
});

test('a folder that is no room is named', () => {
  assert.match(planted('utils/x.ts', '')[0] ?? '', /"utils", which is no room/);
});

test('a schema that an element imports through another file is named with the way there', () => {
  const element = "import { replay } from '#model/replay.ts';";
  const chain = new Map([
    ['components/bar/element.ts', element],
    ['model/replay.ts', "import { scheduleSchema } from './schedule.ts';"],
    ['model/schedule.ts', "import { z } from 'zod';"],
  ]);
  assert.deepEqual(shippingFaults(chain), [
    'src/components/bar/element.ts → src/model/replay.ts → src/model/schedule.ts imports "zod", ' +
      "and reaches readers' browsers. Keep the schema in a file of its own and write: import type { … }.",
  ]);
  chain.set('model/replay.ts', "import type { Schedule } from './schedule.ts';");
  assert.deepEqual(shippingFaults(chain), []);
});

test('what a script of an .astro file imports ships too', () => {
  const source =
    "---\nimport { z } from 'zod';\n---\n<script>import { readFile } from 'node:fs';</script>";
  const faults = shippingFaults(new Map([['pages/x.astro', source]]));
  assert.equal(faults.length, 1);
  assert.match(faults[0] ?? '', /imports "node:fs"/);
});
