import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A real interpreter to compare recordings with. */
export interface Python {
  readonly path: string;
  /** "3.13.0" */
  readonly version: string;
}

const run = promisify(execFile);

/** The interpreters from 3.11 on that this machine has, one for each minor version, oldest first. */
export async function findPythons(): Promise<Python[]> {
  const found = new Map<number, Python>();
  for (const path of candidates()) {
    const version = await versionOf(path);
    const minor = Number(version?.match(/^3\.(\d+)\.\d+$/)?.[1] ?? 0);
    if (version && minor >= 11 && !found.has(minor)) found.set(minor, { path, version });
  }
  return [...found].sort(([a], [b]) => a - b).map(([, python]) => python);
}

/** PYTHONS (a list like PATH) comes first, then pyenv's versions, then what PATH has. */
function candidates(): string[] {
  const pyenv = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const versions = existsSync(pyenv) ? readdirSync(pyenv) : [];
  const names = ['11', '12', '13', '14', '15'].map((minor) => `python3.${minor}`);
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...(process.env['PYTHONS'] ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(pyenv, version, 'bin', 'python3')),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ].filter((path) => existsSync(path));
}

async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['-c', 'import platform; print(platform.python_version())']);
    return stdout.trim();
  } catch {
    return undefined; // a shim for a version that is not installed
  }
}
