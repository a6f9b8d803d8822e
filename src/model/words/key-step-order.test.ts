import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { exampleSchema } from '../example.ts';
import { keyStepNumbers } from '../key-steps.ts';
import { recordings } from './fixtures.ts';

/** Key steps are read as a list, from the first to the last: one that comes too early or too late points at the wrong step. */
test('the key steps of an example stand in the order of its run', () => {
  for (const { name, schedule } of recordings()) {
    const text = readFileSync(`content/examples/${name}/example.yaml`, 'utf8');
    const numbers = keyStepNumbers(schedule, exampleSchema.parse(parse(text)).steps);
    const slugs = Object.keys(numbers);
    const run = slugs.toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
    assert.deepEqual(slugs, run, `content/examples/${name}/example.yaml`);
  }
});
