import type { Schedule } from '#model/schedule.ts';

/** All steps of a schedule, one a line, for a terminal. */
export function stepTable({ steps, lanes }: Schedule): string {
  const width = Math.max(...lanes.map(({ name }) => name.length));
  const rows = steps.map(({ kind, at, lane, line, ...rest }, n) => {
    const cells = [
      String(n).padStart(5),
      `${(at / 1e6).toFixed(3)} s`.padStart(10),
      (lanes[lane]?.name ?? '').padEnd(width),
      String(line ?? '').padStart(4),
      kind.padEnd(10),
      ...Object.entries(rest).map(([key, value]) => `${key} ${told(value, lanes)}`),
    ];
    return cells.join('  ').trimEnd();
  });
  return rows.join('\n');
}

function told(value: unknown, lanes: Schedule['lanes']): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, part]) =>
      key === 'lanes' && Array.isArray(part)
        ? part.map((lane: number) => lanes[lane]?.name).join(', ')
        : `${key} ${String(part)}`,
    )
    .join(' ');
}
