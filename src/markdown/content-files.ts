import { readFileSync } from 'node:fs';
import { parseCorrections, type Correction } from '#links/corrections.ts';
import { parseGlossary, type Term } from '#links/glossary.ts';
import { parseItems, parseProvenance, type Answer } from '#links/provenance.ts';
import { parseSymptoms, type Symptom } from '#links/symptoms.ts';
import { siteAddresses } from './site-addresses.ts';

const read = (name: string): string => readFileSync(`content/${name}`, 'utf8');

/** The pages there are and those that are planned, as slugs. */
function slugs(): ReadonlySet<string> {
  const { existing, promised } = siteAddresses();
  return existing.union(promised);
}

export function readGlossary(text = read('glossary.yaml')): readonly Term[] {
  return parseGlossary(text, slugs());
}

export function readCorrections(text = read('corrections.yaml')): readonly Correction[] {
  return parseCorrections(text, slugs(), readItems());
}

/** What one sees where there is no message; `moments` names the key steps of an example. */
export function readSymptoms(
  text: string,
  moments: (example: string) => readonly string[] | undefined,
): readonly Symptom[] {
  return parseSymptoms(text, slugs(), moments);
}

/** Ids of all statements of the notes. */
export function readItems(): ReadonlySet<string> {
  return parseItems(read('notes-items.json'));
}

export function readProvenance(): ReadonlyMap<string, Answer> {
  return parseProvenance(read('provenance.yaml'), readItems());
}
