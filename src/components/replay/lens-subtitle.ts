import { processOf } from '#model/processes.ts';
import { hasThreads } from '#model/processors.ts';
import type { Schedule } from '#model/schedule.ts';
import type { Column, Lens } from '#timeline/lens.ts';

/** What a resting lens says of its instant: "turns 1 to 4, one after the other; no time passes". */
export function lensSubtitle(schedule: Schedule, { columns, turns, instant }: Lens): string {
  const here = schedule.steps.slice(instant.first, instant.last + 1);
  const takesTime = here.some((step) => 'lasts' in step && step.lasts);
  return [
    turnsWords(columns, turns, orderWords(schedule, columns)),
    takesTime ? '' : 'no time passes',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Without a GIL the turns of threads overlap, and those of processes do. */
function orderWords(schedule: Schedule, columns: readonly Column[]): string {
  const processes = new Set(columns.map(({ turn }) => processOf(schedule, turn.lane)));
  const isAtOnce = processes.size > 1 || (hasThreads(schedule) && !schedule.provenance.machine.gil);
  return isAtOnce ? 'in one possible order' : 'one after the other';
}

function turnsWords(columns: readonly Column[], turns: number, order: string): string {
  const numbers = columns.flatMap(({ turn }) => turn.number ?? []);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `turn ${first}`;
  const which = `turns ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`;
  return turns > numbers.length
    ? `${which}, and ${turns - numbers.length} more`
    : `${which}, ${order}`;
}
