import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

/** The colours of tokens.css, computed: contrast by WCAG 2.2, and how far states lie apart for every kind of sight. */

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light: parse(light), dark: parse(dark) }],
  ),
);

function parse(hex: string): Rgb {
  const part = (from: number) => parseInt(hex.slice(from, from + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

function colour(name: string, scheme: Scheme): Rgb {
  const found = tokens.get(name)?.[scheme];
  assert.ok(found, `src/styles/tokens.css has no --${name}: light-dark(#……, #……)`);
  return found;
}

const straight = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const linear = ([r, g, b]: Rgb): Rgb => [straight(r), straight(g), straight(b)];
const row = ([x, y, z]: Rgb, [r, g, b]: Rgb) => x * r + y * g + z * b;
const times = ([first, second, third]: Matrix, rgb: Rgb): Rgb => [
  row(first, rgb),
  row(second, rgb),
  row(third, rgb),
];

function contrast(one: Rgb, other: Rgb): number {
  const light = (rgb: Rgb) => {
    const [r, g, b] = linear(rgb);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** Machado, Oliveira and Fernandes 2009, full strength, on linear light. */
const SIGHTS = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

const XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE = [0.95047, 1, 1.08883];

function lab(rgb: Rgb, sight: Matrix): Rgb {
  const shown = (c: number) => Math.min(1, Math.max(0, c));
  const [r, g, b] = times(sight, linear(rgb));
  const [x = 0, y = 0, z = 0] = times(XYZ, [shown(r), shown(g), shown(b)]).map((value, i) => {
    const t = value / (WHITE[i] ?? 1);
    return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The distance of 1976: about 2 can just be told apart side by side. */
function distance(one: Rgb, other: Rgb, sight: Matrix): number {
  const [a, b] = [lab(one, sight), lab(other, sight)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function atLeast(least: number, pairs: readonly (readonly [string, string])[]): void {
  const faults = SCHEMES.flatMap((scheme) =>
    pairs.flatMap(([one, other]) => {
      const found = contrast(colour(one, scheme), colour(other, scheme));
      return found < least
        ? [`--${one} on --${other}, ${scheme}: ${found.toFixed(2)}, not ${least}`]
        : [];
    }),
  );
  assert.deepEqual(faults, []);
}
const each = (ones: readonly string[], others: readonly string[]) =>
  ones.flatMap((one) => others.map((other) => [one, other] as const));

describe('contrast, in both schemes', () => {
  test('text is read on every ground on which the site sets it', () => {
    atLeast(4.5, [
      ...each(['ink', 'ink-2', 'ink-3'], ['ground', 'sunk']),
      ...each(['ink', 'ink-2', 'ink-3'], ['moment']),
      ...each(['ink', 'ink-2'], ['present', 'wait-tint', 'ready-tint']),
      ['ground', 'ink'],
      ['block-ink', 'ground'],
      ...each(['code-string', 'code-number'], ['ground', 'sunk']),
    ]);
  });

  test('marks stand out from the grounds of strip and lens', () => {
    atLeast(3, [
      ...each(['wait', 'ready', 'holder', 'ink-3'], ['ground', 'moment']),
      ['run', 'ground'],
      ['block', 'ground'],
    ]);
  });

  test('an edge stands out from its own tint', () => {
    atLeast(3, [
      ['wait', 'wait-tint'],
      ['ready', 'ready-tint'],
      ['holder', 'wait-tint'],
    ]);
  });
});

describe('states are told apart by usual, protan, deutan and tritan sight', () => {
  const states = ['run', 'ready', 'wait', 'block', 'holder'];
  const pairs = states.flatMap((one, i) => states.slice(i + 1).map((other) => [one, other]));
  for (const scheme of SCHEMES)
    test(`every pair lies 25 or more apart, ${scheme}`, () => {
      const close = pairs.flatMap(([one = '', other = '']) =>
        Object.entries(SIGHTS).flatMap(([name, sight]) => {
          const found = distance(colour(one, scheme), colour(other, scheme), sight);
          const key = `${one} ${other} ${name} ${scheme}`;
          return found < 25 ? [`${key}: ${found.toFixed(1)}`] : [];
        }),
      );
      assert.deepEqual(close, []);
    });

  test('the computation agrees with what is known: black and white, and red against green', () => {
    assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
    const usual = distance(parse('#cc0000'), parse('#559900'), SIGHTS.usual);
    const deutan = distance(parse('#cc0000'), parse('#559900'), SIGHTS.deutan);
    assert.ok(usual > 90 && deutan < usual / 2, `${usual}, ${deutan}`);
  });
});
