import type { Pipes } from './pipes.ts';

/** Semaphores that the processes of a recording share; a lock is one with a value of 1. */
export class Semaphores {
  readonly #values = new Map<number, { now: number; readonly first: number }>();
  readonly #pipes: Pipes;
  readonly #wake: (semaphore: number) => void;

  /** They are numbered with the ends of pipes; `wake` is called for one that came free. */
  constructor(pipes: Pipes, wake: (semaphore: number) => void) {
    this.#pipes = pipes;
    this.#wake = wake;
  }

  make(value: number): number {
    const semaphore = this.#pipes.newThing();
    this.#values.set(semaphore, { now: value, first: value });
    return semaphore;
  }

  valueOf(semaphore: number): number {
    return this.#at(semaphore).now;
  }

  /** What it was made with. */
  firstValueOf(semaphore: number): number {
    return this.#at(semaphore).first;
  }

  take(semaphore: number): boolean {
    const value = this.#at(semaphore);
    if (value.now === 0) return false;
    value.now -= 1;
    return true;
  }

  release(semaphore: number): void {
    this.#at(semaphore).now += 1;
    this.#wake(semaphore);
  }

  #at(semaphore: number) {
    const value = this.#values.get(semaphore);
    if (!value) throw new RangeError(`There is no semaphore ${semaphore}.`);
    return value;
  }
}
