import { parentPort, workerData } from 'node:worker_threads';
import { Engine, makeImage, type Job } from './engine.ts';

/** A worker's side of `host.ts`: makes the image, or runs programs from it one after the other. */

export interface WorkerData {
  readonly image?: SharedArrayBuffer;
  /** Where the line that the program is on, and how many processes it started, are kept for the host. */
  readonly line: SharedArrayBuffer;
}

const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker only.');
const { image, line } = workerData as WorkerData;

if (image) {
  const engine = new Engine(new Uint8Array(image));
  const atLine = new Int32Array(line);
  port.on('message', (job: Job) => {
    const reach = (number: number) => Atomics.store(atLine, 0, number);
    const starts = () => Atomics.add(atLine, 1, 1);
    engine.run(job, reach, starts).then(
      (outcome) => port.postMessage({ outcome }),
      (error: Error) => port.postMessage({ failed: error.stack ?? error.message }),
    );
  });
} else {
  const made = await makeImage();
  const shared = new SharedArrayBuffer(made.length);
  new Uint8Array(shared).set(made);
  port.postMessage(shared);
}
