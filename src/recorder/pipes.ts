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
  readonly #in = new Map<number, Pipe>();
  readonly #out = new Map<number, Pipe>();
  readonly #holders = new Map<number, Set<number>>();
  readonly #wake: (thing: number) => void;
  #next = FIRST; // even, so that a pipe is known by either of its ends

  /** `wake` is called for the end at which something has become possible. */
  constructor(wake: (thing: number) => void) {
    this.#wake = wake;
  }

  newThing(): number {
    return (this.#next += 2) - 2;
  }

  /** The end for reading and the one for writing; both are for both if it goes both ways. */
  make(process: number, bothWays = false): [number, number] {
    const first = this.newThing();
    const second = first + 1;
    this.#join(second, first);
    if (bothWays) this.#join(first, second);
    for (const end of [first, second]) this.#holders.set(end, new Set([process]));
    return [first, second];
  }

  #join(writing: number, reading: number): void {
    const pipe = { content: new Uint8Array(), reading, writing };
    this.#out.set(writing, pipe);
    this.#in.set(reading, pipe);
  }

  hold(process: number, end: number): void {
    this.#holders.get(end)?.add(process);
  }

  close(process: number, end: number): void {
    const holders = this.#holders.get(end);
    if (!holders?.delete(process) || holders.size > 0) return;
    this.#wake(end ^ 1); // the other end
  }

  /** A process is over. */
  leave(process: number): void {
    for (const [end, holders] of this.#holders) if (holders.has(process)) this.close(process, end);
  }

  write(end: number, bytes: Uint8Array): number {
    const pipe = at(this.#out, end);
    if (this.#isClosed(pipe.reading)) return -1;
    const part = bytes.slice(0, ROOM - pipe.content.length);
    if (part.length === 0) return 0;
    pipe.content = new Uint8Array([...pipe.content, ...part]);
    this.#wake(pipe.reading);
    return part.length;
  }

  read(end: number, most: number): Uint8Array | undefined {
    const pipe = at(this.#in, end);
    const part = pipe.content.slice(0, most);
    if (part.length === 0) return this.#isClosed(pipe.writing) ? part : undefined;
    pipe.content = pipe.content.slice(most);
    this.#wake(pipe.writing);
    return part;
  }

  readable(end: number): boolean {
    const pipe = at(this.#in, end);
    return pipe.content.length > 0 || this.#isClosed(pipe.writing);
  }

  #isClosed(end: number): boolean {
    return this.#holders.get(end)?.size === 0;
  }
}

function at(pipes: ReadonlyMap<number, Pipe>, end: number): Pipe {
  const pipe = pipes.get(end);
  if (!pipe) throw new RangeError(`There is no end ${end} of a pipe for that.`);
  return pipe;
}
