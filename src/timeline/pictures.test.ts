import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PICTURES, pictureFingerprints } from './pictures.ts';

test('every example’s strip is drawn as it was when somebody last looked at it', () => {
  const now = pictureFingerprints();
  const kept = JSON.parse(readFileSync(PICTURES, 'utf8')) as Record<string, string>;
  const names = [...new Set([...Object.keys(now), ...Object.keys(kept)])].sort();
  const other = names.filter((name) => now[name] !== kept[name]);
  assert.equal(
    other.length,
    0,
    `Drawn otherwise than stored: ${other.join(', ')}.\n` +
      'Look at them: npm run build, then npm run look examples/NAME/. When they are right: npm run pictures',
  );
});
