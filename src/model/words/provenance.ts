import type { Schedule } from '../schedule.ts';
import type { Verified } from '../verified.ts';
import { machineWords } from './machine.ts';
import { listed } from './names.ts';

/** An example as real interpreters ran it. */
export interface ReallyRun {
  readonly verified: Verified;
  /** The author's sentence on what other Pythons do otherwise. */
  readonly differs?: string | undefined;
  /** Why a real machine may print in another order, where it may. */
  readonly order?: string | undefined;
}

/**
 * Where a figure's recordings come from, in a line of markup: the interpreter, the clock, and on which
 * real ones all its programs printed the same in the same order.
 */
export function provenanceWords(schedule: Schedule, examples: readonly ReallyRun[]): string {
  const met = schedule.provenance.world ? ' with hosts and files that do the same,' : '';
  return [machineWords(schedule), ...realWords(examples, met)].join(' · ');
}

/** `met` says what of the world outside the real runs met. */
function realWords(examples: readonly ReallyRun[], met: string): string[] {
  if (examples.length === 0) return [];
  const runs = examples.map(({ verified }) => verified.runs);
  const pythons = [...new Set(runs.flat().map(({ python }) => python))];
  const same = pythons.filter((python) =>
    runs.every((list) => list.some((run) => run.python === python && !run.differs)),
  );
  const other = pythons.filter((python) =>
    runs.some((list) => list.some((run) => run.python === python && run.differs)),
  );
  const reasons = examples.flatMap(({ verified }) => verified.reason ?? []);
  const orders = new Set(examples.flatMap(({ order }) => order ?? []));
  const sentences = new Set(examples.flatMap(({ differs }) => differs ?? []));
  return [
    ...(same.length > 0
      ? [
          `${orders.size > 0 ? 'one possible order: the same lines' : 'same order'} in real runs${met} on ${listed(same)}`,
        ]
      : []),
    ...(other.length > 0 ? [`otherwise on ${listed(other)}: ${[...sentences].join(' ')}`] : []),
    ...(same.length + other.length === 0 && reasons.length > 0
      ? [`not run for real: ${[...new Set(reasons)].join(' ')}`]
      : []),
  ];
}
