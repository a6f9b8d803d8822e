import crypto from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { World } from '#model/world.ts';

/** What the interpreter is asked for. */
export interface Job {
  readonly text: string;
  readonly machine: {
    readonly line: number;
    readonly seed: number;
    readonly debug: boolean;
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
): Promise<string> {
  standStill();
  const python: Pyodide = await loadPyodide({ ...always, _loadSnapshot: image });
  const setClock = (epoch: number, elapsed: number) => {
    Date.now = () => epoch;
    performance.now = () => elapsed;
  };
  if (planted !== undefined) python.runPython(planted);
  const program = python.runPython('interleave_recorder.program');
  const job = [text, JSON.stringify(machine), JSON.stringify(limits), setClock, atLine];
  if (!program.has_threads(text, JSON.stringify(machine))) return program.record(...job) as string;
  // What threads need is imported only now, on top of replaced parts of the library.
  writeSources(python);
  python.runPython('import importlib; importlib.invalidate_caches()');
  return program.record.callPromising(...job, () => new Stack()) as Promise<string>;
}

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
