import { availableParallelism } from 'node:os';
import type { Check, Outcome } from '#tools/checks/check.ts';

export interface Finished {
  readonly check: Check;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/**
 * Runs all checks, as many at a time as there are cores, each after those it needs. A check whose
 * needs did not pass is not run and counts as failed. `tell` hears of each as it finishes.
 */
export async function runChecks(
  checks: readonly Check[],
  tell: (finished: Finished) => void,
  cores: number = availableParallelism(),
): Promise<readonly Finished[]> {
  refuseUnknownNeeds(checks);
  const waiting = [...checks];
  const running = new Map<Check, Promise<Finished>>();
  const finished: Finished[] = [];

  const settle = (done: Finished): void => {
    finished.push(done);
    tell(done);
  };
  while (waiting.length > 0 || running.size > 0) {
    for (const check of [...waiting]) {
      const stopper = stopperOf(check, finished);
      if (stopper !== undefined) {
        waiting.splice(waiting.indexOf(check), 1);
        const details = `Not run, because "${stopper}" did not pass.`;
        settle({ check, outcome: { passed: 0, failed: 1, details }, seconds: 0 });
      } else if (canStart(check, [...running.keys()], finished, cores)) {
        waiting.splice(waiting.indexOf(check), 1);
        running.set(check, timed(check));
      }
    }
    if (running.size > 0) {
      const next = await Promise.race(running.values());
      running.delete(next.check);
      settle(next);
    }
  }
  return finished;
}

function refuseUnknownNeeds(checks: readonly Check[]): void {
  const earlier = new Set<string>();
  for (const check of checks) {
    const others = [...(check.needs ?? []), ...(check.after ?? [])];
    const unknown = others.find((name) => !earlier.has(name));
    if (unknown !== undefined) {
      throw new Error(
        `The check "${check.name}" needs "${unknown}", which is not among those before it. ` +
          'List it earlier in src/tools/checks/list.ts.',
      );
    }
    earlier.add(check.name);
  }
}

function stopperOf(check: Check, finished: readonly Finished[]): string | undefined {
  return check.needs?.find((name) =>
    finished.some((done) => done.check.name === name && done.outcome.failed > 0),
  );
}

function canStart(
  check: Check,
  running: readonly Check[],
  finished: readonly Finished[],
  cores: number,
): boolean {
  const ready = [...(check.needs ?? []), ...(check.after ?? [])].every((name) =>
    finished.some((done) => done.check.name === name),
  );
  if (!ready || running.length >= cores) return false;
  if (running.some((other) => other.fillsMachine === true)) return false;
  if (check.fillsMachine === true) return running.length === 0;
  return !(check.usesAstro === true && running.some((other) => other.usesAstro === true));
}

async function timed(check: Check): Promise<Finished> {
  const started = performance.now();
  const outcome = await check.run().catch((problem: unknown): Outcome => {
    const details = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return { passed: 0, failed: 1, details };
  });
  const idle = outcome.passed + outcome.failed === 0 && outcome.notChecked === undefined;
  const counted = idle
    ? { passed: 0, failed: 1, details: 'It found nothing to look at.' }
    : outcome;
  return { check, outcome: counted, seconds: (performance.now() - started) / 1000 };
}
