import assert from 'node:assert/strict';
import { crc32, inflateSync } from 'node:zlib';
import { test } from 'node:test';
import { encodePng } from './png-encoder.ts';

/** The colours of a picture of one palette, read back as a viewer would. */
function decode(png: Uint8Array): number[][] {
  const file = Buffer.from(png);
  assert.equal(file.toString('latin1', 1, 4), 'PNG');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    assert.equal(file.readUInt32BE(at + 8 + length), crc32(body));
    parts.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  const width = parts.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  const colours: number[][] = [];
  for (let at = 0; at < rows.length; at += width + 1) {
    assert.equal(rows[at], 0);
    for (const index of rows.subarray(at + 1, at + 1 + width))
      colours.push([...palette.subarray(index * 3, index * 3 + 3)]);
  }
  return colours;
}

test('pixels come back as they were', () => {
  const pixels = [10, 20, 30, 255, 200, 100, 50, 255, 10, 20, 30, 255, 0, 0, 0, 255];
  assert.deepEqual(decode(encodePng(Uint8Array.from(pixels), 2, 2)), [
    [10, 20, 30],
    [200, 100, 50],
    [10, 20, 30],
    [0, 0, 0],
  ]);
});

test('of more than 256 colours the rare ones become their nearest neighbors', () => {
  const shades = Array.from({ length: 300 }, (_, i) => [i % 256, i < 256 ? 0 : 1, 0, 255]).flat();
  const often = Array.from({ length: 600 }, () => [255, 255, 255, 255]).flat();
  const colours = decode(encodePng(Uint8Array.from([...shades, ...often]), 30, 30));
  assert.deepEqual(colours.at(-1), [255, 255, 255]);
  colours
    .slice(0, 300)
    .forEach(([red = 0], i) => assert.ok(Math.abs(red - (i % 256)) <= 2, `${i}`));
});
