/** Pipes between the processes of a recording: an end is open as long as some process holds it. */

/** What a pipe of Linux holds. */
const ROOM = 65_536;
/** Numbers of ends begin here, so that they are nobody's real files. */
const FIRST = 1000;

interface Pipe {
  content: Uint8Array;
  readonly reading: number;
  readonly writing: number;
}

export class Pipes {
  readonly #pipes = new Map<number, Pipe>();
  readonly #holders = new Map<number, Set<number>>();
  readonly #wake: (thing: number) => void;
  #next = FIRST;

  /** `wake` is called for the end at which something has become possible. */
  constructor(wake: (thing: number) => void) {
    this.#wake = wake;
  }

  newThing(): number {
    return this.#next++;
  }

  /** The end for reading and the one for writing. */
  make(process: number): [number, number] {
    const [reading, writing] = [this.newThing(), this.newThing()];
    const pipe = { content: new Uint8Array(), reading, writing };
    for (const end of [reading, writing]) {
      this.#pipes.set(end, pipe);
      this.#holders.set(end, new Set([process]));
    }
    return [reading, writing];
  }

  hold(process: number, end: number): void {
    this.#holders.get(end)?.add(process);
  }

  close(process: number, end: number): void {
    const holders = this.#holders.get(end);
    const pipe = this.#pipes.get(end);
    if (!pipe || !holders?.delete(process) || holders.size > 0) return;
    this.#wake(end === pipe.writing ? pipe.reading : pipe.writing);
  }

  /** A process is over. */
  leave(process: number): void {
    for (const [end, holders] of this.#holders) if (holders.has(process)) this.close(process, end);
  }

  write(end: number, bytes: Uint8Array): number {
    const pipe = this.#at(end);
    if (this.#isClosed(pipe.reading)) return -1;
    const part = bytes.slice(0, ROOM - pipe.content.length);
    if (part.length === 0) return 0;
    pipe.content = new Uint8Array([...pipe.content, ...part]);
    this.#wake(pipe.reading);
    return part.length;
  }

  read(end: number, most: number): Uint8Array | undefined {
    const pipe = this.#at(end);
    const part = pipe.content.slice(0, most);
    if (part.length === 0) return this.#isClosed(pipe.writing) ? part : undefined;
    pipe.content = pipe.content.slice(most);
    this.#wake(pipe.writing);
    return part;
  }

  readable(end: number): boolean {
    const pipe = this.#at(end);
    return pipe.content.length > 0 || this.#isClosed(pipe.writing);
  }

  #isClosed(end: number): boolean {
    return this.#holders.get(end)?.size === 0;
  }

  #at(end: number): Pipe {
    const pipe = this.#pipes.get(end);
    if (!pipe) throw new RangeError(`There is no end ${end} of a pipe.`);
    return pipe;
  }
}
