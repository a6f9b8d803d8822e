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
    .replace(/File "[^"\n]*"(?:, line \d+)?(?:, in \S+)?/g, ' ')
    .replace(/\b(?:at )?0x[0-9a-f]+\b/gi, ' ')
    .replace(/(?:[a-z]:)?(?:[\\/][\w.@ -]+){2,}/gi, ' ')
    .replace(/\b[\w-]+\.py\b(?::\d+)?/g, ' ')
    .replace(/,? ?\bline \d+\b/gi, ' ')
    .replace(/\b(\w+)=(?:<[^<>]*>|'[^']*'|"[^"]*"|[\w.]+)/g, ' ')
    .replace(/[<>"`“”‘’]|'(?!\w)|(?<!\w)'/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION);
}

/** The name of an exception at the beginning of a line, as Python prints it below a traceback. */
const exceptionLine =
  /^[\s|+]*(?:[\w.]+: )?(?:\w+\.)*\w*(?:Error|Exception|Warning|Interrupt|Exit|Group|StopIteration)\b.*$/;

function messageIn(pasted: string): string {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return pasted;
  const messages = lines.filter((line) => exceptionLine.test(line));
  // The last one is the one that nobody caught. In a group, it is the innermost.
  return messages.at(-1)?.replace(/^[\s|+]*/, '') ?? lines.join(' ');
}
