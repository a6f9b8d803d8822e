import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseCorrections } from './corrections.ts';
import { parseItems, parseProvenance } from './provenance.ts';

const items = parseItems(readFileSync('content/notes-items.json', 'utf8'));

test('the notes have 424 statements, each with an id of its own', () => {
  assert.equal(items.size, 424);
});

test('every statement of content/provenance.yaml is one of the notes, with an answer or a reason', () => {
  const answers = parseProvenance(readFileSync('content/provenance.yaml', 'utf8'), items);
  assert.ok(answers.size > 0);
});

test('an unknown statement, a reason that is none and an address without slashes are named', () => {
  assert.throws(() => parseProvenance('n9-001: /gil/', items), /`n9-001` is no statement/);
  assert.throws(() => parseProvenance('n0-001: { dropped: no }', items), /n0-001/);
  assert.throws(() => parseProvenance('n0-001: gil', items), /with both slashes/);
});

test('a correction without a page of the map, or of an unknown statement, is named', () => {
  const text = (page: string, item: string) =>
    `[{ id: a, said: It is often said., right: This is right., evidence: A recording., page: ${page}, items: [${item}] }]`;
  const parse = (page: string, item: string) =>
    parseCorrections(text(page, item), new Set(['gil']), items);
  assert.equal(parse('/gil/', 'n0-001').length, 1);
  assert.throws(() => parse('/gill/', 'n0-001'), /not in the map\. The nearest pages are `gil`/);
  assert.throws(() => parse('/gil/', 'n0-999'), /`n0-999`, which content\/notes-items\.json/);
});
