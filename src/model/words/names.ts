import type { Schedule } from '../schedule.ts';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "three", "twelve", "24". */
export function count(n: number): string {
  return NUMBERS[n] ?? String(n);
}

/** "both", "all three". */
export function allOf(n: number): string {
  return n === 2 ? 'both' : `all ${count(n)}`;
}

/** "one task", "three tasks". */
export function counted(n: number, thing: string): string {
  return `${count(n)} ${thing}${n === 1 ? '' : thing.endsWith('s') ? 'es' : 's'}`;
}

/** "three threads", "three tasks": what these lanes are, where their names would be too long. */
export function countedLanes(schedule: Schedule, lanes: readonly number[]): string {
  const threads = lanes.every((lane) => schedule.lanes[lane]?.kind === 'thread');
  return counted(lanes.length, threads ? 'thread' : 'task');
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = ' and '): string {
  return words.length < 2
    ? words.join('')
    : words.slice(0, -1).join(', ') + last + (words.at(-1) ?? '');
}

/** Names of lanes with what they share said once: "work 0, 1 and 2", "fetch 3 to 11", "main and work 0". */
export function grouped(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const cut = name.lastIndexOf(' ') + 1;
    const own = groups.get(name.slice(0, cut)) ?? [];
    own.push(name.slice(cut));
    groups.set(name.slice(0, cut), own);
  }
  // The name without a list of its own comes first, so that "and" cannot be misread.
  const whole = [...groups].flatMap(([shared, own]) =>
    shared === '' ? own : own.length === 1 ? [shared + own.join('')] : [],
  );
  const lists = [...groups]
    .filter(([shared, own]) => shared !== '' && own.length > 1)
    .map(([shared, own]) => shared + range(own));
  return lists.length === 0
    ? listed(whole)
    : [...whole, ...lists].join(lists.length > 1 ? ', and ' : ', ');
}

/** "0, 1 and 2", "3 to 11". */
export function range(own: readonly string[]): string {
  return own.length > 3 && isRow(own) ? `${own[0]} to ${own.at(-1)}` : listed(own);
}

/** Whether these count on by one. */
export function isRow(own: readonly string[]): boolean {
  return own.every((word, i) => /^\d+$/.test(word) && Number(word) === Number(own[0]) + i);
}

/** What tells a lane from its like: "0" of "work 0"; empty for a name of one word. */
export function ownPart(name: string): string {
  return name.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : '';
}

/** What it has in common with its like: "work" of "work 0"; the whole of a name of one word. */
export function familyOf(name: string): string {
  return name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : name;
}

export function nameOf({ lanes }: Schedule, lane: number): string {
  return lanes[lane]?.name ?? `lane ${lane}`;
}

/** A thread by its lane; the first by what it is where it runs a loop, whose tasks have the figure's lanes. */
export function threadName(schedule: Schedule, thread: number): string {
  const hasLoop = schedule.lanes.some(({ kind, on }) => kind === 'loop' && on === thread);
  return thread === 0 && hasLoop ? 'main thread' : nameOf(schedule, thread);
}

/** Lanes as a sentence names them, in its markup: "**work 0, 1 and 2**"; the loop is "the loop". */
export function bold(schedule: Schedule, ...lanes: readonly number[]): string {
  const [only] = lanes;
  if (lanes.length === 1 && only !== undefined && isLoop(schedule, only)) return 'the loop';
  return `**${grouped(lanes.map((lane) => nameOf(schedule, lane)))}**`;
}

export function isLoop({ lanes }: Schedule, lane: number | undefined): boolean {
  return lane !== undefined && lanes[lane]?.kind === 'loop';
}

/** What a lane gives back and others are kept from: "the loop", "the thread". */
export function ground({ lanes }: Schedule, lane: number): string {
  let on = lanes[lane]?.on;
  while (on !== undefined && lanes[on]?.kind !== 'loop') on = lanes[on]?.on;
  return on === undefined && lanes[lane]?.kind !== 'loop' ? 'the thread' : 'the loop';
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "is" or "are", as the lanes before it ask for. */
export function are(lanes: readonly number[]): string {
  return lanes.length === 1 ? 'is' : 'are';
}
