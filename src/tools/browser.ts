import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

/** What finding a browser asks of the machine; tests hand in one of their own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isRoot: boolean;
  /** Where Playwright keeps the browser it installs, whether or not it is there. */
  readonly playwrightPath: string;
  isProgram(path: string): boolean;
  /** Runs a program to its end; true when it went well. */
  run(program: string, args: readonly string[]): boolean;
  say(line: string): void;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const waysToGetOne = `Get one in any of these ways, then run the command again:
  - on Debian or Ubuntu:   apt-get install chromium
  - on any system:         npx playwright install chromium
  - one you have already:  CHROMIUM_PATH=/path/to/chrome npm test`;

/**
 * The path of the Chromium or Chrome that tests, drawing and pictures use: the one that
 * CHROMIUM_PATH names, else one installed on the system, else Playwright's own, else one it
 * installs. Throws one message naming the ways to get one when all fail.
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const named = machine.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (machine.isProgram(named)) return named;
    throw new Error(
      `CHROMIUM_PATH names ${named}, which is not a program that can be run. ` +
        'Correct it, or unset it to use an installed browser.',
    );
  }
  return installed(machine) ?? install(machine);
}

function installed(machine: Machine): string | undefined {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces, machine.playwrightPath].find((path) =>
    machine.isProgram(path),
  );
}

function install(machine: Machine): string {
  machine.say('No Chromium or Chrome is installed. Asking Playwright for one.');
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  if (machine.run(process.execPath, [playwright, 'install', '--no-shell', 'chromium'])) {
    const found = installed(machine);
    if (found !== undefined) return found;
  }
  if (machine.platform === 'linux' && machine.isRoot && machine.isProgram('/usr/bin/apt-get')) {
    machine.say('Playwright could not get one. Asking Debian for its own.');
    if (
      machine.run('apt-get', ['-qq', 'update']) &&
      machine.run('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', 'chromium'])
    ) {
      const found = installed(machine);
      if (found !== undefined) return found;
    }
  }
  throw new Error(`No Chromium or Chrome was found, and none could be installed.\n${waysToGetOne}`);
}

/** How to start the browser: alone, as root too, and without calls of its own to the network. */
export function launchOptions(path: string = findBrowser()): LaunchOptions {
  return {
    executablePath: path,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      // A page that still glides when a test asks for its place answers otherwise each time.
      '--disable-smooth-scrolling',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}

export function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    playwrightPath: chromium.executablePath(),
    isProgram(path) {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
    run(program, args) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      // What an installer says goes to the error stream: the output stays the caller's.
      const ended = spawnSync(program, args, { env, stdio: ['ignore', 2, 2], timeout: 600_000 });
      return ended.status === 0;
    },
    say: (line) => console.error(line),
  };
}
