import type { Computer } from './computer.ts';

const FIRST_PID = 4242;

/** One process's side of the computer: what its Python calls. */
export class Port {
  readonly number: number;
  readonly parent: number;
  /** When its own first event is due, and when something from outside is there for it. */
  next = Infinity;
  called = Infinity;
  /** Who of two that are due at once came first. */
  place = 0;
  /** Whether it went on since it last said when it is due. */
  went = false;
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
    return this.#computer.semaphores.make(value);
  }

  value_of(semaphore: number): number {
    return this.#computer.semaphores.valueOf(semaphore);
  }

  /** What it was made with. */
  first_value_of(semaphore: number): number {
    return this.#computer.semaphores.firstValueOf(semaphore);
  }

  take(semaphore: number): boolean {
    return this.#computer.semaphores.take(semaphore);
  }

  release(semaphore: number): void {
    this.#computer.semaphores.release(semaphore);
  }
}

function finite(time: number): number {
  return time === Infinity ? -1 : time;
}
