import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Ended {
  readonly ok: boolean;
  /** Both streams in the order they came, without colours. */
  readonly output: string;
}

/** Runs a program to its end with the given additions to the environment. */
export function run(
  program: string,
  args: readonly string[],
  additions: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...additions };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ ok: code === 0, output: stripVTControlCharacters(output).trim() });
    });
  });
}
