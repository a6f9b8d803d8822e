import { chance, indent } from './chance.ts';

/** Makes programs of random tasks for the property test: each number gives one program, always the same. */
export function randomProgram(seed: number): string {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nap = () => pick(['0', '0.1', '0.25', '0.5', '1']);
  const count = 2 + Math.floor(random() * 4);
  const functions = Array.from({ length: count }, (_, n) => body(n));
  return `${[...PROLOGUE, ...functions, ...main()].join('\n')}\n`;

  /** A function may start only those before it, so that the tree of tasks ends. */
  function body(n: number): string {
    const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => statement(n)).flat();
    return [`async def work${n}(depth):`, ...indent(lines), ''].join('\n');
  }

  function statement(n: number): string[] {
    const child = n > 0 ? `work${Math.floor(random() * n)}(depth + 1)` : `asyncio.sleep(${nap()})`;
    const inner = () => [`await asyncio.sleep(${nap()})`];
    return pick<() => string[]>([
      inner,
      () => [`print("work${n}", depth)`],
      () => ['await asyncio.sleep(0)'],
      () => ['async with lock:', ...indent(inner())],
      () => ['async with places:', ...indent(inner())],
      () => [`line.put_nowait(${n})`, 'if line.qsize() > 1:', '    await line.get()'],
      () => ['flag.set()', 'await flag.wait()', 'flag.clear()'],
      () => ['async with changed:', '    changed.notify_all()'],
      () => [`task = asyncio.create_task(${child})`, ...inner(), 'task.cancel()'],
      () => [`await asyncio.gather(${child}, ${child}, return_exceptions=True)`],
      () => [`await asyncio.wait([asyncio.create_task(${child})], timeout=${nap()})`],
      () => [`await ${child}`],
      () => ['try:', `    await asyncio.wait_for(${child}, ${nap()})`, ...caught],
      () => [
        'try:',
        `    async with asyncio.timeout(${nap()}):`,
        `        await ${child}`,
        ...caught,
      ],
      () => ['try:', `    await asyncio.shield(${child})`, 'finally:', `    print("left", depth)`],
      () => [
        'try:',
        '    async with asyncio.TaskGroup() as group:',
        `        group.create_task(${child})`,
        `        group.create_task(fail(${nap()}))`,
        'except* ValueError:',
        '    print("group failed")',
      ],
      () => ['try:', ...indent(inner()), 'finally:', '    await asyncio.sleep(0.1)'],
    ])();
  }

  function main(): string[] {
    const started = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
      return `work${Math.floor(random() * count)}(0),`;
    });
    return [
      'async def main():',
      '    done = await asyncio.gather(',
      ...started.map((call) => `        ${call}`),
      '        return_exceptions=True,',
      '    )',
      '    print([type(one).__name__ for one in done])',
      '',
      'asyncio.run(main())',
    ];
  }
}

const PROLOGUE = [
  'import asyncio',
  '',
  'lock, places, flag = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()',
  'changed, line = asyncio.Condition(), asyncio.Queue()',
  '',
  'async def fail(after):',
  '    await asyncio.sleep(after)',
  '    raise ValueError(after)',
  '',
];

const caught = ['except TimeoutError:', '    print("too late")'];
