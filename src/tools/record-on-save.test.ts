import assert from 'node:assert/strict';
import test from 'node:test';
import { exampleOf } from './record-on-save.ts';

test('saving a program or its settings calls for a recording, and nothing else does', () => {
  const of = (file: string) =>
    exampleOf(`/site/content/examples/${file}`, '/site/content/examples/');
  assert.equal(of('three-sleepers/example.py'), 'three-sleepers');
  assert.equal(of('three-sleepers/example.yaml'), 'three-sleepers');
  assert.equal(of('three-sleepers/schedule.json'), undefined);
  assert.equal(of('three-sleepers/schedules/example.py'), undefined);
  assert.equal(exampleOf('/site/content/pages/example.py', '/site/content/examples/'), undefined);
});
