import { loadPyodide } from 'pyodide';

export type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

// The order of a set follows from hashes and addresses, and an address from the length of every
// string before it: nothing that differs between machines may come in.
export const always = {
  env: { PYTHONHASHSEED: '0', LANG: 'C.UTF-8' },
  _sysExecutable: '/usr/bin/python',
};

/** Where the recorder writes each program down; the file has its place before the first. */
const PROGRAM = '/home/pyodide/example.py';

/** An interpreter in which no program has run, and what it looks like then. */
interface Fresh {
  readonly python: Pyodide;
  readonly memory: Uint8Array;
  readonly outside: string;
  /** The number of the first file that a program may make. */
  readonly nextFile: number;
  /** When each file was last looked at and changed. */
  readonly times: ReadonlyMap<FileNode, FileTimes>;
}

/**
 * Interpreters in which no program has run yet. To start one takes five times as long as most programs
 * run; so one that has come to its end is set back to its first byte for the next program, unless that
 * left something outside of the interpreter's memory.
 */
export class FreshInterpreters {
  readonly #image: Uint8Array;
  readonly #prepare: (python: Pyodide) => void;
  readonly #spare: Fresh[] = [];
  readonly #taken = new Map<Pyodide, Fresh>();

  /** `prepare` is what each is made ready with. */
  constructor(image: Uint8Array, prepare: (python: Pyodide) => void = () => undefined) {
    this.#image = image;
    this.#prepare = prepare;
  }

  async take(): Promise<Pyodide> {
    const fresh = this.#spare.pop() ?? (await this.#start());
    this.#taken.set(fresh.python, fresh);
    return fresh.python;
  }

  /** Takes all of them back. If anything may still go on in them, which would be in the memory of another program, they are dropped. */
  takeBack(isOver: boolean): void {
    for (const fresh of isOver ? this.#taken.values() : []) {
      clearFiles(fresh);
      if (outsideOf(fresh.python) !== fresh.outside) continue;
      inside(fresh.python)._module.HEAPU8.set(fresh.memory);
      this.#spare.push(fresh);
    }
    this.#taken.clear();
  }

  async #start(): Promise<Fresh> {
    // What JavaScript has no more use for is else let go of when it is another program's memory.
    Object.assign(globalThis, { FinalizationRegistry: Nobody });
    const python: Pyodide = await loadPyodide({ ...always, _loadSnapshot: this.#image });
    python.FS.writeFile(PROGRAM, '');
    this.#prepare(python);
    const { _module, FS } = inside(python);
    const [memory, nextFile] = [_module.HEAPU8.slice(), FS.nextInode];
    const times = new Map(filesOf(FS).map((node) => [node, timesOf(node)]));
    return { python, memory, nextFile, times, outside: outsideOf(python) };
  }
}

/** Takes no notice of what is forgotten. */
class Nobody {
  register(): void {}
  unregister(): void {}
}

/** What Emscripten keeps, and Pyodide's types leave out. */
interface Inside {
  readonly _module: { readonly HEAPU8: Uint8Array; readonly wasmTable: { length: number } };
  readonly FS: {
    /** Files and folders by a hash of their names, those of one hash in a chain. */
    readonly nameTable: readonly (FileNode | undefined)[];
    nextInode: number;
    readonly streams: ({ readonly node: FileNode } | null | undefined)[];
    cwd(): string;
    hashRemoveNode(node: FileNode): void;
  };
}
interface FileTimes {
  atime: number;
  mtime: number;
  ctime: number;
}
interface FileNode extends FileTimes {
  readonly id: number;
  readonly name: string;
  readonly parent: { readonly contents: Record<string, unknown> };
  readonly usedBytes?: number;
  readonly name_next?: FileNode | undefined;
}

function hasInside(python: object): python is Inside {
  const has = (of: unknown, ...names: readonly string[]) =>
    typeof of === 'object' && of !== null && names.every((name) => name in of);
  return (
    '_module' in python &&
    'FS' in python &&
    has(python._module, 'HEAPU8', 'wasmTable') &&
    has(python.FS, 'nameTable', 'nextInode', 'streams', 'hashRemoveNode')
  );
}

function inside(python: object): Inside {
  if (!hasInside(python)) throw new Error('This Pyodide keeps its memory and files elsewhere.');
  return python;
}

/** Takes away what a program left in files of its own making, such as what a process is told by its parent. */
function clearFiles({ python, nextFile, times }: Fresh): void {
  const { FS } = inside(python);
  for (const node of filesOf(FS)) {
    Object.assign(node, times.get(node));
    if (node.id < nextFile) continue;
    FS.hashRemoveNode(node);
    delete node.parent.contents[node.name];
  }
  FS.streams.forEach((stream, i) => {
    if (stream && stream.node.id >= nextFile) FS.streams[i] = null;
  });
  FS.nextInode = nextFile;
}

/** What a program can leave behind besides what it wrote to memory: a larger one, functions, changes in files, open ones, its folder. */
function outsideOf(python: Pyodide): string {
  const { _module, FS } = inside(python);
  const files = filesOf(FS)
    .sort((one, other) => one.id - other.id)
    // What stands in the program's own file is another each time.
    .map(({ id, name, usedBytes }) => [id, name, PROGRAM.endsWith(`/${name}`) ? 0 : usedBytes]);
  const open = FS.streams.filter(Boolean).length;
  const { HEAPU8, wasmTable } = _module;
  return JSON.stringify([HEAPU8.length, wasmTable.length, FS.cwd(), open, files]);
}

function filesOf({ nameTable }: Inside['FS']): FileNode[] {
  return nameTable.flatMap(chainOf);
}

function timesOf({ atime, mtime, ctime }: FileNode): FileTimes {
  return { atime, mtime, ctime };
}

function chainOf(node: FileNode | undefined): FileNode[] {
  return node ? [node, ...chainOf(node.name_next)] : [];
}
