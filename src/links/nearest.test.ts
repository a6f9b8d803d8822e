import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, nearest } from './nearest.ts';

const pages = ['gil', 'event-loop', 'task-groups', 'executors', 'mistakes'];

test('distance counts added, dropped and changed letters', () => {
  assert.equal(distance('gil', 'gil'), 0);
  assert.equal(distance('gli', 'gil'), 2);
  assert.equal(distance('', 'gil'), 3);
});

test('a misspelt address finds the one that was meant', () => {
  assert.deepEqual(nearest('evnt-lop', pages, 1), ['event-loop']);
  assert.deepEqual(nearest('mistake', pages, 1), ['mistakes']);
});

test('a part of an address finds the whole', () => {
  assert.deepEqual(nearest('groups', pages, 1), ['task-groups']);
});

test('a word that is known twice is told once', () => {
  assert.deepEqual(nearest('gli', ['gil', 'gil', 'mistakes'], 2), ['gil', 'mistakes']);
});
