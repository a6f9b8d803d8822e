import { scheduleSchema, type Ending, type Schedule, type Step } from '../schedule.ts';

type Loose = { kind: Step['kind'] } & Record<string, unknown>;

const SECOND = 1e6;

/** For tests: writes steps one after the other; the clock and the lane stay as they are until they are set. */
export class Tape {
  at = 0;
  lane = 0;
  readonly lanes: Record<string, unknown>[] = [];
  readonly resources: Record<string, unknown>[] = [];
  readonly steps: Record<string, unknown>[] = [];

  step({ kind, ...more }: Loose): this {
    this.steps.push({ kind, at: this.at, lane: this.lane, ...more });
    return this;
  }

  as(lane: number): this {
    this.lane = lane;
    return this;
  }

  born(name: string, kind: string, more: object = {}): this {
    this.lanes.push({ name, kind, born: this.steps.length, how: 'pending', ...more });
    return this.step({ kind: 'create', child: this.lanes.length - 1 });
  }

  end(lane: number, how: Ending, more: object = {}): this {
    const ending = this.lanes[lane];
    if (ending) Object.assign(ending, { how, ended: this.steps.length });
    return this.as(lane).step({ kind: 'end', how, ...more });
  }

  /** A task begins to wait for a new timer. */
  nap(lane: number, line: number, timer: number, seconds: number): this {
    const callback = "sleep's timer";
    const due = this.at + seconds * SECOND;
    return this.as(lane)
      .step({ kind: 'set-timer', line, timer, due, callback, target: lane })
      .step({ kind: 'wait', line, waits: { for: 'timer', timer } });
  }

  sleep(seconds?: number): this {
    const until = seconds === undefined ? undefined : seconds * SECOND;
    this.as(1).step({ kind: 'sleep', ...(until === undefined ? {} : { until }) });
    this.at = until ?? this.at;
    return this;
  }

  /** The loop finds timers due and wakes their tasks. */
  wake(...timers: readonly (readonly [timer: number, lane: number])[]): this {
    const callback = "sleep's timer";
    this.as(1);
    for (const [timer] of timers) this.step({ kind: 'due', timer });
    for (const [timer, target] of timers) {
      this.step({ kind: 'call', callback, target });
      this.step({ kind: 'queue', target, cause: { by: 'timer', timer } });
    }
    return this;
  }

  pick(target: number): this {
    return this.as(1).step({ kind: 'pick', target });
  }

  print(text: string, line: number): this {
    return this.step({ kind: 'print', text: `${text}\n`, stream: 'stdout', line });
  }

  block(line: number, seconds: number): this {
    this.step({ kind: 'block', line, call: 'time.sleep', lasts: seconds * SECOND });
    this.at += seconds * SECOND;
    return this;
  }

  /** The main thread runs a loop, which makes main its first task. */
  open(line: number, main: number): this {
    this.lanes.push({ name: 'program', kind: 'thread', born: 0, how: 'pending' });
    this.born('loop', 'loop', { parent: 0, on: 0 }).step({
      kind: 'wait',
      line,
      waits: { for: 'loop', lanes: [1] },
    });
    this.as(1).born('main', 'task', { parent: 1, on: 1, runs: 'main', python: 'Task-1' });
    this.step({ kind: 'queue', target: 2, cause: { by: 'start' } });
    return this.pick(2).as(2).step({ kind: 'enter', function: 'main', line: main });
  }

  close(line: number): this {
    this.as(2).step({ kind: 'leave', function: 'main', line }).end(2, 'returned').as(1);
    const callback = 'stop the loop';
    this.step({ kind: 'queue', callback, target: 1, cause: { by: 'lane', of: 2 } });
    this.as(1).step({ kind: 'call', callback, target: 1 });
    return this.end(1, 'returned').end(0, 'returned');
  }

  /** A task that `main` makes and puts into the ready queue. */
  task(name: string, runs: string, line: number): this {
    this.born(name, 'task', { parent: 2, on: 1, runs });
    const made = this.steps.at(-1);
    if (made) made['line'] = line;
    const target = this.lanes.length - 1;
    return this.step({ kind: 'queue', target, cause: { by: 'start' }, line });
  }

  done(): Schedule {
    const { lanes, resources, steps } = this;
    const sixteen = '0'.repeat(16);
    return scheduleSchema.parse({
      format: 1,
      provenance: { python: '3.14.2', program: sixteen, recorder: sixteen, machine: {} },
      ends: { how: 'returns' },
      lanes,
      resources,
      steps,
    });
  }
}
