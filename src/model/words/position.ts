import type { Turn } from '../turns.ts';

/** Where the reader is in a run, as HTML. `turns` are those with a number. */
export function positionHtml(
  turns: readonly Turn[],
  step: number,
  last: number,
  clock: string,
): string {
  const turn = turns.findLast(({ first }) => first <= step);
  const where = turn ? `turn <b>${turn.number}</b> of ${turns.length}<i> · </i>` : '';
  return `step <b>${step + 1}</b> of ${last + 1}<br>${where}<b>${clock}</b>`;
}
