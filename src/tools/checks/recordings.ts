import { existsSync, readFileSync } from 'node:fs';
import type { Verified } from '#model/verified.ts';
import { fitsOf } from '#tools/real-run.ts';
import { readSchedule } from '#tools/recordings.ts';
import { exampleNames, readExample } from '#tools/examples.ts';
import { recordExamples } from '#tools/record.ts';
import type { Outcome } from '#tools/checks/check.ts';

/** Records every example again and compares byte for byte. */
export async function checkRecordings(): Promise<Outcome> {
  const { recordings, changed, faults } = await recordExamples([], { check: true });
  const stale = changed.map((file) => `${file} is stale. Run \`npm run record\`.`);
  const details = [...faults, ...stale].join('\n');
  return {
    passed: recordings.length - changed.length,
    failed: faults.length + stale.length,
    details,
  };
}

/** Each example has been compared with real runs since it was changed. Runs nothing in real time. */
export async function checkVerified(): Promise<Outcome> {
  const faults: string[] = [];
  const names = exampleNames();
  for (const name of names) {
    const folder = readExample(name);
    const file = new URL('verified.json', folder.url);
    if (!existsSync(file)) {
      faults.push(`${name} was never compared with a real run. Run \`npm run verify ${name}\`.`);
      continue;
    }
    const { fits } = JSON.parse(readFileSync(file, 'utf8')) as Verified;
    if (fits !== fitsOf(folder.text, readSchedule(folder)))
      faults.push(`${name} has changed since it was compared. Run \`npm run verify ${name}\`.`);
  }
  return {
    passed: names.length - faults.length,
    failed: faults.length,
    details: faults.join('\n'),
  };
}
