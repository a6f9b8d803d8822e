import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG of few colours: flat drawings with smooth edges take a third of what a general encoder
 * makes of them. Pixels are four bytes each, and opaque.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const { palette, indices } = fewColours(pixels);
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++)
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, which name a colour of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const MOST = 256;
/** Of a pixel that is read as one number, lowest byte first: all but its opacity, which is full. */
const COLOUR = 0xffffff;

interface Indexed {
  readonly palette: readonly number[];
  readonly indices: Uint8Array;
}

/** The colours that most pixels have, and for each pixel the nearest of them. */
function fewColours(pixels: Uint8Array): Indexed {
  const counts = new Map<number, number>();
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  let last = -1;
  let run = 0;
  const count = () => counts.set(last, (counts.get(last) ?? 0) + run);
  for (let i = 0; i < words.length; i++) {
    const key = (words[i] ?? 0) & COLOUR;
    // Flat drawings have long runs of one colour.
    if (key === last) run += 1;
    else {
      if (last >= 0) count();
      [last, run] = [key, 1];
    }
  }
  count();
  const kept = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([key]) => key);
  const places = new Map(kept.map((key, i) => [key, i]));
  for (const key of counts.keys())
    if (!places.has(key)) places.set(key, places.get(nearestOf(kept, key)) ?? 0);
  const indices = new Uint8Array(words.length);
  let known = -1;
  let place = 0;
  for (let i = 0; i < words.length; i++) {
    const key = (words[i] ?? 0) & COLOUR;
    if (key !== known) [known, place] = [key, places.get(key) ?? 0];
    indices[i] = place;
  }
  return { palette: kept.flatMap(parts), indices };
}

/** Red, green and blue. */
function parts(key: number): [number, number, number] {
  return [key & 255, (key >> 8) & 255, (key >> 16) & 255];
}

function nearestOf(keys: readonly number[], wanted: number): number {
  const [r, g, b] = parts(wanted);
  let best = 0;
  let least = Infinity;
  for (const key of keys) {
    const [kr, kg, kb] = parts(key);
    const far = (kr - r) ** 2 + (kg - g) ** 2 + (kb - b) ** 2;
    if (far < least) [least, best] = [far, key];
  }
  return best;
}
