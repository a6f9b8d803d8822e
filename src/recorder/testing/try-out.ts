import { after } from 'node:test';
import { machineSchema, type Schedule, type Step } from '#model/schedule.ts';
import { worldSchema } from '#model/world.ts';
import { Interpreters } from '../host.ts';
import { record, RecordingError } from '../record.ts';

/** For tests: records little programs, and tells steps in a line each. */

const interpreters = new Interpreters();
after(() => interpreters.close());

export interface Trial {
  readonly ends?: string;
  readonly machine?: object;
  /** As it stands in example.yaml. */
  readonly world?: object;
  /** Python that plants a fault in the recorder. */
  readonly planted?: string;
}

/** Records a program given as text; what is indented alike on every line is taken off. */
export function tryOut(
  text: string,
  { ends, machine = {}, world, planted }: Trial = {},
): Promise<Schedule> {
  return record(interpreters, dedent(text), machineSchema.parse(machine), {
    declared: ends,
    world: world && worldSchema.parse(world),
    planted,
  });
}

/** An `async def main()` with this body, run by `asyncio.run`, with asyncio imported. */
export function tryMain(body: string, trial: Trial = {}): Promise<Schedule> {
  const indented = dedent(body).replace(/^(?=.)/gm, '    ');
  return tryOut(`import asyncio\nasync def main():\n${indented}\nasyncio.run(main())`, trial);
}

/** The first line of what an author is told of a program that is not recorded; "recorded" if it is. */
export async function refusal(text: string, trial: Trial = {}): Promise<string> {
  try {
    await tryOut(text, trial);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return error.message.split('\n')[0] ?? '';
  }
  return 'recorded';
}

/** What stood on stdout. */
export function stdoutOf({ steps }: Schedule): string {
  return steps
    .map((step) => (step.kind === 'print' && step.stream === 'stdout' ? step.text : ''))
    .join('');
}

/** "0.5 work 0 @5 wait for timer 0": when, who, at which line, what. */
export function tell(schedule: Schedule, step: Step): string {
  const { kind, at, lane, line, ...rest } = step;
  const where = line === undefined ? '' : ` @${line}`;
  const what = JSON.stringify(rest, (key, value: unknown) => (isLane(key) ? named(value) : value))
    .replace(/[{}"[\]]/g, ' ')
    .replace(/ ?: ?/g, ' ')
    .replace(/[ ,]+/g, ' ')
    .trim();
  return `${at / 1e6} ${named(lane)}${where} ${kind} ${what}`.trim();

  function named(value: unknown): unknown {
    return Array.isArray(value) ? value.map(named) : schedule.lanes[value as number]?.name;
  }
}

function isLane(key: string): boolean {
  return ['target', 'child', 'of', 'about', 'lanes'].includes(key);
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depth = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}
