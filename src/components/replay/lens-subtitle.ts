import { hasThreads } from '#model/processors.ts';
import type { Schedule } from '#model/schedule.ts';
import type { Column, Lens } from '#timeline/lens.ts';

/** What a resting lens says of its instant: "turns 1 to 4, one after the other; no time passes". */
export function lensSubtitle(schedule: Schedule, { columns, turns, instant }: Lens): string {
  const here = schedule.steps.slice(instant.first, instant.last + 1);
  const takesTime = here.some((step) => step.kind === 'line' && step.lasts);
  return [turnsWords(columns, turns, orderWords(schedule)), takesTime ? '' : 'no time passes']
    .filter(Boolean)
    .join('; ');
}

/** Without a GIL the turns of threads overlap. */
function orderWords(schedule: Schedule): string {
  const isAtOnce = hasThreads(schedule) && !schedule.provenance.machine.gil;
  return isAtOnce ? 'in one possible order' : 'one after the other';
}

function turnsWords(columns: readonly Column[], turns: number, order: string): string {
  const numbers = columns.flatMap(({ turn }) => turn.number ?? []);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `turn ${first}`;
  const which = `turns ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`;
  return turns > columns.length
    ? `${which}, and ${turns - columns.length} more`
    : `${which}, ${order}`;
}
