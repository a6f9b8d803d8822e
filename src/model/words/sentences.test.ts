import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { causeSchema, stepSchema, waitSchema, type Schedule, type StepKind } from '../schedule.ts';
import {
  cancel,
  cancelProgram,
  gate,
  gateProgram,
  gather,
  gatherProgram,
  recordings,
} from './fixtures.ts';
import { Tape } from './tape.ts';
import { plain, sentenceAt } from './sentences.ts';

const SECOND = 1e6;
const told = (
  schedule: Schedule,
  program: readonly string[],
  kind: StepKind,
  lane: string,
  count = 1,
) => {
  const found = schedule.steps.flatMap((step, n) =>
    step.kind === kind && schedule.lanes[step.lane]?.name === lane ? [n] : [],
  );
  const n = found[count - 1] ?? -1;
  return sentenceAt(schedule, n, program).replaceAll('\u00a0', ' ');
};

describe('sentenceAt', () => {
  const free = gather();
  const stuck = gather(true);
  const blocking = gatherProgram.map((line) => line.replace('await asyncio.sleep', 'time.sleep'));

  test('a wait names its place, its end and who is next', () => {
    assert.equal(
      told(free, gatherProgram, 'wait', 'work 1'),
      '**work 1** gives the loop back at `await asyncio.sleep(1)` and waits for its timer, due at 1.0 s. **work 2** is next in the ready queue.',
    );
  });

  test('a block names who is ready and cannot be picked', () => {
    assert.equal(
      told(stuck, blocking, 'block', 'work 0'),
      '**work 0** calls `time.sleep(1)` and blocks the loop for 1.0 s. **work 1 and 2** are ready and cannot be picked.',
    );
  });

  test('a late pick names who held the loop', () => {
    assert.equal(
      told(stuck, blocking, 'pick', 'loop', 4),
      'The loop picks **work 2** from the head of the ready queue. It had been ready for 2.0 s, kept waiting by **work 0**, then by **work 1**.',
    );
  });

  test('between two steps it says for how long the loop has been held', () => {
    const n = stuck.steps.findIndex(({ kind }) => kind === 'block');
    assert.equal(
      sentenceAt(stuck, n, blocking, 0.6 * SECOND).replaceAll('\u00a0', ' '),
      '**work 1 and 2** are ready, but **work 0** has blocked the loop for 0.6 s, in `time.sleep(1)`.',
    );
  });

  test('an end names who is still missing', () => {
    assert.equal(
      told(free, gatherProgram, 'end', 'work 0'),
      '**work 0** ends and returns `0`. **main** still waits for **work 1 and 2**.',
    );
  });

  test('who finds no place hears who took them', () => {
    assert.equal(
      told(gate(), gateProgram, 'wait', 'fetch 3'),
      '**fetch 3** gives the loop back at `async with gate` and waits for a place in `gate`. All three places are taken, by **fetch 0, 1 and 2**. **fetch 4** is next in the ready queue.',
    );
  });

  test('a cancellation is told as a request, and then as what meets the task', () => {
    assert.equal(
      told(cancel(), cancelProgram, 'cancel', 'main'),
      '**main** asks for the cancellation of **job**. That is only a request: **job** learns of it in its own turn.',
    );
    assert.equal(
      told(cancel(), cancelProgram, 'throw', 'job'),
      '**job** gets `CancelledError` thrown in at `await asyncio.sleep(5)`.',
    );
  });

  test('a generator that is asked for its next value goes on, and does not begin', () => {
    const program = ['async def work():', '    while True:', '        yield 1'];
    const schedule = new Tape()
      .open(9, 1)
      .step({ kind: 'enter', function: 'pages', line: 3 })
      .close(9)
      .done();
    assert.equal(told(schedule, program, 'enter', 'main', 2), '**main** goes on in `pages()`.');
  });

  test('a lock names who has held it and since when', () => {
    const waits = { for: 'resource', resource: 0, until: 'free' };
    const tape = new Tape().open(9, 1);
    tape.resources.push({ kind: 'lock', name: 'gate' });
    tape
      .task('w0', 'w', 2)
      .task('w1', 'w', 3)
      .step({ kind: 'wait', waits: { for: 'group', lanes: [3, 4] } });
    tape.pick(3).as(3).step({ kind: 'use', resource: 0, does: 'acquire' }).nap(3, 5, 0, 1);
    tape.pick(4).as(4).step({ kind: 'wait', waits });
    assert.match(
      plain(told(tape.done(), [], 'wait', 'w1')),
      /w1 .* waits for the lock gate\. w0 has held gate since 0\.0 s\. Nobody is ready\./,
    );
  });
});

describe('words for everything', () => {
  const lanes = [3, 4];
  const exception = 'ValueError';
  const processors = [
    { does: 'ask' },
    ...causeSchema.options.map(({ shape }) => {
      return {
        does: 'ask',
        cause: { by: shape.by.value, timer: 0, of: 4, resource: 0, name: 'SIGTERM' },
      };
    }),
    { does: 'acquire' },
    { does: 'release', because: 'waits' },
    { does: 'release', because: 'asked' },
    { does: 'release', because: 'preempted' },
  ];
  const variants: Record<StepKind, object[]> = {
    line: [{}, { count: 3 }, { lasts: 5 }],
    enter: [{ function: 'f' }],
    leave: [{ function: 'f' }],
    create: [{ child: 1 }, { child: 3 }, { child: 3, bytes: 347 }],
    boot: [{}, { lasts: 50_000 }],
    transfer: [
      { does: 'send', bytes: 120, resource: 0 },
      { does: 'receive', bytes: 120 },
    ],
    queue: causeSchema.options.flatMap(({ shape }) => {
      const cause = { by: shape.by.value, timer: 0, of: 4, resource: 0, name: 'SIGTERM' };
      return [
        { target: 3, cause },
        { callback: 'tick', cause },
      ];
    }),
    pick: [{ target: 3 }],
    call: [{ callback: 'gather counts', target: 2 }, { callback: 'tick' }, {}],
    skip: [{}],
    'set-timer': [
      { timer: 0, due: 5, target: 3, callback: 'timeout' },
      { timer: 1, due: 5 },
    ],
    'drop-timer': [{ timer: 0 }],
    due: [{ timer: 0 }, { timer: 9 }],
    wait: waitSchema.options.flatMap(({ shape }) => {
      const untils = 'until' in shape ? shape.until.options : [undefined];
      const does = 'does' in shape ? shape.does.options : [undefined];
      const both = untils.flatMap((until) => does.map((deed) => ({ until, does: deed })));
      return both.map(({ until, does }) => ({
        waits: {
          for: shape.for.value,
          does,
          due: 5,
          open: 1,
          busy: 2,
          lanes,
          calls: ['a(1)', 'a(2)'],
          until,
          resource: 0,
          timer: 0,
          name: 'answer',
        },
      }));
    }),
    block: [
      { call: 'time.sleep', lasts: 5 },
      { call: 'Thread.join', lasts: 5, waits: { for: 'lane', lanes: [4] } },
      { call: 'Thread.start', lasts: 0, waits: { for: 'started', lanes: [4] } },
    ],
    exit: [{ code: 0 }, { code: -15 }],
    gil: processors,
    core: processors,
    settle: [{ call: 'fetch(1)' }, { call: 'fetch(1)', exception }],
    sleep: [{}, { until: 5 }, { sockets: 2 }, { until: 5, sockets: 1 }],
    net: 'connect accept refuse send receive end reset'
      .split(' ')
      .flatMap((does) => [
        { does },
        { does, peer: 3, bytes: 12, text: 'GET / HTTP/1.1' },
        { does, peer: 3, bytes: 0 },
      ]),
    signal: [{ name: 'SIGTERM' }],
    print: [
      { text: 'a\nb\n', stream: 'stdout' },
      { text: '', stream: 'stderr' },
    ],
    warn: [{ text: 'never awaited', category: 'RuntimeWarning', about: 3 }],
    raise: [{ exception, message: 'no' }],
    throw: [{ exception }],
    catch: ['except', 'finally', 'with'].map((by) => ({ by, exception })),
    cancel: [{ target: 3 }, { target: 2 }],
    use: 'acquire release set clear notify arrive put get task-done shutdown'
      .split(' ')
      .flatMap((does) => [
        { resource: 0, does },
        { resource: 0, does, call: 'fetch(1)' },
      ]),
    resume: ['next', 'send', 'throw', 'close'].map((way) => ({ target: 3, with: way })),
    yield: [{ value: '1' }, {}],
    end: ['returned', 'raised', 'cancelled'].map((how) => ({ how, exception })),
  };

  for (const { shape } of stepSchema.options) {
    const kind = shape.kind.value;
    test(`a ${kind} step has a sentence, whatever it holds`, () => {
      assert.ok(variants[kind].length > 0);
      for (const more of variants[kind]) {
        const tape = new Tape().open(9, 1).task('w0', 'w', 2).task('w1', 'w', 3);
        tape.resources.push({ kind: 'semaphore', name: 'gate', size: 2 });
        const schedule = { ...tape.done() };
        const step = { kind, at: 0, lane: 2, line: 4, ...more };
        // Loose on purpose: the words must hold for what no recorder has made yet.
        schedule.steps = [...schedule.steps, step as Schedule['steps'][number]];
        checkSentence(sentenceAt(schedule, schedule.steps.length - 1, []));
      }
    });
  }

  test('every step of every recording has a sentence that fits', () => {
    for (const { name, schedule, program } of recordings()) {
      if (schedule.steps.length > 1000) continue;
      schedule.steps.forEach((_, n) =>
        checkSentence(sentenceAt(schedule, n, program), `${name}, step ${n}`),
      );
    }
  });
});

function checkSentence(sentence: string, where = '') {
  const text = plain(sentence);
  assert.doesNotMatch(text, /undefined|NaN|\[object|lane \d/, where);
  assert.match(text, /^\S.*\.$/, where);
  assert.doesNotMatch(text, / {2}|\.\.|\s\./, where);
  assert.ok(text.length <= 300, `${where}: ${text.length} letters`);
}
