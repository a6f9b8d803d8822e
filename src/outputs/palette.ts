import { readFileSync } from 'node:fs';

/** The site's colours, for pictures that leave it: from src/styles/tokens.css, which decides them. */

export type Scheme = 'light' | 'dark';

const TOKEN = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;

export function paletteOf(css: string, scheme: Scheme): (name: string) => string {
  const colours = new Map(
    [...css.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [
      name,
      scheme === 'light' ? light : dark,
    ]),
  );
  return (name) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`src/styles/tokens.css has no --${name}.`);
    return colour;
  };
}

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

export const palettes = {
  light: paletteOf(tokens, 'light'),
  dark: paletteOf(tokens, 'dark'),
} as const;
