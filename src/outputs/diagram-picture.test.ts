import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagramPicture } from './diagram-picture.ts';
import { readDrawing } from './drawing.ts';
import { palettes } from './palette.ts';
import { posterSvg } from './poster.ts';

const files = globSync('content/{diagrams/*,examples/*/sequence.*}.svg').sort();
const read = (file: string) => readDrawing(readFileSync(file, 'utf8'));

test('every drawing becomes a picture in both schemes, and the beginning of it a card', () => {
  assert.ok(files.length > 40);
  for (const file of files) {
    const drawing = read(file);
    for (const colour of [palettes.light, palettes.dark]) {
      const { svg, width } = diagramPicture({ claim: 'What passes here', drawing }, colour);
      assert.ok(width >= drawing.width, file);
      assert.ok(svg.includes(drawing.marks), file);
      assert.ok(svg.includes(colour('ground')) && svg.includes(colour('run')), file);
      assert.doesNotMatch(svg, /NaN|undefined|var\(|light-dark|prefers-color-scheme/, file);
    }
    const card = posterSvg(
      { title: 'What passes here', runs: [], place: 'x', drawing },
      palettes.light,
    );
    assert.doesNotMatch(card, /NaN|undefined|var\(/, file);
  }
});

test('a file that is no drawing is refused', () => {
  assert.throws(() => readDrawing('<svg viewBox="0 0 1 1"></svg>'), /not drawn as src\/outputs/);
});
