import { chance, indent } from './chance.ts';

/** A program with processes, and the machine that it runs on. */
export interface ProcessProgram {
  readonly text: string;
  readonly machine: {
    line: number;
    gil: boolean;
    cores: number;
    interval: number;
    process: number;
  };
}

/** Makes programs of random processes, alone and beside threads and tasks: each number gives one, always the same. */
export function randomProcesses(seed: number): ProcessProgram {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nap = () => pick(['0', '0.01', '0.1', '0.25']);
  const machine = {
    line: pick([0, 1000, 3000]),
    gil: pick([true, true, false]),
    cores: pick([1, 2, 3]),
    interval: pick([5000, 1000]),
    process: pick([0, 7000, 20_000]),
  };
  const body = Array.from({ length: 1 + Math.floor(random() * 3) }, statement).flat();
  const end = pick([pool, children, mixed]);
  return {
    text: `${[...PROLOGUE, 'def work(n, tools=None):', ...indent(body), '    return n', '', ...end()].join('\n')}\n`,
    machine,
  };

  /** What a call or a child does; it may have no tools. */
  function statement(): string[] {
    const inner = () => [`time.sleep(${nap()})`];
    return pick<() => string[]>([
      inner,
      () => [`print("work", n)`],
      () => [`for each in range(${pick([2, 5, 20])}):`, '    leaf(each)'],
      () => ['with tools[0] if tools else threading.Lock():', ...indent(inner())],
      () => ['with tools[1] if tools else threading.Lock():', '    leaf(n)', ...indent(inner())],
      () => ['if tools:', '    tools[2].put(n)'],
      () => ['if tools:', `    tools[3].wait(${nap()})`, '    tools[3].set()'],
      () => [
        'thread = threading.Thread(target=leaf, args=(n,))',
        'thread.start()',
        ...inner(),
        'thread.join()',
      ],
      () => ['threading.Thread(target=time.sleep, args=(9,), daemon=True).start()'],
      () => ['with mine:', ...indent(inner())],
    ])();
  }

  function ends(): string[] {
    return pick([
      [],
      [],
      ['def dies(n):', '    os._exit(n)', ''],
      ['def fails(n):', '    raise ValueError(n)', ''],
    ]);
  }

  function pool(): string[] {
    const extra = ends();
    const name = extra[0]?.slice(4, 8) === 'dies' ? 'dies' : extra.length > 0 ? 'fails' : 'work';
    return [
      ...extra,
      MAIN,
      `    with ProcessPoolExecutor(${pick([1, 2])}) as pool:`,
      `        calls = [pool.submit(work, n) for n in range(${pick([1, 3])})]`,
      `        calls[0].result()`,
      `        last = pool.submit(${name}, 3)`,
      `        ${pick(['wait(calls)', 'list(as_completed(calls))', 'calls[-1].cancel()'])}`,
      `        print(type(last.exception()).__name__)`,
      ...pick([[], [`    print(len(calls))`]]),
    ];
  }

  function children(): string[] {
    const stop = pick([
      'child.join()',
      `child.join(${nap()})`,
      'child.terminate()',
      'child.kill()',
    ]);
    return [
      MAIN,
      '    tools = [Lock(), Semaphore(2), Queue(), Event()]',
      `    made = [Process(target=work, args=(n, tools), daemon=${pick(['True', 'False'])}) for n in range(${pick([1, 2])})]`,
      '    for child in made:',
      '        child.start()',
      `    time.sleep(${nap()})`,
      '    for child in made:',
      `        ${stop}`,
      '    try:',
      `        print(tools[2].get(timeout=${nap()}))`,
      '    except queue.Empty:',
      '        print("empty")',
    ];
  }

  function mixed(): string[] {
    return [
      'async def beat():',
      '    for _ in range(3):',
      '        await asyncio.sleep(0.1)',
      '',
      'async def main():',
      '    loop = asyncio.get_running_loop()',
      '    task = asyncio.create_task(beat())',
      `    with ProcessPoolExecutor(${pick([1, 2])}) as pool:`,
      '        both = asyncio.gather(loop.run_in_executor(pool, work, 1), asyncio.to_thread(work, 2))',
      ...indent(
        indent(
          pick([
            ['await both'],
            [
              'try:',
              `    await asyncio.wait_for(both, ${pick(['0.01', '0.1'])})`,
              'except TimeoutError:',
              '    pass',
            ],
          ]),
        ),
      ),
      '    await task',
      '',
      MAIN,
      '    asyncio.run(main())',
    ];
  }
}

const MAIN = 'if __name__ == "__main__":';

const PROLOGUE = [
  'import asyncio, os, queue, threading, time',
  'from concurrent.futures import ProcessPoolExecutor, as_completed, wait',
  'from multiprocessing import Event, Lock, Process, Queue, Semaphore',
  '',
  'mine = threading.Lock()',
  '',
  'def leaf(n):',
  '    return n + 1',
  '',
];
