import assert from 'node:assert/strict';
import test from 'node:test';
import { scheduleSchema } from '#model/schedule.ts';
import type { SequenceChoice } from '#model/sequence-choice.ts';
import { gather, gatherProgram } from '#model/words/fixtures.ts';
import { remarksOf, SequenceError, type Item } from './conversation.ts';
import { choose, linesOf } from './fixtures.ts';
import { broken, mermaidOf } from './mermaid.ts';
import { tell } from './tell.ts';

const program = gatherProgram.join('\n');
const steps = [
  { slug: 'starts', when: { lane: 'main', kind: 'wait' }, says: 'All three are there.' },
  { slug: 'ends', when: { lane: 'work 0', kind: 'end' }, says: 'The first is over.' },
] as const;
const told = (choice: Partial<SequenceChoice> = {}, blocking = false) =>
  tell(gather(blocking), { program, example: { steps: [...steps] }, choice: choose(choice) });

test('between chosen lanes only what they hand over is told, with the clock where it moves on', () => {
  assert.deepEqual(linesOf(told({ lanes: ['main', 'loop', 'work 1'] })), [
    '-- 0.0 s',
    'event loop > main: first turn',
    'main > event loop: schedules work 0, 1 and 2',
    'main > event loop: waits for work 0, 1 and 2',
    'event loop > work 1: first turn',
    'work 1 > event loop: waits until 1.0 s',
    '-- 1.0 s',
    'event loop > work 1: its timer is due',
    'work 1 > event loop: returns 1',
    'event loop > main: gather is done',
    'main > event loop: returns',
  ]);
});

test('timers and output speak when they are named', () => {
  const lines = linesOf(told({ lanes: ['work 1', 'loop', 'timers', 'output'] }));
  assert.ok(lines.includes('work 1 > timers: timer, due 1.0 s'), lines.join('\n'));
  assert.ok(lines.includes("timers > event loop: work 1's timer is due"));
  assert.ok(lines.includes('work 1 > event loop: waits for its timer'));
  assert.ok(lines.includes('work 1 > output: start 1'));
});

test('a stretch goes from key step to key step, both included', () => {
  const lines = linesOf(told({ from: 'starts', to: 'ends' }));
  assert.equal(lines[1], 'main > event loop: waits for work 0, 1 and 2');
  assert.equal(lines.at(-1), 'work 0 > event loop: returns 0');
});

test('each message stands for its own steps, and the first of them is where it happened', () => {
  const schedule = gather();
  for (const { kind, steps } of remarksOf(told().items)) {
    assert.ok(steps.length > 0, kind);
    for (const n of steps) assert.ok(schedule.steps[n], `${kind} ${n}`);
  }
});

test('what holds the loop is told with how long', () => {
  const lines = linesOf(told({ lanes: ['loop', 'work 0'] }, true));
  assert.ok(
    lines.includes('work 0: time.sleep(): blocks the loop 1.0 s') ||
      lines.some((line) => /^work 0: .*blocks the loop 1\.0 s$/.test(line)),
    lines.join('\n'),
  );
});

test('lines of the program are noted where a lane comes to them', () => {
  const lines = linesOf(told({ lanes: ['loop', 'work 0'], lines: [5] }));
  assert.ok(lines.includes('work 0: await asyncio.sleep(1)'), lines.join('\n'));
});

test('lanes that did something and are not shown are named', () => {
  assert.deepEqual(told({ lanes: ['main', 'loop'] }).leftOut, ['work 0', 'work 1', 'work 2']);
});

const wrong: readonly (readonly [Partial<SequenceChoice>, RegExp])[] = [
  [{ lanes: ['main', 'lopo'] }, /^nobody is called `lopo`\. There are `program`, `loop`, `main`,/],
  [{ from: 'begins' }, /^`from: begins` is no key step\. There are starts, ends\.$/],
  [{ from: 'ends', to: 'starts' }, /is step \d+, and `to: starts` is step \d+, before it\. Swap/],
  [
    { most: 5 },
    /^1\d messages are more than 5\. Name fewer `lanes`, .*starts, ends.*`most: 1\d`\.$/,
  ],
  [{ lanes: ['work 0', 'work 1'] }, /^nothing is said between these\. Name more lanes/],
];
for (const [choice, message] of wrong) {
  test(`an author is told what is wrong with ${JSON.stringify(choice)}`, () => {
    assert.throws(
      () => told(choice),
      (error) => error instanceof SequenceError && message.test(error.message),
    );
  });
}

/** A heartbeat: its timer is due once a second. */
function beats(count: number) {
  const beat = Array.from({ length: count }, (_, i) => [
    { kind: 'due', at: (i + 1) * 1e6, lane: 1, timer: i },
    { kind: 'queue', at: (i + 1) * 1e6, lane: 1, target: 2, cause: { by: 'timer', timer: i } },
    { kind: 'pick', at: (i + 1) * 1e6, lane: 1, target: 2 },
    {
      kind: 'set-timer',
      at: (i + 1) * 1e6,
      lane: 2,
      line: 1,
      timer: i + 1,
      due: (i + 2) * 1e6,
      target: 2,
    },
    { kind: 'wait', at: (i + 1) * 1e6, lane: 2, line: 1, waits: { for: 'timer', timer: i + 1 } },
  ]);
  return scheduleSchema.parse({
    format: 1,
    provenance: {
      python: '3.14.2',
      program: '0'.repeat(16),
      recorder: '0'.repeat(16),
      machine: {},
    },
    ends: { how: 'returns' },
    lanes: [
      { name: 'program', kind: 'thread', born: 0, how: 'pending' },
      { name: 'loop', kind: 'loop', on: 0, born: 0, how: 'pending' },
      { name: 'heartbeat', kind: 'task', on: 1, born: 0, how: 'pending' },
    ],
    resources: [],
    steps: [
      { kind: 'set-timer', at: 0, lane: 2, line: 1, timer: 0, due: 1e6, target: 2 },
      { kind: 'wait', at: 0, lane: 2, line: 1, waits: { for: 'timer', timer: 0 } },
      ...beat.flat(),
    ],
  });
}

const beating = (count: number, lanes = ['heartbeat', 'loop']) =>
  tell(beats(count), { program: '', example: { steps: [] }, choice: choose({ lanes }) });

test('turns that repeat are folded into a loop that stands for the steps of all of them', () => {
  const { items } = beating(4);
  const loops = items.filter(
    (item): item is Extract<Item, { kind: 'loop' }> => item.kind === 'loop',
  );
  assert.equal(loops.length, 1);
  assert.equal(loops[0]?.title, '4 times');
  const [clock, pick, wait] = remarksOf(loops);
  assert.equal(clock?.says.replaceAll('\u00a0', ' '), 'every 1.0 s, from 1.0 to 4.0 s');
  assert.deepEqual(pick?.steps, [4, 9, 14, 19]);
  assert.equal(wait?.says, 'waits for its timer');
});

test('two turns are no loop', () => {
  assert.ok(beating(2).items.every(({ kind }) => kind !== 'loop'));
});

test('what several threads do at one instant stands side by side, until something passes between them', () => {
  const schedule = scheduleSchema.parse({
    format: 1,
    provenance: {
      python: '3.14.2',
      program: '0'.repeat(16),
      recorder: '0'.repeat(16),
      machine: {},
    },
    ends: { how: 'returns' },
    lanes: ['one', 'two'].map((name) => ({ name, kind: 'thread', born: 0, how: 'pending' })),
    resources: [],
    steps: [
      { kind: 'raise', at: 0, lane: 0, line: 1, exception: 'KeyError' },
      { kind: 'raise', at: 0, lane: 1, line: 1, exception: 'ValueError' },
      { kind: 'raise', at: 0, lane: 0, line: 2, exception: 'OSError' },
      { kind: 'raise', at: 1e6, lane: 1, line: 2, exception: 'TypeError' },
    ],
  });
  const choice = choose({ lanes: ['one', 'two'] });
  const conversation = tell(schedule, { program: '', example: { steps: [] }, choice });
  assert.deepEqual(
    conversation.items.map((item) =>
      item.kind === 'par'
        ? item.parts.map((part) => remarksOf(part).map(({ says }) => says))
        : item.kind,
    ),
    ['instant', [['raises KeyError', 'raises OSError'], ['raises ValueError']], 'instant', 'note'],
  );
  const text = mermaidOf(conversation, { title: 'Two', description: 'Two threads.' });
  assert.match(text, /par in any order\n {4}Note over one: raises KeyError\n[\s\S]*\n {2}and\n/);
});

test('the Mermaid text opens and closes each turn, and keeps to what Mermaid can read', () => {
  const text = mermaidOf(told({ lanes: ['main', 'loop', 'work 1'] }), {
    title: 'A; B # <c>',
    description: 'Words.',
  });
  assert.match(text, /^sequenceDiagram\n {2}accTitle: A#59; B #35; #lt;c#gt;\n/);
  assert.match(text, /event_loop->>\+main: first turn/);
  assert.match(text, /main-->>-event_loop: returns\n$/);
  assert.equal(text.split('->>+').length, text.split('-->>-').length);
  assert.ok(!text.includes('\u00a0'));
});

test('a thread sleeps by itself, and a sleep that is over at once is not told', () => {
  const sleep = (timer: number, due: number) => [
    { kind: 'set-timer', at: 0, lane: 0, line: 1, timer, due, callback: 'time.sleep' },
    { kind: 'wait', at: 0, lane: 0, line: 1, waits: { for: 'timer', timer } },
  ];
  const schedule = scheduleSchema.parse({
    format: 1,
    provenance: {
      python: '3.14.2',
      program: '0'.repeat(16),
      recorder: '0'.repeat(16),
      machine: {},
    },
    ends: { how: 'returns' },
    lanes: ['one', 'two'].map((name) => ({ name, kind: 'thread', born: 0, how: 'pending' })),
    resources: [],
    steps: [...sleep(0, 0), ...sleep(1, 2e6)],
  });
  const choice = choose({ lanes: ['one', 'two'] });
  const conversation = tell(schedule, { program: '', example: { steps: [] }, choice });
  assert.deepEqual(linesOf(conversation), ['-- 0.0 s', 'one: sleeps until 2.0 s']);
});

test('words stand in as few lines as have room, of about one length', () => {
  assert.equal(broken('waits for a place in gate'), 'waits for a<br/>place in gate');
  assert.equal(broken('waits for a place in gate', 30), 'waits for a place in gate');
  assert.equal(
    broken('call_soon_threadsafe(start a coroutine)'),
    'call_soon_threadsafe<br/>(start a coroutine)',
  );
});
