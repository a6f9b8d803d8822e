import type { Schedule } from '../schedule.ts';
import { slug } from './moments.ts';
import { UnknownValue, valueNames, valueOf } from './values.ts';

/** The right answer to a question about a recording, and the step at which it is decided. */
export interface Answer {
  readonly right: string;
  readonly step: number;
}

export interface Question {
  /** A recorded value as in prose, or `next-print`, or `order`. */
  readonly value: string;
  /** For `next-print`: the step after which somebody prints. */
  readonly after?: number | undefined;
  /** For `order`: the lanes whose ends are put in order. */
  readonly lanes?: readonly number[] | undefined;
}

/** Throws `UnknownValue` for what no recording answers. */
export function answerOf(schedule: Schedule, { value, after, lanes }: Question): Answer {
  const { steps } = schedule;
  if (value === 'next-print') {
    const step = steps.findIndex(({ kind }, n) => kind === 'print' && n > (after ?? Infinity));
    const print = steps[step];
    if (print?.kind === 'print') return { right: print.text.trim(), step };
    throw after === undefined
      ? new UnknownValue(
          '`next-print` does not say after which step.',
          'Name a key step: `after="slug"`.',
        )
      : new UnknownValue(
          'Nobody prints after that step.',
          'Name an earlier key step with `after`.',
        );
  }
  if (value === 'order') return orderOfEnds(schedule, lanes ?? []);
  const right = valueOf(schedule, value);
  if (right !== undefined) return { right, step: decidingStep(schedule, value) };
  throw new UnknownValue(
    `The recording has no value \`${value}\`.`,
    `Use one of: next-print, order, ${valueNames(schedule).join(', ')}.`,
  );
}

function orderOfEnds({ lanes, steps }: Schedule, asked: readonly number[]): Answer {
  const endOf = (lane: number) => lanes[lane]?.ended ?? steps.length - 1;
  const inOrder = asked.toSorted((a, b) => endOf(a) - endOf(b));
  const last = inOrder.at(-1);
  if (last === undefined || inOrder.length < 2)
    throw new UnknownValue(
      '`order` does not say of what.',
      `Name two lanes or more: \`lanes="${lanes
        .slice(-2)
        .map(({ name }) => name)
        .join(', ')}"\`.`,
    );
  return { right: inOrder.map((lane) => lanes[lane]?.name).join(', '), step: endOf(last) };
}

/** Where a value becomes certain: a start when the lane starts, a printed line when it is printed, the rest at an end. */
function decidingStep(schedule: Schedule, value: string): number {
  const { lanes, steps } = schedule;
  const end = steps.length - 1;
  const [first = '', second = ''] = value.split('.');
  if (first === 'output') {
    let lines = 0;
    const step = steps.findIndex((each) => {
      if (each.kind === 'print') lines += each.text.split('\n').length - 1;
      return lines >= (Number(second) || Infinity);
    });
    return step < 0 ? end : step;
  }

  const lane = lanes.findIndex(({ name }) => slug(name) === slug(first));
  if (lane < 0) return end;
  if (second !== 'start') return lanes[lane]?.ended ?? end;
  const starts = steps.findIndex((step) => step.lane === lane);
  return starts < 0 ? end : starts;
}
