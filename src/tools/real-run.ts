import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Stream } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Schedule } from '#model/schedule.ts';
import { totalOf } from '#model/total.ts';
import { fingerprint } from '#recorder/provenance.ts';
import type { World } from '#model/world.ts';
import type { Python } from '#tools/pythons.ts';
import { serve } from '#tools/real-world.ts';

/** What a program showed to the outside: on a real interpreter, or as recorded. */
export interface Shown {
  readonly stdout: readonly string[];
  /** Last lines of tracebacks and first lines of warnings. */
  readonly stderr: readonly string[];
  readonly status: number | 'killed';
  /** Milliseconds. */
  readonly total: number;
}

/** Microseconds that a real run may take; a longer program is run at a higher pace. */
const LONGEST = 30e6;

/** A real run may be this much later than the virtual clock says. */
export const TOLERANCE = 250;

/** How much earlier or later than recorded a real run may be over, in milliseconds. */
interface Slack {
  readonly early: number;
  readonly late: number;
}

/** Milliseconds that a real machine which is busy with other things may need to start one process. */
const STARTING = 1000;

/** A run that starts processes may take as long as they take to start; the model has another figure for that. */
export function slackOf({ processes, provenance: { machine } }: Schedule): Slack {
  const started = (processes?.length ?? 1) - 1;
  const modelled = (started * machine.process) / 1000;
  return { early: 5 + modelled, late: TOLERANCE + started * STARTING };
}

/** Runs a program as a reader would. One that shall not end is stopped a moment after its recording ends. */
export async function runReally(
  python: Python,
  schedule: Schedule,
  text: string,
  world?: World,
): Promise<Shown> {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  try {
    writeFileSync(join(folder, 'example.py'), text);
    return await watch(python, folder, schedule, world);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function watch(
  python: Python,
  folder: string,
  schedule: Schedule,
  world: World | undefined,
): Promise<Shown> {
  const outside = world && (await serve(world));
  const { machine } = schedule.provenance;
  const endless = schedule.ends.how === 'deadlock' || schedule.ends.how === 'hangs';
  const recorded = totalOf(schedule) / 1000;
  const pace = paceOf(schedule);
  const child = spawn(python.path, ['-u', 'example.py'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PYTHONPATH: fileURLToPath(new URL('./real-run/', import.meta.url)),
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONUNBUFFERED: '1', // in the processes that it starts, too
      PACE: String(pace),
      ...outside?.env,
      ...(machine.debug ? { PYTHONASYNCIODEBUG: '1' } : {}),
    },
  });
  const patience = recorded / pace + (endless ? 1000 : 15_000);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const texts = { stdout: '', stderr: '', took: '' };
  const keep = (stream: Stream | null | undefined, name: keyof typeof texts) =>
    (stream as Readable).setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  keep(child.stdout, 'stdout');
  keep(child.stderr, 'stderr');
  keep(child.stdio[3] as Stream | null, 'took');
  outside?.follow(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve).on('error', reject);
  });
  clearTimeout(timer);
  await outside?.close();
  return {
    stdout: lines(texts.stdout),
    stderr: complaints(texts.stderr),
    status: code ?? 'killed',
    total: Math.round(Number(texts.took) * 1000),
  };
}

/** What a real run depends on; one that was made for something else does not count. */
export function fitsOf(text: string, schedule: Schedule): string {
  const { line, seed, debug } = schedule.provenance.machine;
  return fingerprint(
    text,
    JSON.stringify({ line, seed, debug }),
    JSON.stringify(shownBy(schedule)),
    ...(schedule.provenance.world === undefined ? [] : [schedule.provenance.world]),
  );
}

/** How many times faster than the clock a program is run that would take minutes. */
export function paceOf(schedule: Schedule): number {
  return Math.max(1, Math.round(totalOf(schedule) / LONGEST));
}

/** What a recording says that the program shows. */
export function shownBy(schedule: Schedule): Shown {
  const written = { stdout: '', stderr: '' };
  for (const step of schedule.steps) {
    if (step.kind === 'print') written[step.stream] += step.text;
    if (step.kind === 'warn') written.stderr += step.text;
  }
  return {
    stdout: lines(written.stdout),
    stderr: complaints(written.stderr),
    status: statusOf(schedule),
    total: totalOf(schedule) / 1000,
  };
}

/** What a shell hears of a program's end. */
function statusOf({ ends }: Schedule): Shown['status'] {
  if (ends.how === 'returns') return 0;
  if (ends.how === 'syntax-error') return 1;
  // Python ends itself by the signal that an interrupt stands for.
  if (ends.how !== 'raises' || ends.exception === 'KeyboardInterrupt') return 'killed';
  const code = ends.exception === 'SystemExit' ? Number(ends.message) : NaN;
  return Number.isInteger(code) ? code & 0xff : 1;
}

/** Where two runs differ, in words; nothing where they agree. */
export function differences(
  real: Shown,
  recorded: Shown,
  {
    timed,
    anyOrder = false,
    slack = { early: 5, late: TOLERANCE },
  }: { readonly timed: boolean; readonly anyOrder?: boolean; readonly slack?: Slack },
): string[] {
  if (anyOrder)
    return differences(
      { ...real, stdout: real.stdout.toSorted() },
      { ...recorded, stdout: recorded.stdout.toSorted() },
      { timed, slack },
    );
  const found: string[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    const length = Math.max(real[stream].length, recorded[stream].length);
    const line = Array.from({ length }, (_, n) => n).find(
      (n) => real[stream][n] !== recorded[stream][n],
    );
    if (line !== undefined)
      found.push(
        `${stream} line ${line + 1}: really ${quote(real[stream][line])}, recorded ${quote(recorded[stream][line])}`,
      );
  }
  if (real.status !== recorded.status)
    found.push(`exit: really ${real.status}, recorded ${recorded.status}`);
  const late = real.total - recorded.total;
  if (timed && real.status !== 'killed' && (late < -slack.early || late > slack.late))
    found.push(`total: really ${real.total} ms, recorded ${recorded.total} ms`);
  return found;
}

function quote(line: string | undefined): string {
  return line === undefined ? 'nothing' : `"${line}"`;
}

/** Addresses differ from run to run, and paths from machine to machine. */
function lines(text: string): string[] {
  const same = text
    .replace(/0x[0-9a-f]+/g, '0x…')
    .replace(/(?:\/[^\s/"':]+)+\/example\.py/g, 'example.py')
    .replace(/(?:\/[^\s/"':]+)+\/(asyncio\/\w+\.py):\d+/g, '$1')
    // A warning at the interpreter's own end, until 3.12 and since.
    .replace(/^(sys:1|<sys>:0): /gm, '<sys>: ');
  return same === '' ? [] : same.replace(/\n$/, '').split('\n');
}

/** Tracebacks quote code and point at it otherwise in each version: their last lines count, and warnings' first. */
function complaints(text: string): string[] {
  const kept: string[] = [];
  let inside = false;
  for (const line of lines(text)) {
    if (line.startsWith('Traceback') || line.includes('Exception Group Traceback')) inside = true;
    else if (
      inside &&
      /^[\w.]+(Error|Exception|Group|Exit|Interrupt)?\b.*$/.test(line) &&
      !line.startsWith(' ')
    ) {
      kept.push(line);
      inside = false;
    } else if (/Warning: |was never retrieved$|but it is pending!$|^Executing </.test(line)) {
      kept.push(line.replace(/^Executing <.*> took [\d.]+ seconds/, 'Executing … took … seconds'));
    }
  }
  return kept.filter((line) => !line.includes('Enable tracemalloc'));
}
