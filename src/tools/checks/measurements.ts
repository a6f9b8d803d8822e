import { measurementNames, resultFaults } from '#tools/measurements.ts';
import type { Outcome } from '#tools/checks/check.ts';

/** Each measurement has a result that fits its schema and its script as it stands. Runs none of them. */
export function checkMeasurements(): Promise<Outcome> {
  const names = measurementNames();
  const faulty = names.map((name) => resultFaults(name)).filter((faults) => faults.length > 0);
  return Promise.resolve({
    passed: names.length - faulty.length,
    failed: faulty.length,
    details: faulty.flat().join('\n'),
  });
}
