import { chance, indent } from './chance.ts';

/** A program with threads, and the machine that it runs on. */
export interface ThreadProgram {
  readonly text: string;
  readonly machine: { line: number; gil: boolean; cores: number; interval: number };
}

/** Makes programs of random threads, alone and beside tasks: each number gives one, always the same. */
export function randomThreads(seed: number): ThreadProgram {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nap = () => pick(['0', '0.1', '0.25', '0.5', '1']);
  const count = 2 + Math.floor(random() * 3);
  const machine = {
    line: pick([0, 1000, 3000]),
    gil: pick([true, true, false]),
    cores: pick([1, 2, 3]),
    interval: pick([5000, 1000]),
  };
  const functions = Array.from({ length: count }, (_, n) => body(n));
  const end = pick([plainMain, mixedMain]);
  return { text: `${[...PROLOGUE, ...functions, ...end()].join('\n')}\n`, machine };

  /** A function may call and start only those before it, so that the tree of threads ends. */
  function body(n: number): string {
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => statement(n)).flat();
    return [`def work${n}(depth):`, ...indent(lines), ''].join('\n');
  }

  function statement(n: number): string[] {
    const child = n > 0 ? `work${Math.floor(random() * n)}` : 'leaf';
    const inner = () => [`time.sleep(${nap()})`];
    return pick<() => string[]>([
      inner,
      () => [`print("work${n}", depth)`],
      () => [`for n in range(${pick([2, 5, 20])}):`, '    leaf(n)'],
      () => ['with lock:', ...indent(inner())],
      () => ['with again:', '    with again:', ...indent(indent(inner()))],
      () => ['with places:', ...indent(inner())],
      () => [`if lock.acquire(timeout=${nap()}):`, ...indent(inner()), '    lock.release()'],
      () => [`line.put(${n})`, ...inner(), 'line.get()', 'line.task_done()'],
      () => [
        'try:',
        `    shelf.get(timeout=${nap()})`,
        'except queue.Empty:',
        '    print("empty")',
      ],
      () => ['flag.set()', `flag.wait(${nap()})`, 'flag.clear()', `flag.wait(${nap()})`],
      () => [
        'try:',
        `    shelf.put(1, timeout=${nap()})`,
        'except queue.Full:',
        '    print("full")',
      ],
      () => ['with changed:', '    changed.notify_all()'],
      () => ['with changed:', `    changed.wait(${nap()})`],
      () => [
        `thread = threading.Thread(target=${child}, args=(depth + 1,))`,
        'thread.start()',
        ...inner(),
        `thread.join(${pick(['', nap()])})`,
      ],
      () => [`threading.Thread(target=${child}, args=(depth + 1,), daemon=True).start()`],
      () => [`threading.Timer(${nap()}, ${child}, (depth + 1,)).start()`],
      () => [
        'with ThreadPoolExecutor(2) as pool:',
        `    calls = [pool.submit(${child}, depth + n) for n in range(3)]`,
        `    ${pick(['wait(calls)', 'list(as_completed(calls))', 'calls[1].result()', 'calls[2].cancel()'])}`,
      ],
      () => [
        'try:',
        ...indent(inner()),
        '    raise ValueError(depth)',
        'except ValueError:',
        '    leaf(1)',
      ],
      () => ['mine.depth = depth', ...inner(), 'assert mine.depth == depth'],
    ])();
  }

  function call(): string {
    return `work${Math.floor(random() * count)}`;
  }

  function plainMain(): string[] {
    const started = Array.from({ length: 2 + Math.floor(random() * 2) }, (_, n) => [
      `thread = threading.Thread(target=${call()}, args=(${n},))`,
      'thread.start()',
      'threads.append(thread)',
    ]);
    return ['threads = []', ...started.flat(), 'for thread in threads:', '    thread.join()'];
  }

  function mixedMain(): string[] {
    const await_ = () =>
      pick<() => string[]>([
        () => [`await asyncio.to_thread(${call()}, 0)`],
        () => [`await asyncio.sleep(${nap()})`],
        () => [
          `await asyncio.gather(asyncio.to_thread(${call()}, 0), asyncio.to_thread(${call()}, 1))`,
        ],
        () => [
          'try:',
          `    await asyncio.wait_for(asyncio.to_thread(${call()}, 0), ${nap()})`,
          'except TimeoutError:',
          '    print("too late")',
        ],
        () => [`await asyncio.get_running_loop().run_in_executor(None, ${call()}, 0)`],
        () => [`await asyncio.to_thread(from_thread, asyncio.get_running_loop())`],
        () => [`${call()}(9)`],
      ])();
    return [
      'async def beat():',
      '    for _ in range(4):',
      '        await asyncio.sleep(0.1)',
      '',
      'async def main():',
      '    task = asyncio.create_task(beat())',
      ...indent([...await_(), ...await_()]),
      '    await task',
      '',
      'asyncio.run(main())',
    ];
  }
}

const PROLOGUE = [
  'import asyncio, queue, threading, time',
  'from concurrent.futures import ThreadPoolExecutor, as_completed, wait',
  '',
  'lock, again, places = threading.Lock(), threading.RLock(), threading.Semaphore(2)',
  'flag, changed = threading.Event(), threading.Condition()',
  'line, shelf = queue.Queue(), queue.Queue(2)',
  'mine = threading.local()',
  '',
  'def leaf(n):',
  '    return n + 1',
  '',
  'def from_thread(loop):',
  '    loop.call_soon_threadsafe(leaf, 1)',
  '    asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1), loop).result()',
  '',
];
