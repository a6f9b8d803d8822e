import type { Schedule, Step, StepOf } from './schedule.ts';

/** Which process a lane lives in, and what holds of processes in every recording. */

/** The number of a lane's process: 0 for the one that the program began with. */
export function processOf({ lanes }: Pick<Schedule, 'lanes'>, lane: number): number {
  return lanes[lane]?.process ?? 0;
}

export function hasProcesses({ processes }: Pick<Schedule, 'processes'>): boolean {
  return processes !== undefined;
}

/** The lanes of a process that is over with this step. */
export function lanesOver(schedule: Pick<Schedule, 'lanes'>, { lane }: StepOf<'exit'>): number[] {
  const process = processOf(schedule, lane);
  return schedule.lanes.flatMap((_, n) => (processOf(schedule, n) === process ? [n] : []));
}

/** Follows the steps and says what is not true of processes and of what goes between them. */
export class Between {
  readonly #schedule: Schedule;
  readonly #booted = new Set<number>([0]);
  readonly #over = new Set<number>();
  readonly #sent = new Map<string, number>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  check(step: Step): string | undefined {
    const process = processOf(this.#schedule, step.lane);
    if (step.kind === 'boot') {
      if (this.#booted.has(process)) return `process ${process} has started before.`;
      this.#booted.add(process);
      return undefined;
    }
    if (step.kind === 'create') return this.#created(process, step);
    if (step.kind === 'transfer') return this.#transfer(step);
    if (step.kind === 'exit') return this.#exit(process, step);
    if (step.kind === 'gil' || step.kind === 'core') return this.#joined(process, step);
    if (this.#booted.has(process)) return undefined;
    return `Python has not started in process ${process}.`;
  }

  /** What is missing at the end: a process whose main thread is over is over too. */
  left(): string[] {
    return (this.#schedule.processes ?? []).flatMap(({ main }, process) => {
      const isOver = this.#schedule.lanes[main]?.how !== 'pending';
      return process === 0 || !isOver || this.#over.has(process)
        ? []
        : [`Process ${process} did not say that it is over.`];
    });
  }

  /** Who waited for another process goes on when that is over, and not only its main thread. */
  #joined(process: number, { cause }: StepOf<'gil' | 'core'>): string | undefined {
    if (cause?.by !== 'lane') return undefined;
    const other = processOf(this.#schedule, cause.of);
    return other === process || this.#over.has(other) ? undefined : `process ${other} runs on.`;
  }

  #created(process: number, { child }: StepOf<'create'>): string | undefined {
    const inside = processOf(this.#schedule, child);
    if (inside === process) return undefined;
    const { main, parent } = this.#schedule.processes?.[inside] ?? {};
    if (main !== child) return `lane ${child} begins in process ${inside}, but is not its first.`;
    return parent === process ? undefined : `process ${inside} has another parent.`;
  }

  /** What comes out of a pipe was put into it. */
  #transfer({ does, bytes, resource }: StepOf<'transfer'>): string | undefined {
    const what = `${resource}/${bytes}`;
    const count = this.#sent.get(what) ?? 0;
    this.#sent.set(what, count + (does === 'send' ? 1 : -1));
    return does === 'receive' && count === 0 ? `${bytes} bytes were not sent there.` : undefined;
  }

  #exit(process: number, { lane, code }: StepOf<'exit'>): string | undefined {
    this.#over.add(process);
    const told = this.#schedule.processes?.[process];
    if (process === 0 || told?.main !== lane) return `lane ${lane} is no process's main thread.`;
    return told.code === code ? undefined : `the exit code is said to be ${told.code}.`;
  }
}
