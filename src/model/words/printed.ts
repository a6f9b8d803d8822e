import type { Measured } from '../measurement.ts';

/** What one program printed, and on which interpreters it printed the same. */
export interface PrintedSide {
  readonly script: string;
  /** "Node", "CPython". */
  readonly kind: string;
  /** "Node 26.10.0", "CPython 3.11.7, 3.12.1 and 3.13.0". */
  readonly on: string;
  readonly printed: readonly string[];
}

/** The sides of a measurement whose output is kept: runs of one program that printed the same are one. */
export function printedSides({ runs }: Measured): readonly PrintedSide[] {
  const kept = runs.flatMap(({ script, interpreter, printed }) =>
    printed ? [{ script, interpreter, printed }] : [],
  );
  const sides = Map.groupBy(kept, ({ script, printed }) => [script, ...printed].join('\n'));
  return [...sides.values()].flatMap((side) => {
    const [first] = side;
    if (!first) return [];
    const { script, printed } = first;
    const [kind = ''] = first.interpreter.split(' ');
    const versions = side.map(({ interpreter }) => interpreter.slice(kind.length + 1));
    const on = `${kind} ${new Intl.ListFormat('en-GB').format(versions)}`;
    return [{ script, kind, on, printed }];
  });
}
