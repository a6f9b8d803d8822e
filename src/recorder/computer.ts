import { Pipes } from './pipes.ts';

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

const FIRST_PID = 4242;

export class Computer {
  /** Nanoseconds. */
  now = 0;
  stopped = '';
  readonly pipes = new Pipes((thing) => this.#wake(thing));
  readonly #limits: Limits;
  readonly #boot: Boot;
  readonly #ports: Port[] = [];
  readonly #starts = new Map<Port, Start>();
  readonly #listeners = new Map<number, { readonly port: Port; readonly thread: number }[]>();
  readonly #semaphores = new Map<number, number>();
  readonly #firstValues = new Map<number, number>();
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
    if (port.next !== due) port.place = this.#order++;
    port.next = due;
    const first = this.#earliest();
    return first === undefined || first === port;
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

  // Semaphores

  newSemaphore(value: number): number {
    const thing = this.pipes.newThing();
    this.#semaphores.set(thing, value);
    this.#firstValues.set(thing, value);
    return thing;
  }

  valueOf(semaphore: number): number {
    return this.#semaphores.get(semaphore) ?? 0;
  }

  firstValueOf(semaphore: number): number {
    return this.#firstValues.get(semaphore) ?? 0;
  }

  takeSemaphore(semaphore: number): boolean {
    const value = this.valueOf(semaphore);
    if (value > 0) this.#semaphores.set(semaphore, value - 1);
    return value > 0;
  }

  releaseSemaphore(semaphore: number): void {
    this.#semaphores.set(semaphore, this.valueOf(semaphore) + 1);
    this.#wake(semaphore, 1);
  }
}

/** One process's side of the computer: what its Python calls. */
export class Port {
  readonly number: number;
  readonly parent: number;
  /** When its own first event is due, and when something from outside is there for it. */
  next = Infinity;
  called = Infinity;
  /** Who of two that are due at once came first. */
  place = 0;
  cores: number;
  /** Cores that came free for it, and which it has not taken yet. */
  reserved = 0;
  /** Its exit code, once it is over. */
  code: number | undefined;
  /** The number of the turn that it has, or had last. */
  turns = 0;
  /** The signal that it was sent; 0 for none. */
  signal = 0;
  /** Gives what it recorded, in JSON. */
  tells: (() => string) | undefined;
  readonly #computer: Computer;
  #resume: (() => void) | undefined;
  #woken: number[] = [];

  constructor(computer: Computer, number: number, parent: number) {
    this.#computer = computer;
    this.number = number;
    this.parent = parent;
    this.cores = number === 0 ? 1 : 0;
  }

  get due(): number {
    return Math.min(this.next, this.called);
  }

  get pid(): number {
    return FIRST_PID + this.number;
  }

  // Turns

  /** Until when nothing from outside can come in between; -1 for ever. */
  get horizon(): number {
    return finite(this.#computer.horizon(this));
  }

  /** Whether its own event, at that time (-1: never), comes before all others'. */
  is_first(due: number): boolean {
    return this.#computer.isFirst(this, due < 0 ? Infinity : due);
  }

  /** Gives the turn away, until it comes back. */
  get turn(): Promise<void> {
    return new Promise((resume) => {
      this.#resume = resume;
      this.#computer.pass();
    });
  }

  /** The same for ever. */
  get never(): Promise<void> {
    this.next = this.called = Infinity;
    return this.turn;
  }

  get now(): number {
    return this.#computer.now;
  }

  get stopped(): string {
    return this.#computer.stopped;
  }

  resume(): void {
    this.#resume?.();
  }

  stop(why: string): void {
    this.#computer.stop(why);
  }

  /** The threads that have what they waited for outside, which is asked for once. */
  woken(): number[] {
    const woken = this.#woken;
    this.#woken = [];
    this.called = Infinity;
    return woken;
  }

  wake(thread: number): void {
    this.#woken.push(thread);
  }

  listen(thread: number, things: Iterable<number>): void {
    this.#computer.listen(this, thread, [...things]);
  }

  deafen(thread: number): void {
    this.#computer.deafen(this, thread);
  }

  // Cores

  take_core(): boolean {
    return this.#computer.takeCore(this);
  }

  give_core(): void {
    this.#computer.giveCore(this);
  }

  get core_asked(): number {
    return this.#computer.coreAsked(this);
  }

  // Processes

  /** The number of a new process, or -1 where there may be no more. */
  start(data: Uint8Array, about: string, ends: Iterable<number>): number {
    return this.#computer.start(this, { data, about }, [...ends]);
  }

  /** The exit code of the process with that id; none while it runs. */
  code_of(pid: number): number | undefined {
    return this.#computer.process(pid - FIRST_PID)?.code;
  }

  /** Sends a signal; whether there was somebody to get it. */
  send_signal(pid: number, signal: number): boolean {
    const other = this.#computer.process(pid - FIRST_PID);
    if (other === undefined || other.code !== undefined) return false;
    other.signal ||= signal;
    this.#computer.call(other);
    return true;
  }

  exit(code: number): void {
    this.#computer.exit(this, code);
  }

  others(): string[] {
    return this.#computer.others();
  }

  // Pipes and semaphores

  pipe(bothWays = false): number[] {
    return this.#computer.pipes.make(this.number, bothWays);
  }

  /** How much of it went in: 0 while the pipe is full, -1 if nobody can read it any more. */
  write(end: number, bytes: Uint8Array): number {
    return this.#computer.pipes.write(end, bytes);
  }

  /** What is there; undefined while nothing is, and no bytes if nothing can come any more. */
  read(end: number, most: number): Uint8Array | undefined {
    return this.#computer.pipes.read(end, most);
  }

  readable(end: number): boolean {
    return this.#computer.pipes.readable(end);
  }

  close(end: number): void {
    this.#computer.pipes.close(this.number, end);
  }

  semaphore(value: number): number {
    return this.#computer.newSemaphore(value);
  }

  value_of(semaphore: number): number {
    return this.#computer.valueOf(semaphore);
  }

  /** What it was made with. */
  first_value_of(semaphore: number): number {
    return this.#computer.firstValueOf(semaphore);
  }

  take(semaphore: number): boolean {
    return this.#computer.takeSemaphore(semaphore);
  }

  release(semaphore: number): void {
    this.#computer.releaseSemaphore(semaphore);
  }
}

function finite(time: number): number {
  return time === Infinity ? -1 : time;
}
