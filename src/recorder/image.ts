import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { recorderFingerprint } from './provenance.ts';

/** The image of the recorder's interpreter, kept between runs because making it takes two seconds. */

const folder = new URL('../../.cache/recorder/', import.meta.url);

/** The image that fits the recorder as it is; made by `make` if none is kept. */
export async function keptImage(
  make: () => Promise<SharedArrayBuffer>,
): Promise<SharedArrayBuffer> {
  const name = `${recorderFingerprint()}.image`;
  const file = new URL(name, folder);
  if (existsSync(file)) return shared(readFileSync(file));
  const image = await make();
  mkdirSync(folder, { recursive: true });
  const beside = new URL(`${name}.${process.pid}`, folder);
  writeFileSync(beside, new Uint8Array(image));
  renameSync(beside, file);
  for (const old of readdirSync(folder))
    if (old.endsWith('.image') && old !== name) rmSync(new URL(old, folder), { force: true });
  return image;
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
