import { Worker } from 'node:worker_threads';
import type { Job } from './engine.ts';
import { keptImage } from './image.ts';
import type { WorkerData } from './worker.ts';

/** Milliseconds of computing after which a program that is still running is stopped from outside. */
const PATIENCE = 5000;
/** What the start of each process adds to that. */
const STARTING = 2000;

type Answer = { readonly outcome: string } | { readonly failed: string };

/** The program did not come to an end; `line` is where it was. */
export class Stuck extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`The program was still running after ${PATIENCE / 1000} s.`);
    this.line = line;
  }
}

/** Some interpreters, each of which runs one program at a time, and each program in a fresh one. */
export class Interpreters {
  #image: Promise<SharedArrayBuffer> | undefined;
  readonly #seats = new Set<Seat>();
  readonly #idle: Seat[] = [];
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #closed = false;

  constructor(count = 2) {
    this.#free = count;
  }

  /** Runs a program; throws `Stuck` if it has to be stopped from outside. */
  async run(job: Job): Promise<string> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#free -= 1;
    try {
      this.#image ??= keptImage(makeImage);
      const image = await this.#image;
      if (this.#closed) throw new Error('The interpreters are closed.');
      const seat = this.#idle.pop() ?? new Seat(image, () => this.#busy());
      this.#seats.add(seat);
      const outcome = await seat.run(job).catch((error: unknown) => {
        this.#seats.delete(seat);
        throw error;
      });
      this.#idle.push(seat);
      return outcome;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #busy(): number {
    return this.#seats.size - this.#idle.length;
  }

  /** Stops them all, with what they still run. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#seats].map((seat) => seat.close()));
  }
}

class Seat {
  /** The line that is reached, and how many processes have been started. */
  readonly #line = new SharedArrayBuffer(8);
  readonly #worker: Worker;

  readonly #busy: () => number;

  constructor(image: SharedArrayBuffer, busy: () => number) {
    this.#busy = busy;
    this.#worker = start({ image, line: this.#line });
  }

  async run(job: Job): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    // Counted in time of the processor, so that a machine with much else to do does not look stuck.
    let computed = 0;
    const startsBefore = new Int32Array(this.#line)[1] ?? 0;
    let before = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      before = process.cpuUsage();
      computed += (user + system) / 1000 / Math.max(1, this.#busy());
      const [line = 0, starts = 0] = new Int32Array(this.#line);
      const allowed = PATIENCE + (starts - startsBefore) * STARTING;
      if (computed >= allowed) reject(new Stuck(line));
    }, 100);
    const hear = (answer: Answer) => {
      if ('outcome' in answer) resolve(answer.outcome);
      else reject(new Error(`The recorder itself failed. ${answer.failed}`));
    };
    const stopped = () => reject(new Error('The interpreter was stopped.'));
    this.#worker.once('error', reject).once('exit', stopped).once('message', hear);
    this.#worker.postMessage(job);
    try {
      return await promise;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      clearInterval(timer);
      this.#worker.off('error', reject).off('exit', stopped).off('message', hear);
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Made in a worker, so that no interpreter lives on beside the program's. */
async function makeImage(): Promise<SharedArrayBuffer> {
  const worker = start({ line: new SharedArrayBuffer(8) });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

function start(data: WorkerData): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { workerData: data });
}
