import { AstroError } from 'astro/errors';
import type { Schedule } from '#model/schedule.ts';

/** Stops the build when a comparison names a lane that not both runs have. */
export function checkLane(
  { lane, left, right }: { lane?: string | undefined; left: string; right: string },
  [one, other]: readonly [Schedule, Schedule],
  page: string,
): void {
  const others = new Set(other.lanes.map(({ name }) => name));
  const both = one.lanes.flatMap(({ name }) => (others.has(name) ? [name] : []));
  if (lane === undefined || both.includes(lane)) return;
  throw new AstroError(
    `The page ${page} compares lane \`${lane}\` of ${left} and ${right}, which not both have.`,
    `The lanes of both are ${both.map((name) => `\`${name}\``).join(', ')}.`,
  );
}
