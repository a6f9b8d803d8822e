// THIS FILE SHIPS TO THE BROWSER.
import type { Kind } from './stored.ts';

/** How finely it is told how much an entry is about a word. */
export const LEVELS = 8;

/** Letters that stand in JSON as themselves. */
const signs =
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const place = new Map([...signs].map((sign, index) => [sign, index]));
/** The signs below it end a number, those from it on say that it goes on. */
const half = 60;
const rest = signs.length - half;

/** Whole numbers from 0 as text: one sign for those below 60, which are nearly all. */
export function packNumbers(numbers: readonly number[]): string {
  return numbers.map(packNumber).join('');
}

function packNumber(number: number): string {
  let packed = '';
  let left = number;
  while (left >= half) {
    packed += signs.charAt(half + ((left - half) % rest));
    left = Math.floor((left - half) / rest);
  }
  return packed + signs.charAt(left);
}

export function unpackNumbers(packed: string): number[] {
  const numbers: number[] = [];
  let digits: number[] = [];
  for (const sign of packed) {
    const value = place.get(sign) ?? 0;
    if (value >= half) {
      digits.push(value - half);
      continue;
    }
    numbers.push(digits.reduceRight((left, digit) => left * rest + digit + half, value));
    digits = [];
  }
  return numbers;
}

const letters: readonly (readonly [Kind, string])[] = [
  ['page', 'p'],
  ['section', 's'],
  ['error', 'e'],
  ['symptom', 'y'],
  ['term', 't'],
  ['correction', 'c'],
  ['example', 'x'],
];
const letterOf = new Map(letters);
const kindOf = new Map(letters.map(([kind, letter]) => [letter, kind]));

export const packKinds = (kinds: readonly Kind[]): string =>
  kinds.map((kind) => letterOf.get(kind)).join('');

export const unpackKinds = (packed: string): Kind[] =>
  [...packed].map((letter) => kindOf.get(letter) ?? 'section');
