import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A real interpreter to compare recordings with, and to measure on. */
export interface Python {
  readonly path: string;
  /** "3.13.0" */
  readonly version: string;
  /** Whether it was built to run without the GIL. */
  readonly freeThreaded: boolean;
}

const run = promisify(execFile);

/** The standard builds from 3.11 on that this machine has, one for each minor version, oldest first. */
export async function findPythons(): Promise<Python[]> {
  return (await findBuilds()).filter(({ freeThreaded }) => !freeThreaded);
}

/** The same with free-threaded builds, each after the standard build of its version. */
export async function findBuilds(): Promise<Python[]> {
  const found = new Map<number, Python>();
  for (const path of candidates()) {
    const build = await buildAt(path);
    const minor = Number(build?.version.match(/^3\.(\d+)\.\d+$/)?.[1] ?? 0);
    const place = minor + (build?.freeThreaded ? 0.5 : 0);
    if (build && minor >= 11 && !found.has(place)) found.set(place, build);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, python]) => python);
}

/** PYTHONS (a list like PATH) comes first, then pyenv's versions, then what PATH has. */
function candidates(): string[] {
  const pyenv = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(pyenv) ? readdirSync(pyenv) : [];
  const minors = ['11', '12', '13', '14', '15'].map((minor) => `python3.${minor}`);
  const names = [...minors, 'python3.13t', 'python3.14t', 'python3.15t'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...(process.env['PYTHONS'] ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(pyenv, version, 'bin', 'python3')),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ].filter((path) => existsSync(path));
}

const ASK = `import platform, sysconfig
print(platform.python_version(), bool(sysconfig.get_config_var("Py_GIL_DISABLED")))`;

async function buildAt(path: string): Promise<Python | undefined> {
  try {
    const { stdout } = await run(path, ['-c', ASK]);
    const [version = '', freeThreaded] = stdout.trim().split(' ');
    return { path, version, freeThreaded: freeThreaded === 'True' };
  } catch {
    return undefined; // a shim for a version that is not installed
  }
}
