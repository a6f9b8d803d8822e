import { Pipes } from './pipes.ts';
import { Port } from './port.ts';
import { Semaphores } from './semaphores.ts';

/**
 * What the processes of one recording share: the clock, the cores, pipes and semaphores. Each process
 * is an interpreter of its own; of all of them one has the *turn*, the one that is due first.
 * Nothing here knows of Python: `processes.py` is the other side.
 */

/** What starts a process: gives it its port, and is over when the process is. */
export type Boot = (port: Port, start: Start) => Promise<void>;

/** What a new process is told by the one that starts it. */
export interface Start {
  /** What it unpickles first. */
  readonly data: Uint8Array;
  /** What its lane is called, in JSON. */
  readonly about: string;
}

export interface Limits {
  readonly cores: number;
  /** How many processes there may be beside the first. */
  readonly processes: number;
}

export class Computer {
  /** Nanoseconds. */
  now = 0;
  stopped = '';
  readonly pipes = new Pipes((thing) => this.#wake(thing));
  readonly semaphores = new Semaphores(this.pipes, (thing) => this.#wake(thing, 1));
  readonly #limits: Limits;
  readonly #boot: Boot;
  readonly #ports: Port[] = [];
  readonly #starts = new Map<Port, Start>();
  readonly #listeners = new Map<number, { readonly port: Port; readonly thread: number }[]>();
  readonly #waitForCore: { readonly port: Port; readonly since: number }[] = [];
  readonly #failed = Promise.withResolvers<never>();
  #free: number;
  #turns = 0;
  #order = 0;

  constructor(limits: Limits, boot: Boot) {
    this.#limits = limits;
    this.#free = limits.cores - 1; // the first process has one
    this.#boot = boot;
    this.#ports.push(new Port(this, 0, -1));
    this.#failed.promise.catch(() => {});
  }

  get first(): Port {
    return this.#ports[0]!;
  }

  /** Rejects where a process cannot be started, or its recorder fails. */
  get failure(): Promise<never> {
    return this.#failed.promise;
  }

  // Turns

  /** When the first of the other processes is due. */
  horizon(port: Port): number {
    return Math.min(...this.#ports.map((each) => (each === port ? each.called : each.due)));
  }

  isFirst(port: Port, due: number): boolean {
    // Who has had its go stands behind those that are due at the same time.
    if (port.next !== due || port.went) port.place = this.#order++;
    port.next = due;
    const first = this.#earliest();
    port.went = first === undefined || first === port;
    return port.went;
  }

  /** The one who had the turn parks or is over; the process that is due first goes on. */
  pass(): void {
    const port = (this.stopped === '' && this.#earliest()) || this.first;
    if (port.due !== Infinity) this.now = Math.max(this.now, port.due);
    port.turns = ++this.#turns;
    const start = this.#starts.get(port);
    if (!start) {
      port.resume();
      return;
    }
    this.#starts.delete(port);
    this.#boot(port, start).then(
      () => this.pass(),
      (error: Error) => this.#failed.reject(error),
    );
  }

  #earliest(): Port | undefined {
    return this.#ports
      .filter(({ due }) => due !== Infinity)
      .toSorted((a, b) => a.due - b.due || a.place - b.place)[0];
  }

  call(port: Port): void {
    if (port.due > this.now) port.place = this.#order++;
    port.called = Math.min(port.called, this.now);
  }

  stop(why: string): void {
    this.stopped ||= why;
  }

  // Cores

  takeCore(port: Port): boolean {
    if (port.reserved > 0) {
      port.reserved -= 1;
    } else if (this.#free > 0 && this.#waitForCore.length === 0) {
      this.#free -= 1;
    } else {
      if (!this.#waitForCore.some((each) => each.port === port))
        this.#waitForCore.push({ port, since: this.now });
      return false;
    }
    port.cores += 1;
    return true;
  }

  giveCore(port: Port): void {
    port.cores -= 1;
    this.#free += 1;
    this.#handOut();
  }

  /** Since when another process has waited for a core; -1 if none does. */
  coreAsked(port: Port): number {
    return this.#waitForCore.find((each) => each.port !== port)?.since ?? -1;
  }

  #handOut(): void {
    for (let next; this.#free > 0 && (next = this.#waitForCore.shift());) {
      this.#free -= 1;
      next.port.reserved += 1;
      this.call(next.port);
    }
  }

  // Processes

  start(parent: Port, start: Start, ends: readonly number[]): number {
    if (this.#ports.filter(({ code }) => code === undefined).length > this.#limits.processes)
      return -1;
    const port = new Port(this, this.#ports.length, parent.number);
    this.#ports.push(port);
    this.#starts.set(port, start);
    for (const end of ends) this.pipes.hold(port.number, end);
    this.call(port);
    return port.number;
  }

  process(number: number): Port | undefined {
    return this.#ports[number];
  }

  exit(port: Port, code: number): void {
    port.code = code;
    port.next = port.called = Infinity;
    this.#free += port.cores + port.reserved;
    port.cores = port.reserved = 0;
    const place = this.#waitForCore.findIndex((each) => each.port === port);
    if (place >= 0) this.#waitForCore.splice(place, 1);
    this.#handOut();
    for (const list of this.#listeners.values())
      list.splice(0, Infinity, ...list.filter((each) => each.port !== port));
    this.pipes.leave(port.number);
  }

  /** What the other processes have to tell, in JSON, each with its parent's number. */
  others(): string[] {
    return this.#ports.slice(1).map((port) => {
      const { number, parent } = port;
      return (
        port.tells?.() ?? JSON.stringify({ number, parent, about: this.#starts.get(port)?.about })
      );
    });
  }

  // Waiting

  listen(port: Port, thread: number, things: readonly number[]): void {
    for (const thing of things) {
      const list = this.#listeners.get(thing) ?? [];
      this.#listeners.set(thing, [...list, { port, thread }]);
    }
  }

  deafen(port: Port, thread: number): void {
    for (const [thing, list] of this.#listeners)
      this.#listeners.set(
        thing,
        list.filter((each) => each.port !== port || each.thread !== thread),
      );
  }

  #wake(thing: number, most = Infinity): void {
    for (const { port, thread } of (this.#listeners.get(thing) ?? []).slice(0, most)) {
      this.deafen(port, thread);
      port.wake(thread);
      this.call(port);
    }
  }
}
