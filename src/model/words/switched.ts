import type { Example, KeyStep } from '../example.ts';
import { findStep, keyStepNumbers, KeyStepError } from '../key-steps.ts';
import type { Schedule } from '../schedule.ts';
import { totalOf } from '../total.ts';
import { pythonOf, type Combination } from '../switches.ts';
import { code } from './markup.ts';
import { listed } from './names.ts';
import { sentenceAt } from './sentences.ts';
import { summaryOf } from './summary.ts';
import { timeWords } from './time-words.ts';

/**
 * What an example says in another position of its switches. What its author says of the program as
 * it stands may not be true here, so all is told from the recording but what is said of just this
 * combination. Key steps keep their addresses; those that do not fit are left out.
 */
export function switchedExample(
  example: Example,
  combination: Combination,
  { schedule, asItStands }: { readonly schedule: Schedule; readonly asItStands: Schedule },
): Example {
  const { title, switches, steps, opens } = example;
  const program = combination.text.split('\n');
  const changed = Object.entries(switches).filter(
    ([name, { values }]) => combination.positions[name] !== values[0],
  );
  const put = changed.map(
    ([name, { line }]) => `${code(pythonOf(combination.positions[name] ?? null))} in line ${line}`,
  );
  const from = listed(changed.map(([, { values }]) => code(pythonOf(values[0] ?? null))));
  const own = example.switched[combination.slug];
  const fitting = steps.flatMap((step) => {
    const n = numberOf(schedule, step.when);
    return n === undefined ? [] : [{ ...step, says: sentenceAt(schedule, n, program) }];
  });
  const keySteps = inOrder(schedule, [
    ...fitting.filter(({ slug }) => !own?.steps.some((each) => each.slug === slug)),
    ...(own?.steps ?? []),
  ]);
  const opened = own?.opens ?? opens;
  return {
    ...example,
    claim: own?.claim ?? `${title}, with ${listed(put)}`,
    because: own?.because ?? `${differenceWords(asItStands, schedule)} with ${from}`,
    rest: own?.rest ?? summaryOf(schedule),
    steps: keySteps,
    opens: keySteps.some(({ slug }) => slug === opened) ? opened : undefined,
  };
}

function inOrder(schedule: Schedule, steps: readonly KeyStep[]): KeyStep[] {
  const numbers = keyStepNumbers(schedule, steps);
  return steps.toSorted((a, b) => (numbers[a.slug] ?? 0) - (numbers[b.slug] ?? 0));
}

/** "4.0 s more than", "as long as". */
function differenceWords(before: Schedule, after: Schedule): string {
  const more = totalOf(after) - totalOf(before);
  if (more === 0) return 'as long as';
  return `${timeWords(before, after).full(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than`;
}

function numberOf(schedule: Schedule, when: Example['steps'][number]['when']) {
  try {
    return findStep(schedule, when);
  } catch (error) {
    if (error instanceof KeyStepError) return undefined;
    throw error;
  }
}
