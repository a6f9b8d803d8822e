import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule } from '#model/schedule.ts';
import { stdoutOf, tryMain, tryOut } from './testing/try-out.ts';

/** How a program leaves: by an exit, an exception, its hooks, what it registered, and its last words. */

function stderrOf({ steps }: Schedule): string[] {
  return steps.flatMap((step) =>
    step.kind === 'print' && step.stream === 'stderr' ? [step.text] : [],
  );
}

test('an exit with words writes them, and one with a number does not', async () => {
  const exit = { ends: 'raises SystemExit' };
  assert.deepEqual(stderrOf(await tryOut('import sys\nsys.exit("no oven")', exit)), ['no oven\n']);
  assert.deepEqual(stderrOf(await tryOut('raise SystemExit(3)', exit)), []);
  assert.equal((await tryOut('raise SystemExit(0)')).ends.how, 'returns');
});

test('what is registered for the exit is called, the last first, with threads and without', async () => {
  const program = `
    import atexit
    atexit.register(print, "first")
    atexit.register(print, "second")
    print("end")`;
  for (const more of ['', '\n    import threading'])
    assert.equal(stdoutOf(await tryOut(program + more)), 'end\nsecond\nfirst\n');
});

test('the hook for exceptions is called in place of the traceback', async () => {
  const hooked = (body: string) => `
    import sys
    def hook(kind, error, trace):
        ${body}
    sys.excepthook = hook
    raise ValueError("burnt")`;
  const ends = { ends: 'raises ValueError' };
  const told = await tryOut(hooked('print(kind.__name__, error, trace.tb_lineno)'), ends);
  assert.equal(stdoutOf(told), 'ValueError burnt 5\n');
  assert.deepEqual(stderrOf(told), []);
  const [failed = ''] = stderrOf(await tryOut(hooked('1 / 0'), ends));
  assert.match(
    failed,
    /^Error in sys\.excepthook:\nTraceback [^]*\nZeroDivisionError: .*\n\nOriginal exception was:\nTraceback [^]*\nValueError: burnt\n$/,
  );
});

test('all that one call writes is one step: a traceback, an ignored exception, several lines', async () => {
  const { steps } = await tryOut(`
    import traceback
    class Pan:
        def __del__(self):
            raise ValueError("burnt")
    Pan()
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
    print("a", "b", sep="\\n")
    print("c"); print("d")`);
  const texts = steps.flatMap((step) => (step.kind === 'print' ? [step.text] : []));
  assert.equal(texts.length, 5);
  assert.match(texts[0] ?? '', /^Exception ignored [^]*ValueError: burnt\n$/);
  assert.match(texts[1] ?? '', /^Traceback [^]*ZeroDivisionError: division by zero\n$/);
  assert.deepEqual(texts.slice(2), ['a\nb\n', 'c\n', 'd\n']);
});

test('no frame of the recorder is in the traceback of a group', async () => {
  const schedule = await tryMain(
    `
    async def fail():
        raise ValueError("burnt")
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())`,
    { ends: 'raises ExceptionGroup' },
  );
  const [text = ''] = stderrOf(schedule);
  assert.match(text, /^ {2}\+ Exception Group Traceback/);
  assert.doesNotMatch(text, /recorder|\| +\|/);
});

test('an exception that comes up through an await is raised there, and its line is not reached again', async () => {
  const { steps } = await tryMain(`
    async def bake():
        await asyncio.sleep(5)
    try:
        await asyncio.wait_for(bake(), 1)
    except TimeoutError:
        print("late")`);
  const told = steps.filter(({ at, lane }) => at === 1e6 && lane === 2);
  assert.deepEqual(
    told.slice(0, 5).map(({ kind, line }) => [kind, line]),
    [
      ['drop-timer', 4],
      ['throw', 4],
      ['leave', 4],
      ['raise', 6],
      ['catch', 7],
    ],
  );
});

test('a loop that is closed keeps no task, so that a lost one is complained of', async () => {
  const { steps } = await tryOut(`
    import asyncio
    async def bake():
        await asyncio.sleep(5)
    loop = asyncio.new_event_loop()
    task = loop.create_task(bake())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()`);
  const told = steps.find((step) => step.kind === 'warn');
  assert.match(told?.text ?? '', /^Task was destroyed but it is pending!\n/);
});

test('a function and its decorators are one statement, which is reached once', async () => {
  const { steps } = await tryOut(`
    import functools
    @functools.cache
    def price(what):
        return 3
    print(price(1))`);
  const lines = steps.flatMap((step) => (step.kind === 'line' ? [[step.line, step.count]] : []));
  assert.deepEqual(lines, [
    [1, undefined],
    [2, undefined],
    [5, undefined],
  ]);
});
