import type { Schedule, Step, StepOf, Wait } from './schedule.ts';
import { isOutside } from './state.ts';

/** Follows what passes between a program and who is outside, and says what is not true of it. */
export class Connections {
  readonly #schedule: Schedule;
  /** By the lane of somebody outside: connections that it has had, bytes that it sent, and of those that were read. */
  readonly #had = new Map<number, number>();
  readonly #sent = new Map<number, number>();
  readonly #read = new Map<number, number>();
  /** When it last ended a connection, or refused one. */
  readonly #ended = new Map<number, number>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** `waits` is what the target of a wake waits for. */
  check(step: Step, waits: Wait | undefined): string | undefined {
    if (step.kind === 'net')
      return isOutside(this.#schedule, step.lane) ? this.#outer(step) : this.#inner(step);
    const wake = step.kind === 'queue' && step.callback === undefined && step.cause.by === 'net';
    return wake ? this.#wake(step, waits) : undefined;
  }

  #outer({ does, lane, bytes = 0, at }: StepOf<'net'>): string | undefined {
    if (does === 'accept' || does === 'connect') add(this.#had, lane, 1);
    if (does === 'end' || does === 'reset' || does === 'refuse') this.#ended.set(lane, at);
    if (does !== 'send' && does !== 'end' && does !== 'reset') return undefined;
    if (does === 'send') add(this.#sent, lane, bytes);
    return this.#had.has(lane) ? undefined : `lane ${lane} has no connection.`;
  }

  #inner({ does, peer, bytes = 0 }: StepOf<'net'>): string | undefined {
    if (does !== 'receive' || peer === undefined || !isOutside(this.#schedule, peer))
      return undefined;
    const read = add(this.#read, peer, bytes);
    const sent = this.#sent.get(peer) ?? 0;
    return read > sent ? `${read} bytes are read of ${sent} that lane ${peer} sent.` : undefined;
  }

  #wake({ at }: StepOf<'queue'>, waits: Wait | undefined): string | undefined {
    if (waits?.for !== 'net' || waits.due === undefined || waits.peer === undefined)
      return undefined;
    return at < waits.due && this.#ended.get(waits.peer) !== at
      ? `what it waits for is due at ${waits.due} only.`
      : undefined;
  }
}

function add(counts: Map<number, number>, key: number, by: number): number {
  const sum = (counts.get(key) ?? 0) + by;
  counts.set(key, sum);
  return sum;
}
