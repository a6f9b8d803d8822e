import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { checkProps } from './check-props.ts';

const schema = z.strictObject({ said: z.string(), how: z.string().optional() });
const context = { tag: 'Correction', page: '/gil/', example: '<Correction said="…">' };

test('good props pass', () => {
  assert.deepEqual(checkProps(schema, { said: 'a' }, context), { said: 'a' });
});

test('an unknown prop is named, with the page, the known ones and a tag to copy', () => {
  assert.throws(() => checkProps(schema, { said: 'a', sed: 'b' }, context), {
    message: 'The page /gil/ uses `<Correction>` wrongly: it has no prop `sed`.',
    hint: 'It takes `said`, `how`. Type: <Correction said="…">',
  });
});

test('a missing prop is named', () => {
  assert.throws(() => checkProps(schema, {}, context), /`said` is missing/);
});
