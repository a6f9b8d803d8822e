import { code } from './markup.ts';

/** The lines of example.py, the first at index 0. */
export type Program = readonly string[];

/** No longer than fits in half a line of a sentence. */
const LONGEST = 48;

/** The statement that begins on a line, as code; undefined where the program is not at hand. */
export function statement(program: Program, line: number | undefined): string | undefined {
  const text = textOf(program, line);
  return text ? code(shorten(text.replace(/:$/, ''))) : undefined;
}

/** The `await` on a line, with what it awaits; else its whole statement. */
export function awaitOn(program: Program, line: number | undefined): string | undefined {
  const text = textOf(program, line);
  const found = /\bawait\b/.exec(text);
  return found
    ? code(shorten(text.slice(found.index, endOf(text, found.index))))
    : statement(program, line);
}

/** A call with its arguments as the program writes it: "time.sleep(1)"; else its bare name. */
export function callOn(program: Program, line: number | undefined, call: string): string {
  const text = textOf(program, line);
  const last = call.slice(call.lastIndexOf('.') + 1);
  for (const name of [call, last]) {
    const at = text.indexOf(`${name}(`);
    if (at >= 0) return code(shorten(text.slice(at, endOf(text, at))));
  }
  return code(`${call}()`);
}

/** Whether a function that begins on a line is an `async def`. */
export function isAsync(program: Program, line: number | undefined): boolean {
  return textOf(program, line).startsWith('async def');
}

/** Whether a line is one on which a generator pauses, and goes on. */
export function isYield(program: Program, line: number | undefined): boolean {
  const text = textOf(program, line);
  return /\byield\b/.test(text) && !/^(async )?def\b/.test(text);
}

/** A line without its indent and its comment. */
function textOf(program: Program, line: number | undefined): string {
  const text = line === undefined ? '' : (program[line - 1] ?? '');
  // Strings first, so that a sign inside one begins no comment.
  return text.replace(/("[^"]*"|'[^']*')|\s*#.*$/g, (_, string) => string ?? '').trim();
}

/** Where the expression that begins at `from` ends: at the first comma, bracket, colon or semicolon of its own level. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const sign = text.charAt(i);
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return i;
    else if (depth === 0 && ',:;'.includes(sign)) return i;
  }
  return text.length;
}

/** What does not fit, or goes on in the next line, ends in an ellipsis. */
function shorten(text: string): string {
  const open = '([{'.indexOf(text.charAt(text.length - 1));
  if (text && open >= 0) return `${text}…${')]}'.charAt(open)}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
