import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { measuredSchema } from '#model/measurement.ts';
import { storeMeasured } from '#tools/measure.ts';
import { MEASUREMENTS, readMeasurement, resultFaults } from '#tools/measurements.ts';

/** A copy of a real measurement that a test may spoil. */
function copied(t: { after: (end: () => void) => void }): { folder: URL; path: string } {
  const path = mkdtempSync(join(tmpdir(), 'interleave-'));
  t.after(() => rmSync(path, { recursive: true }));
  cpSync(new URL('who-starts-first/', MEASUREMENTS), join(path, 'jobs'), { recursive: true });
  return { folder: pathToFileURL(`${path}/`), path: join(path, 'jobs') };
}

test('a result whose script was edited since is stale, and the cure is named', (t) => {
  const { folder, path } = copied(t);
  assert.deepEqual(resultFaults('jobs', folder), []);
  writeFileSync(join(path, 'program.js'), 'console.log(1);\n');
  const [fault] = resultFaults('jobs', folder);
  assert.match(fault ?? '', /program\.js has changed since it ran on Node/);
  assert.match(fault ?? '', /Run `npm run measure jobs`/);
});

test('a result that is missing or has a key of its own is a fault', (t) => {
  const { folder, path } = copied(t);
  const file = join(path, 'result.json');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace('{"runs"', '{"host":"x","runs"'));
  assert.match(resultFaults('jobs', folder)[0] ?? '', /Unrecognized key/);
  rmSync(file);
  assert.match(resultFaults('jobs', folder)[0] ?? '', /was never run/);
});

test('a measurement that is not there is answered with those that are', () => {
  assert.throws(() => readMeasurement('speed'), /Use one of: .*beside-the-loop, /);
});

test('what is stored is read back the same', () => {
  const text = readFileSync(new URL('five-calls/result.json', MEASUREMENTS), 'utf8');
  assert.equal(storeMeasured(measuredSchema.parse(JSON.parse(text))), text);
});

test('a bare figure has its conditions on the same page', () => {
  for (const file of globSync('content/{pages/*,errors}/*.mdx')) {
    const tags = [...readFileSync(file, 'utf8').matchAll(/<Measured\s+of="([^"]+)"[^>]*>/g)];
    const told = new Set(tags.filter(([tag]) => !/\sbare\b/.test(tag)).map(([, of]) => of));
    for (const [tag, of] of tags)
      assert.ok(told.has(of), `${file}: ${tag} needs <Measured of="${of}" value="conditions" />.`);
  }
});
