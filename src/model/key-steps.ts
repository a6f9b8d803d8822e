import type { KeyStep, StepPattern } from './example.ts';
import type { Schedule, Step } from './schedule.ts';

/** A key step fits no step, or more than one; the message lists what it could have meant. */
export class KeyStepError extends Error {}

/** As many candidates as one can take in at a glance. */
const LISTED = 12;

/**
 * The numbers of an example's key steps in a recording, by slug.
 * Throws a KeyStepError for the first that does not fit exactly once.
 */
export function keyStepNumbers(
  schedule: Schedule,
  steps: readonly KeyStep[],
): Record<string, number> {
  const numbers = steps.map(({ slug, when }) => {
    try {
      return [slug, findStep(schedule, when)] as const;
    } catch (error) {
      if (error instanceof KeyStepError) error.message = `Key step \`${slug}\`: ${error.message}`;
      throw error;
    }
  });
  return Object.fromEntries(numbers);
}

/** The number of the one step that a pattern names. */
export function findStep(schedule: Schedule, pattern: StepPattern): number {
  const { lane, kind, line, count } = pattern;
  const mine = numbered(schedule).filter(({ step }) => schedule.lanes[step.lane]?.name === lane);
  if (mine.length === 0) {
    const names = schedule.lanes.map(({ name }) => `\`${name}\``).join(', ');
    throw new KeyStepError(`there is no lane \`${lane}\`. The lanes are ${names}.`);
  }
  const ofKind = mine.filter(({ step }) => step.kind === kind);
  const fitting = ofKind.filter(({ step }) => line === undefined || step.line === line);
  const found = count === undefined && fitting.length > 1 ? undefined : fitting[(count ?? 1) - 1];
  if (found) return found.n;
  const near = ofKind.length ? ofKind : mine.filter(({ step }) => step.line === line);
  const candidates = fitting.length ? fitting : near.length ? near : mine;
  const what = `${lane}, ${kind}${line === undefined ? '' : `, line ${line}`}`;
  throw new KeyStepError(
    `${trouble(fitting.length, count, what)} Candidates:\n${list(candidates, fitting.length > 0)}`,
  );
}

function trouble(fitting: number, count: number | undefined, what: string): string {
  if (fitting === 0) return `no step fits "${what}".`;
  if (count !== undefined) return `"${what}" fits ${fitting} times, not ${count}.`;
  return `"${what}" fits ${fitting} times. Add \`count:\` with the one that is meant.`;
}

function list(candidates: readonly Numbered[], counted: boolean): string {
  const shown = candidates.slice(0, LISTED).map(({ step, n }, place) => {
    const line = step.line === undefined ? '' : `, line: ${step.line}`;
    const count = counted ? `, count: ${place + 1}` : '';
    return `  step ${n} at ${step.at / 1e6} s: { kind: ${step.kind}${line}${count} }`;
  });
  const rest = candidates.length - shown.length;
  return [...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
}

interface Numbered {
  readonly step: Step;
  readonly n: number;
}

function numbered({ steps }: Schedule): Numbered[] {
  return steps.map((step, n) => ({ step, n }));
}
