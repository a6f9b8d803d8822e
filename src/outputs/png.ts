import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { encodePng } from './png-encoder.ts';

/** SVG to PNG, with the site's own letters, once for each drawing. */

const CACHE = '.cache/pictures';
const FONTS = ['geist-400.ttf', 'geist-600.ttf', 'geist-700.ttf', 'jetbrains-mono-400.ttf'].map(
  (name) => join('src/styles/fonts', name),
);
/** Changes when the same drawing would come out otherwise: another renderer, other letters, another encoder. */
const version = createHash('sha256').update('resvg 2.6.2');
for (const file of [...FONTS, 'src/outputs/png-encoder.ts']) version.update(readFileSync(file));
const salt = version.digest('hex');

/** The picture, `width` pixels wide. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  const hash = createHash('sha256').update(salt).update(String(width)).update(svg).digest('hex');
  const file = join(CACHE, `${hash.slice(0, 32)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Geist' },
  });
  // It passes over settings that it does not understand, those of letters too.
  if (image.width !== width)
    throw new Error(
      `A picture came out ${image.width} pixels wide, not ${width}. Ask for whole pixels.`,
    );
  const png = encodePng(image.pixels, image.width, image.height);
  mkdirSync(CACHE, { recursive: true });
  // Two builds may draw the same picture: neither may read half of the other's.
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, png);
  renameSync(fresh, file);
  return png;
}
