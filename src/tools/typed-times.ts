import { parse } from 'yaml';

/** A time that stands in a text by hand, where one from a recording should. */
export interface TypedTime {
  /** "5.0 s". */
  readonly time: string;
  readonly line: number;
}

const UNIT = 'µs|us|ms|s|min|h|(?:micro|milli)?seconds?|minutes?|hours?';
const TIME = new RegExp(`(?<![\\w.,-])(\\d+(?:\\.\\d+)?)[ \\u00a0]?(?:${UNIT})\\b`, 'g');

/** Tags that say what a typed time is: chosen, wrong and being corrected, or from a source. */
const SAID_WHAT = /<(Setting|Said|Quoted)\b[^>]*>[\s\S]*?<\/\1>/g;
const FENCE = /^(`{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm;
const CODE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const COMPONENT = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g;
const ADDRESS = /\]\([^)\s]*\)|\{#[^}]*\}/g;

/**
 * The times that are typed into the prose of an MDX page. `programs` are those that the page shows: a
 * number that stands in one of them, digit for digit, is a setting.
 */
export function typedInPage(text: string, programs: readonly string[]): readonly TypedTime[] {
  const shown = [...programs, ...[...text.matchAll(FENCE)].map(([fence]) => fence)];
  const [matter = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? [];
  const prose = [FENCE, SAID_WHAT, CODE, COMPONENT, ADDRESS].reduce(
    (rest, skipped) => rest.replace(skipped, (found) => found.replace(/[^\n]/g, '')),
    text,
  );
  return timesIn(
    prose.replace(matter, (front) => withoutSources(front)),
    settingsOf(shown),
  );
}

/** The same of an example's YAML, whose numbers are settings if the program or a switch has them. */
export function typedInExample(yaml: string, program: string): readonly TypedTime[] {
  const { switches = {} } = parse(yaml) as { switches?: Record<string, { values: unknown[] }> };
  const values = Object.values(switches).flatMap((each) => each.values.map(String));
  return typedInYaml(yaml, [program, ...values]);
}

/** The same of any other YAML. What is only quoted to be corrected stands under `said`. */
export function typedInYaml(yaml: string, programs: readonly string[] = []): readonly TypedTime[] {
  const texts = yaml
    .replace(/^(\s*(?:- )?)said:.*(?:\n\1 +.*)*/gm, (said) => said.replace(/[^\n]/g, ''))
    .replace(/^\s*#.*$/gm, '')
    .replace(CODE, (code) => code.replace(/[^\n]/g, ''));
  return timesIn(texts, settingsOf(programs));
}

/** Which example a page asks for, by its tags. */
export function examplesIn(text: string): readonly string[] {
  const tags = text.matchAll(/\b(?:example|left|right|of)="([a-z0-9-]+)/g);
  return [...new Set([...tags].map(([, name = '']) => name))];
}

/** What an author can do about it; `example` is one that the text is about. */
export function cureFor(time: string, example: string, inYaml: boolean): string {
  if (inYaml)
    return `Type what was recorded: {${example}.total}. A number that one chooses has to stand in the program or in a switch.`;
  return (
    `Type what was recorded: <Recorded of="${example}" value="total" />. ` +
    `If one chooses it: <Setting>${time}</Setting>. If it is said wrongly and corrected: <Said>${time}</Said>. ` +
    `If a source says it: <Quoted source="https://…">${time}</Quoted>.`
  );
}

function timesIn(text: string, settings: ReadonlySet<string>): readonly TypedTime[] {
  return [...text.matchAll(TIME)]
    .filter(([, number = '']) => !settings.has(number))
    .map(({ 0: time, index }) => ({ time, line: text.slice(0, index).split('\n').length }));
}

function settingsOf(programs: readonly string[]): ReadonlySet<string> {
  return new Set(programs.flatMap((program) => program.match(/\d+(?:\.\d+)?/g) ?? []));
}

/** Titles of sources are quotations. */
function withoutSources(matter: string): string {
  return matter.replace(/^sources:\n(?:[ -].*\n)*/m, (sources) => sources.replace(/[^\n]/g, ''));
}
