import crypto from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { Computer, type Start } from './computer.ts';
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

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;
// The order of a set follows from hashes and addresses, and an address from the length of every
// string before it: nothing that differs between machines may come in.
const always = {
  env: { PYTHONHASHSEED: '0', LANG: 'C.UTF-8' },
  _sysExecutable: '/usr/bin/python',
};

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

/**
 * Runs one program in an interpreter of its own; the answer is what `program.record` gives.
 * The thread's own clock is lost to it, so it is called in a worker only.
 */
export async function run(
  image: Uint8Array,
  { text, machine, limits, planted }: Job,
  atLine: (line: number) => void,
  starts: () => void,
): Promise<string> {
  standStill();
  const job = [text, JSON.stringify(machine), JSON.stringify(limits)];
  const python = await interpreter(image, planted);
  const program = python.runPython('interleave_recorder.program');
  if (!program.has_threads(text, JSON.stringify(machine)))
    return program.record(...job, setClock(), atLine) as string;
  prepareForThreads(python);
  if (!program.has_processes(text, JSON.stringify(machine)))
    return program.record.callPromising(...job, setClock(), atLine, newStack) as Promise<string>;
  const boot = async (port: Port, { data, about }: Start) => {
    starts();
    const other = await interpreter(image, planted);
    prepareForThreads(other);
    const child = other.runPython('import interleave_recorder.child as child; child');
    const its = other.toPy([...job, setClock(computer), atLine, newStack]);
    await child.work.callPromising(its, port, data, about);
  };
  const computer = new Computer(machine, boot);
  const all = [...job, setClock(computer), atLine, newStack, computer.first];
  return Promise.race([computer.failure, program.record.callPromising(...all) as Promise<string>]);
}

async function interpreter(image: Uint8Array, planted: string | undefined): Promise<Pyodide> {
  const python = await loadPyodide({ ...always, _loadSnapshot: image });
  if (planted !== undefined) python.runPython(planted);
  return python;
}

/** What threads need is imported only now, on top of replaced parts of the library. */
function prepareForThreads(python: Pyodide): void {
  writeSources(python);
  python.runPython('import importlib; importlib.invalidate_caches()');
}

/** Takes each move of the program's clock, which C code reads from the host, and other processes see. */
function setClock(computer?: Computer) {
  return (epoch: number, elapsed: number) => {
    Date.now = () => epoch;
    performance.now = () => elapsed;
    // The clock of a new process is set before it has been told what time it is.
    if (computer) computer.now = Math.max(computer.now, Math.round(elapsed * 1e6));
  };
}

const newStack = () => new Stack();

/** A stack of its own for a thread of the program: it can be put aside inside a call, and taken up again. */
class Stack {
  #takeUp: (() => void) | undefined;

  /** What a stack waits for that is put aside. A call that gave a promise would be wrapped by Pyodide. */
  get parked(): Promise<void> {
    return new Promise((takeUp) => (this.#takeUp = takeUp));
  }

  wake(): void {
    this.#takeUp?.();
  }

  spawn(body: { copy(): { callPromising(): Promise<void> } }): void {
    void body.copy().callPromising();
  }
}
