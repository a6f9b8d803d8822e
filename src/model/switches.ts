import type { Switch } from './example.ts';

/** One position of every switch of an example, and the program that it makes. */
export interface Combination {
  /** Its file and part of its address: "limit-5-sleep-time-sleep"; "" for the program as it stands. */
  readonly slug: string;
  readonly positions: Readonly<Record<string, SwitchValue>>;
  readonly text: string;
}

export type SwitchValue = Switch['values'][number];

/** The most that are recorded of one example. */
export const MOST_COMBINATIONS = 12;
/** The most runs of a grid, of which only totals are kept. */
export const MOST_RUNS = 60;

/** A switch that does not fit its program; the message names the cure. */
export class SwitchError extends Error {}

/** All combinations of an example's switches, the program as it stands first. */
export function combinationsOf(
  text: string,
  switches: Readonly<Record<string, Switch>>,
  most = MOST_COMBINATIONS,
): readonly Combination[] {
  const count = Object.values(switches).reduce((all, { values }) => all * values.length, 1);
  if (count > most) {
    throw new SwitchError(
      `The ${most === MOST_RUNS ? 'grid has' : 'switches have'} ${count} combinations; at most ${most} are recorded. Leave out some values.`,
    );
  }
  let combinations: Combination[] = [{ slug: '', positions: {}, text }];
  for (const [name, knob] of Object.entries(switches)) {
    check(name, knob, text);
    combinations = combinations.flatMap((before) =>
      knob.values.map((value, place) => turn(before, name, knob, value, place === 0)),
    );
  }
  const slugs = new Set(combinations.map(({ slug }) => slug));
  if (slugs.size < combinations.length)
    throw new SwitchError(
      'Two combinations have the same address. Make the values more different.',
    );
  return combinations;
}

/** How a value stands in a Python program: literals as such, strings as the names that they are. */
export function pythonOf(value: SwitchValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  return String(value);
}

/** A switch at one of its values, as a part of addresses: "limit-none". */
export function positionSlug(name: string, value: SwitchValue): string {
  const words = pythonOf(value).toLowerCase();
  return `${name}-${words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

function turn(
  { slug, positions, text }: Combination,
  name: string,
  { line, text: old }: Switch,
  value: SwitchValue,
  asItStands: boolean,
): Combination {
  const part = positionSlug(name, value);
  const lines = text.split('\n');
  lines[line - 1] = (lines[line - 1] ?? '').replace(old, () => pythonOf(value));
  return {
    slug: asItStands ? slug : [slug, part].filter(Boolean).join('-'),
    positions: { ...positions, [name]: value },
    text: asItStands ? text : lines.join('\n'),
  };
}

const ALONE =
  'Put what is switched on a line of its own in the program, or into a name of its own above.';
const NOT_THERE = 'Lines are counted from 1, and `text:` is copied from that line as it stands.';

function check(name: string, { line, text: old, values }: Switch, text: string): void {
  const found = text.split('\n')[line - 1];
  if (found === undefined)
    throw new SwitchError(`Switch \`${name}\`: the program has no line ${line}.`);
  const times = found.split(old).length - 1;
  if (times !== 1) {
    throw new SwitchError(
      `Switch \`${name}\`: line ${line} has \`${old}\` ${times} times, not once. The line is \`${found.trim()}\`. ${times > 1 ? ALONE : NOT_THERE}`,
    );
  }
  const first = values[0] ?? null;
  if (pythonOf(first) !== old) {
    throw new SwitchError(
      `Switch \`${name}\`: its first value has to be what the program has, \`${old}\`, not \`${pythonOf(first)}\`.`,
    );
  }
}
