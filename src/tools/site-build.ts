import { fork } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { BuildProblem } from '#tools/astro-build.ts';

const astroBuild = fileURLToPath(new URL('astro-build.ts', import.meta.url));

export interface Address {
  /** `https://docs.example.com`; without it, all that must be absolute is left out. */
  readonly site?: string | undefined;
  /** The path below it, in any form: `docs`, `/docs`, `/docs/`. */
  readonly base?: string | undefined;
}

/** A build that an author must mend; its message says what, where and what to type. */
export class BuildStopped extends Error {
  override name = 'BuildStopped';
}

/**
 * Builds the site into `folder`. It is built beside it and moved there when it is whole, so a
 * build that stops leaves the last good one in place. Answers with the warnings of the build.
 */
export async function buildSite(folder: string, address: Address): Promise<string> {
  await mkdir('.cache', { recursive: true });
  const workplace = await mkdtemp(join('.cache', 'build-'));
  try {
    const fresh = join(workplace, 'new');
    const { problem, log } = await runAstro(fresh, address);
    if (problem !== undefined) throw new BuildStopped(messageFor(problem, log, process.cwd()));
    await mkdir(join(folder, '..'), { recursive: true });
    await rename(folder, join(workplace, 'old')).catch(ignoreMissing);
    await rename(fresh, folder);
    return log;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function runAstro(
  folder: string,
  address: Address,
): Promise<{ problem: BuildProblem | undefined; log: string }> {
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  delete env['SITE'];
  delete env['BASE'];
  // In a test's environment Node would report to the test runner instead of running the build.
  delete env['NODE_TEST_CONTEXT'];
  if (address.site) env['SITE'] = address.site;
  if (address.base) env['BASE'] = address.base;
  const child = fork(astroBuild, [folder], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  return new Promise((done, fail) => {
    let log = '';
    let answer: { problem?: BuildProblem } | undefined;
    child.stdout?.on('data', (text: Buffer) => (log += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (log += text.toString()));
    child.on('message', (message) => (answer = message as { problem?: BuildProblem }));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      log = stripVTControlCharacters(log);
      const silent = { message: `The build ended without a word (${signal ?? `code ${code}`}).` };
      done({ problem: answer === undefined ? silent : answer.problem, log: log.trim() });
    });
  });
}

/** What to type where a parser says what it met, and not what an author meant. */
const spelling: readonly [said: RegExp, cure: string][] = [
  [
    /mapping entry|mapping pair|implicit key|quoted scalar|flow collection/,
    "A value of the front matter with a colon or a quote in it stands in quotes: title: 'Threads: when'",
  ],
  [
    /nexpected character .*`<`|before name/,
    'In a text, `<` begins a tag. Put the code that it belongs to into backticks: `a < b`',
  ],
  [
    /closing tag/,
    'End what you begin: `<Note>…</Note>`, or `<Replay … />` where nothing stands in it.',
  ],
];

/** What went wrong, in which page or file, and what to type; the stack only when asked for. */
export function messageFor(problem: BuildProblem, log: string, root: string): string {
  const page = /Caught error rendering (\S+?): /.exec(log)?.[1];
  const file = problem.file === undefined ? undefined : shorten(problem.file, root);
  const where = [
    page === undefined ? [] : [`on the page ${page}`],
    file === undefined ? [] : [`in ${file}${problem.line ? `, line ${problem.line}` : ''}`],
  ].flat();
  const lines = [
    `The build stopped${where.length > 0 ? ` ${where.join(', ')}` : ''}.`,
    '',
    indent(shorten(withoutStack(problem.message.trim()), root)),
  ];
  const hint = problem.hint?.trim() ?? spelling.find(([said]) => said.test(problem.message))?.[1];
  if (hint) lines.push('', indent(`Hint: ${shorten(hint, root)}`));
  if (process.env['STACK'] && problem.stack) lines.push('', indent(problem.stack));
  lines.push(
    '',
    'The last good build is left as it was. To see where in the code: STACK=1 npm run build',
  );
  return lines.join('\n');
}

/** Vite puts the stack into the message itself. */
function withoutStack(message: string): string {
  return message.replaceAll(/\n\s+at .+/g, '');
}

/** Paths below the project are shown as an author types them. */
function shorten(text: string, root: string): string {
  return text.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '');
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function ignoreMissing(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'ENOENT') throw problem;
}
