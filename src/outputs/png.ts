import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Drawn, Wanted } from './png-worker.ts';

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
  const png = await drawn({ svg, width });
  mkdirSync(CACHE, { recursive: true });
  // Two builds may draw the same picture: neither may read half of the other's.
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, png);
  renameSync(fresh, file);
  return png;
}

const idle: Worker[] = [];
const waiting: ((worker: Worker) => void)[] = [];
let started = 0;

async function drawn(wanted: Wanted): Promise<Uint8Array> {
  const worker = await freeWorker();
  // Only while it draws does it keep the build from ending.
  worker.ref();
  const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
  worker.once('message', resolve).once('error', reject);
  worker.postMessage(wanted);
  const answer = await promise;
  worker.off('error', reject);
  worker.unref();
  const next = waiting.shift();
  if (next) next(worker);
  else idle.push(worker);
  if ('fault' in answer) throw new Error(answer.fault);
  return answer.png;
}

function freeWorker(): Worker | Promise<Worker> {
  const free = idle.pop();
  if (free) return free;
  if (started === availableParallelism()) return new Promise((take) => waiting.push(take));
  started += 1;
  return new Worker(new URL('./png-worker.ts', import.meta.url), { workerData: FONTS });
}
