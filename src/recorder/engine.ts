import crypto from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { Computer, type Start } from './computer.ts';
import { always, FreshInterpreters, type Pyodide } from './fresh.ts';
import type { Port } from './port.ts';
import type { World } from '#model/world.ts';

/** What the interpreter is asked for. */
export interface Job {
  readonly text: string;
  readonly machine: {
    readonly line: number;
    readonly seed: number;
    readonly debug: boolean;
    readonly cores: number;
    readonly processes: number;
    readonly world?: World | undefined;
  };
  readonly limits: { readonly steps: number; readonly lines: number };
  /** Python that is run first; a test plants a fault in the recorder with it. */
  readonly planted?: string;
}

const sources = new URL('./python/', import.meta.url);
const home = '/recorder/interleave_recorder';

/** The recorder's own Python, by file name. */
export function pythonSources(): Map<string, string> {
  const names = readdirSync(sources).filter((name) => name.endsWith('.py'));
  return new Map(
    names.sort().map((name) => [name, readFileSync(new URL(name, sources), 'utf8')] as const),
  );
}

/** Takes clock and chance from this thread, so that the image is the same bytes on every machine. */
function standStill(): void {
  Date.now = () => 0;
  performance.now = () => 0;
  Math.random = () => 0.5;
  const randomFillSync = (view: ArrayBufferView) =>
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(0);
  Object.assign(crypto, { randomFillSync });
}

/** An image keeps what was imported, and no files. */
function writeSources(python: Pyodide): void {
  python.FS.mkdirTree(home);
  for (const [name, text] of pythonSources()) python.FS.writeFile(`${home}/${name}`, text);
}

/** An interpreter with the recorder in it, as an image from which many start in a moment. */
export async function makeImage(): Promise<Uint8Array> {
  standStill();
  const python: Pyodide = await loadPyodide({ ...always, _makeSnapshot: true });
  writeSources(python);
  python.runPython(
    `import sys; sys.path.append('/recorder'); sys.dont_write_bytecode = True
import asyncio, interleave_recorder.program`,
  );
  return python.makeMemorySnapshot();
}

/** Runs programs from an image, each in an interpreter that is as fresh as a new one. */
export class Engine {
  readonly #image: Uint8Array;
  readonly #plain: FreshInterpreters;
  readonly #forThreads: FreshInterpreters;

  constructor(image: Uint8Array) {
    this.#image = image;
    this.#plain = new FreshInterpreters(image);
    this.#forThreads = new FreshInterpreters(image, prepareForThreads);
  }

  /**
   * The answer is what `program.record` gives. The thread's own clock is lost to it, so it is called
   * in a worker only.
   */
  async run(job: Job, atLine: AtLine, starts: () => void): Promise<string> {
    standStill();
    const { text, machine, limits } = job;
    const settings = JSON.stringify(machine);
    const given = [text, settings, JSON.stringify(limits)];
    let isOver = false;
    try {
      const program = programIn(await taken(this.#plain, job));
      if (!program.has_threads(text, settings)) {
        const recorded = program.record(...given, setClock(), atLine) as string;
        isOver = true;
        return recorded;
      }
      const stacks = new Stacks();
      const recorded = program.has_processes(text, settings)
        ? await this.#recordProcesses(job, given, atLine, starts, stacks)
        : await this.#recordThreads(job, given, atLine, stacks);
      isOver = await stacks.areOver();
      return recorded;
    } finally {
      this.#plain.takeBack(isOver);
      this.#forThreads.takeBack(isOver);
    }
  }

  async #recordThreads(job: Job, given: readonly string[], atLine: AtLine, stacks: Stacks) {
    const { record } = programIn(await taken(this.#forThreads, job));
    return record.callPromising(...given, setClock(), atLine, stacks.add) as Promise<string>;
  }

  async #recordProcesses(
    job: Job,
    given: readonly string[],
    atLine: AtLine,
    starts: () => void,
    stacks: Stacks,
  ) {
    // Of several that run at a time one may still be on its way when the program has ended: none is used again.
    const kind = new FreshInterpreters(this.#image, prepareForThreads);
    const boot = async (port: Port, { data, about }: Start) => {
      starts();
      const python = await taken(kind, job);
      const child = python.runPython('import interleave_recorder.child as child; child');
      const its = python.toPy([...given, setClock(computer), atLine, stacks.add]);
      await child.work.callPromising(its, port, data, about);
    };
    const computer = new Computer(job.machine, boot);
    const { record } = programIn(await taken(kind, job));
    const all = [...given, setClock(computer), atLine, stacks.add, computer.first];
    return Promise.race([computer.failure, record.callPromising(...all) as Promise<string>]);
  }
}

/** What threads need is imported only while they run, on top of replaced parts of the library. */
function prepareForThreads(python: Pyodide): void {
  writeSources(python);
  python.runPython('import importlib; importlib.invalidate_caches()');
}

type AtLine = (line: number) => void;

async function taken(kind: FreshInterpreters, { planted }: Job): Promise<Pyodide> {
  const python = await kind.take();
  if (planted !== undefined) python.runPython(planted);
  return python;
}

const programIn = (python: Pyodide) => python.runPython('interleave_recorder.program');

/** Takes each move of the program's clock, which C code reads from the host, and other processes see. */
function setClock(computer?: Computer) {
  return (epoch: number, elapsed: number) => {
    Date.now = () => epoch;
    performance.now = () => elapsed;
    // The clock of a new process is set before it has been told what time it is.
    if (computer) computer.now = Math.max(computer.now, Math.round(elapsed * 1e6));
  };
}

/** The stacks that the threads of a program have. */
class Stacks {
  #living = 0;

  readonly add = (): Stack =>
    new Stack((life) => {
      this.#living += 1;
      void life.finally(() => (this.#living -= 1));
    });

  /** Whether each has come to its end; one of a thread that nobody waited for has not. */
  async areOver(): Promise<boolean> {
    // What only has to say so has its turn first.
    await new Promise(setImmediate);
    return this.#living === 0;
  }
}

/** A stack of its own for a thread of the program: it can be put aside inside a call, and taken up again. */
class Stack {
  #takeUp: (() => void) | undefined;
  readonly #lives: (life: Promise<void>) => void;

  constructor(lives: (life: Promise<void>) => void) {
    this.#lives = lives;
  }

  /** What a stack waits for that is put aside. A call that gave a promise would be wrapped by Pyodide. */
  get parked(): Promise<void> {
    return new Promise((takeUp) => (this.#takeUp = takeUp));
  }

  wake(): void {
    this.#takeUp?.();
  }

  spawn(body: { copy(): { callPromising(): Promise<void> } }): void {
    this.#lives(body.copy().callPromising());
  }
}
