import type { Switch } from './example.ts';
import { combinationsOf, pythonOf, type Combination, type SwitchValue } from './switches.ts';

/** A switch as readers see it: the line of code with a gap, and what may stand in the gap. */
export interface Knob {
  /** "return exceptions". */
  readonly name: string;
  readonly line: number;
  /** The line's code left and right of the gap, without indent and comment. */
  readonly before: string;
  readonly after: string;
  readonly positions: readonly Position[];
}

export interface Position {
  /** As Python writes it. */
  readonly value: string;
  /** The combination that one comes to by choosing it, all other switches left as they are. */
  readonly combination: string;
  readonly isPresent: boolean;
}

/** The switches of an example as they stand in one of its combinations. */
export function knobsOf(
  program: string,
  switches: Readonly<Record<string, Switch>>,
  present: Combination,
): readonly Knob[] {
  const all = combinationsOf(program, switches);
  const lines = program.split('\n');
  return Object.entries(switches).map(([name, { line, text, values }]) => {
    const [before = '', after = ''] = (lines[line - 1] ?? '').split(text);
    return {
      name: name.replaceAll('-', ' '),
      line,
      before: before.trimStart(),
      after: withoutComment(after),
      positions: inOrder(values).map((value) => ({
        value: pythonOf(value),
        combination: slugAt(all, { ...present.positions, [name]: value }),
        isPresent: present.positions[name] === value,
      })),
    };
  });
}

/** The combination with these positions; the recorder made one for each. */
function slugAt(all: readonly Combination[], positions: Combination['positions']): string {
  const wanted = Object.entries(positions);
  const found = all.find((each) => wanted.every(([name, at]) => each.positions[name] === at));
  return found?.slug ?? '';
}

/** Numbers by size, None last; everything else as its author wrote it. */
export function inOrder(values: readonly SwitchValue[]): readonly SwitchValue[] {
  const sizes = values.map((value) => (value === null ? Infinity : value));
  if (!sizes.every((size) => typeof size === 'number')) return values;
  return values.toSorted((a, b) => Number(a ?? Infinity) - Number(b ?? Infinity));
}

/** The code of a line that has no `#` in its texts. */
function withoutComment(code: string): string {
  return code.replace(/\s*#.*$/, '').trimEnd();
}
