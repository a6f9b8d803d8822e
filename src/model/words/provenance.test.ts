import assert from 'node:assert/strict';
import test from 'node:test';
import type { Verified } from '../verified.ts';
import { gather, recording } from './fixtures.ts';
import { provenanceWords } from './provenance.ts';

const ran = (...runs: Verified['runs']): Verified => ({ fits: '0'.repeat(16), printed: [], runs });
const on = (python: string, differs?: string) => ({
  python,
  total: 1,
  ...(differs ? { differs } : {}),
});
const recorded = gather();
const { python } = recorded.provenance;

test('without real runs only the recording is named', () => {
  assert.equal(provenanceWords(recorded, []), `Recorded on CPython ${python}, virtual clock`);
});

test('what a line costs is said', () => {
  const { machine } = recorded.provenance;
  const slow = {
    ...recorded,
    provenance: { ...recorded.provenance, machine: { ...machine, line: 2000 } },
  };
  assert.match(provenanceWords(slow, []), /virtual clock, a line costs 2\u00a0ms$/);
});

test('real runs that agree are named, for two programs only where both agree', () => {
  const one = { verified: ran(on('3.11.7'), on('3.12.1'), on('3.13.0')) };
  const other = { verified: ran(on('3.12.1'), on('3.13.0')) };
  assert.match(
    provenanceWords(recorded, [one]),
    / · same order in real runs on 3\.11\.7, 3\.12\.1 and 3\.13\.0$/,
  );
  assert.match(provenanceWords(recorded, [one, other]), /on 3\.12\.1 and 3\.13\.0$/);
});

test('a real run says that the world outside did the same', () => {
  assert.match(
    provenanceWords(recording('file-read'), [{ verified: ran(on('3.13.0')) }]),
    / · same order in real runs with hosts and files that do the same, on 3\.13\.0$/,
  );
});

test('where a real run differs the author’s sentence says how', () => {
  const verified = ran(on('3.11.7', 'exit: really 0'), on('3.13.0'));
  assert.match(
    provenanceWords(recorded, [{ verified, differs: 'Before 3.13 it ends otherwise.' }]),
    /on 3\.13\.0 · otherwise on 3\.11\.7: Before 3\.13 it ends otherwise\.$/,
  );
});

test('a program that no real interpreter ran says why', () => {
  const verified = { ...ran(), reason: 'It would take an hour.' };
  assert.match(provenanceWords(recorded, [{ verified }]), / · not run for real: It would take/);
});
