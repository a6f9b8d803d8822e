// THIS FILE SHIPS TO THE BROWSER.

/** More than anyone types; a paste beyond it is cut. */
export const LONGEST_QUESTION = 400;

/** Much more than a traceback has; nothing beyond it is looked at. */
const LONGEST_PASTE = 20_000;

/**
 * What is asked, freed from what only one run of one program knows: of a traceback the message
 * remains, without paths, addresses and line numbers.
 */
export function cleanQuestion(typed: string): string {
  const message = messageIn(typed.slice(0, LONGEST_PASTE));
  return message
    .replace(/^(?:>>>|\.\.\.|\$|E\s{2,})\s*/, '')
    .replace(logged, ' ')
    .replace(/\bhttps?:\/\/(?:\S*\/)?([\w-]*)\S*/g, (_, last: string) => last.replace(/-/g, ' '))
    .replace(/File "[^"\n]*"(?:, line \d+)?(?:, in \S+)?/g, ' ')
    .replace(/\b(?:at )?0x[0-9a-f]+\b/gi, ' ')
    .replace(path, ' ')
    .replace(/\b[\w-]+\.py\b(?::\d+)?/g, ' ')
    .replace(/,? ?\bline \d+\b/gi, ' ')
    .replace(/\b(\w+)=(?:<[^<>]*>|'[^']*'|"[^"]*"|[\w.]+)/g, ' ')
    .replace(/[<>"`“”‘’]|'(?!\w)|(?<!\w)'/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION);
}

/** The same question for an address: as it is typed, and of a long paste what is searched. */
export const shortQuestion = (typed: string): string =>
  typed.length > LONGEST_QUESTION ? cleanQuestion(typed) : typed;

/** When, where and how urgently it was logged: `[2026-11-21 10:11:12 +0000] [7] [CRITICAL]`. */
const logged = new RegExp(
  [
    /\[?\b\d{4}-\d\d-\d\d[ T][\d:.,]+(?: ?[+-]\d{4}|Z)?\]?/,
    /\[\d+\]|\(pid: ?\d+\)/,
    /\[(?:CRITICAL|ERROR|WARNING|INFO|DEBUG)\]|\b(?:CRITICAL|ERROR|WARNING|INFO|DEBUG):(?:[\w.]+:)?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** A path from its root on. Words with strokes between them, such as `sync/async/threads`, are none. */
const path = /(?<![\w.])(?:[a-z]:)?(?:[\\/][\w.@-]+(?: [\w.@-]+){0,3}(?=[\\/]))+[\\/][\w.@-]+/gi;

/** What says nothing of the error that it stands beside. */
const aside = new RegExp(
  [
    /^(?:\$|>>>) /,
    /^[-~^"]+$/,
    /^Exception ignored/,
    /^RuntimeWarning: Enable tracemalloc/,
    /^(?:The above|During handling of the above) exception/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/**
 * A line with the name of an exception or a warning at its beginning, or after the place it arose at. A name with a
 * module before it may be any: `socket.gaierror`, `asyncio.queues.QueueFull`.
 */
const exceptionLine =
  /^(?:\S+:\d+: )?((?:(?:\w+\.)*\w*(?:Error|Exception|Warning|Interrupt|Exit|Group|StopIteration)\b|(?:\w+\.)+\w+(?=: |$)).*)$/;

/** A complaint that comes with other mistakes: of what they kept from being awaited, for one. */
const isWarning = /^[\w.]*Warning\b/;

/**
 * What is said before a traceback begins, and its last message: the one that nobody caught. A
 * warning is the message only where there is no other.
 */
function messageIn(pasted: string): string {
  const lines = beforeIgnored(
    pasted.split(/\r?\n/).map((line) => line.replace(/^[\s|+]+/, '')),
  ).filter((line) => line !== '' && !aside.test(line));
  if (lines.length < 2) return inOneLine(lines[0] ?? '');
  const messages = lines.map((line) => exceptionLine.exec(line)?.[1] ?? '');
  const said = (message: string): boolean => message !== '' && !isWarning.test(message);
  const at = messages.some(said) ? messages.findLastIndex(said) : messages.findLastIndex(Boolean);
  const last = messages[at];
  if (last === undefined) return lines.join(' ');
  // A message that begins on the next line: multiprocessing says a whole paragraph so.
  const rest = /: ?$/.test(last) ? lines.slice(at + 1) : [];
  const traceback = lines.findIndex((line) => /\bTraceback \(most|^File /.test(line));
  const before = lines.slice(0, Math.max(0, traceback)).filter((line) => !inThread.test(line));
  return [...before, last, ...rest].join(' ');
}

/** In which thread an exception arose says nothing of what it is. */
const inThread = /^Exception in thread /;

/** What was raised while objects are thrown away follows from the error above it, where there is one. */
function beforeIgnored(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^Exception ignored/.test(line));
  const above = lines.slice(0, Math.max(0, at));
  return above.some((line) => exceptionLine.test(line)) ? above : lines;
}

/** A field for one line joins what is pasted into it, some browsers without so much as a space. */
function inOneLine(line: string): string {
  const traceback = line.search(/(?:Exception Group )?Traceback \(most|File "[^"]*", line \d/);
  if (traceback === -1) return exceptionLine.exec(line)?.[1] ?? line;
  const last = lastException.exec(line.slice(traceback))?.[1] ?? '';
  return `${line.slice(0, traceback)} ${last}`;
}

const lastException =
  /^.*[^\w.]([\w.]*(?:Error|Exception|Warning|Interrupt|Exit|Group|StopIteration)(?:: .*)?)$/;
