import { FORMAT, scheduleSchema, type Machine, type Schedule } from '#model/schedule.ts';
import type { World } from '#model/world.ts';
import { Stuck, type Interpreters } from './host.ts';
import { fingerprint, recorderFingerprint } from './provenance.ts';

/** Steps after which a program is taken for one that does not end. */
export const STEP_LIMIT = 20_000;
/** Lines, repeated ones each counted, after which it is taken for one too. */
export const LINE_LIMIT = 250_000;
/** The same for a program that is meant to hang: enough to see that it does. */
const HANGING = { steps: 300, lines: 5_000 };

/** What a program was found to do that it was not declared to do, in words for its author. */
export class RecordingError extends Error {}

/** How the author says that the program ends: `returns`, `raises TypeError`, `deadlock` … */
export type DeclaredEnd = string;

interface Outcome {
  readonly ends: { readonly how: string; readonly exception?: string; readonly message?: string };
  readonly python: string;
  readonly lanes: readonly object[];
  readonly resources: readonly object[];
  readonly processes?: readonly object[];
  readonly steps: readonly { readonly kind: string; readonly text?: string }[];
  readonly report?: {
    readonly line: number | null;
    readonly waits: readonly string[];
    readonly refused: {
      readonly what?: string;
      /** What the program needs that its world does not have. */
      readonly why?: string;
      readonly line: number | null;
    } | null;
  };
}

const recorder = recorderFingerprint();

/** What a recording may have besides its program and its machine. */
export interface Besides {
  readonly declared?: DeclaredEnd | undefined;
  readonly world?: World | undefined;
  /** Runs in the recorder first; only tests plant something. */
  readonly planted?: string | undefined;
}

/** Records a program. Throws a RecordingError if it ends otherwise than declared. */
export async function record(
  interpreters: Interpreters,
  text: string,
  machine: Machine,
  { declared = 'returns', world, planted }: Besides = {},
): Promise<Schedule> {
  const limits = declared === 'hangs' ? HANGING : { steps: STEP_LIMIT, lines: LINE_LIMIT };
  const settings = world ? { ...machine, world } : machine;
  // A byte order mark is no part of a program.
  const source = text.replace(/^\uFEFF/, '');
  const job = {
    text: source,
    machine: settings,
    limits,
    ...(planted === undefined ? {} : { planted }),
  };
  const outcome = JSON.parse(await run(interpreters, job)) as Outcome;
  checkEnd(outcome, declared, limits, world !== undefined);
  const { python, lanes, resources, processes, steps, ends } = outcome;
  return scheduleSchema.parse({
    format: FORMAT,
    provenance: {
      python,
      program: fingerprint(text),
      recorder,
      machine,
      ...(world ? { world: fingerprint(JSON.stringify(world)) } : {}),
    },
    ends,
    lanes,
    resources,
    ...(processes ? { processes } : {}),
    steps,
  });
}

async function run(interpreters: Interpreters, job: Parameters<Interpreters['run']>[0]) {
  try {
    return await interpreters.run(job);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    throw new RecordingError(
      `${error.message} It was on line ${error.line}, inside a call that does not come back.`,
    );
  }
}

function checkEnd(
  { ends, report, steps }: Outcome,
  declared: DeclaredEnd,
  limits: Limits,
  hasWorld: boolean,
): void {
  const found = ends.how === 'raises' ? `raises ${ends.exception}` : ends.how;
  if (found === declared) return;
  const line = report?.line ? ` on line ${report.line}` : '';
  const message = ends.message ? `: ${ends.message}` : '';
  const cure = `Declare it with \`ends: ${found}\`, if that is what the example shows.`;
  switch (ends.how) {
    case 'refused':
      if (report?.refused?.why)
        throw new RecordingError(`Line ${report.refused.line ?? '?'} ${report.refused.why}.`);
      throw new RecordingError(
        `Line ${report?.refused?.line ?? '?'} calls \`${report?.refused?.what}\`, which the recorder's machine does not have.${hasWorld ? '' : outside(report?.refused?.what)}`,
      );
    case 'hangs':
      throw new RecordingError(
        `The program does not end within ${limitPassed(steps.length, limits)}: stopped${line}. ${cure}`,
      );
    case 'deadlock':
      throw new RecordingError(
        `Everybody waits and nothing is due: ${report?.waits.join('; ') || 'nobody is left'}. ${cure}${traceback(steps)}`,
      );
    case 'syntax-error':
      throw new RecordingError(
        `${ends.exception}${message} (line ${(ends as { line?: number }).line}). ${cure}`,
      );
    case 'raises':
      throw new RecordingError(
        `The program raises ${ends.exception}${message}, but is declared to end with \`${declared}\`. ${missing(ends.exception)}${cure}${traceback(steps)}`,
      );
    default:
      throw new RecordingError(`The program ${found}, but is declared: \`ends: ${declared}\`.`);
  }
}

interface Limits {
  readonly steps: number;
  readonly lines: number;
}

function limitPassed(taken: number, { steps, lines }: Limits): string {
  const [count, what] = taken > steps - 1 ? [steps, 'steps'] : [lines, 'lines'];
  return `${count.toLocaleString('en')} ${what}`;
}

/** What asks for something outside the program, which an example may state. */
const OUTSIDE =
  /^(socket|signal)\.|^loop\.(create_(connection|server)|getaddrinfo|sock_|add_(reader|writer|signal))/;

function outside(what: string | undefined): string {
  return OUTSIDE.test(what ?? '')
    ? ' What there is outside a program is stated as `world:` in example.yaml, or in a file that `--world` names.'
    : '';
}

function missing(exception: string | undefined): string {
  return exception === 'ModuleNotFoundError'
    ? "What can be imported is Python's standard library, without what draws windows or works a terminal. "
    : '';
}

/** The last traceback that was written, on lines of its own; of a group, too. */
function traceback(steps: Outcome['steps']): string {
  const text = steps.findLast(({ text }) =>
    /^\s*(\+ Exception Group )?Traceback/.test(text ?? ''),
  )?.text;
  return text === undefined ? '' : `\n${text}`;
}
