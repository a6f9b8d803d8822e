import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { keyStepNumbers } from '#model/key-steps.ts';
import { exampleSchema } from '#model/example.ts';
import { Interpreters } from '#recorder/host.ts';
import { record } from '#recorder/record.ts';
import { newExample } from '#tools/new-example.ts';

const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
const url = pathToFileURL(`${folder}/`);
test.after(() => rmSync(folder, { recursive: true }));

test('a new example records as it stands, and its key step is found', async (t) => {
  assert.match(newExample(['two-at-once'], url), /npm run refresh two-at-once/);
  const read = (file: string) => readFileSync(new URL(`two-at-once/${file}`, url), 'utf8');
  const example = exampleSchema.parse(parse(read('example.yaml')));
  const interpreters = new Interpreters(1);
  t.after(() => interpreters.close());
  const schedule = await record(interpreters, read('example.py'), example.machine);
  assert.equal(typeof keyStepNumbers(schedule, example.steps)['both-wait'], 'number');
});

for (const [args, message] of [
  [[], /^Give one name: `npm run new:example two-at-once`\.$/],
  [['Two Tasks'], /^The name "Two Tasks" cannot be part of an address\. Use lower case/],
  [['two-at-once'], /^content\/examples\/two-at-once is there already\.$/],
] as const) {
  test(`a name is refused: ${args[0] ?? 'none'}`, () => {
    assert.throws(() => newExample(args, url), { message });
  });
}
