import { existsSync, readFileSync } from 'node:fs';
import { expandSchedule } from '#model/stored.ts';
import type { Schedule } from '#model/schedule.ts';
import { verifiedSchema, type RealRun, type Verified } from '#model/verified.ts';
import { fingerprint } from '#recorder/provenance.ts';
import { AuthorError, exampleNames, readExample, type ExampleFolder } from '#tools/examples.ts';
import { findPythons, type Python } from '#tools/pythons.ts';
import { differences, paceOf, runReally, shownBy } from '#tools/real-run.ts';
import { writeAtomically } from '#tools/write.ts';

/** `npm run verify [name…]`: the same programs on real interpreters and a real clock. */

/** They mostly sleep, so a few at a time do not disturb each other; a miss is repeated alone. */
const AT_A_TIME = 4;

/** What a real run depends on. */
export function fitsOf(text: string, schedule: Schedule): string {
  return fingerprint(
    text,
    JSON.stringify(schedule.provenance.machine),
    JSON.stringify(shownBy(schedule)),
  );
}

interface Check {
  readonly folder: ExampleFolder;
  readonly schedule: Schedule;
  readonly python: Python;
}

async function main(names: string[]): Promise<number> {
  const pythons = await findPythons();
  if (pythons.length === 0)
    throw new AuthorError(
      'No Python from 3.11 on is here. Name some: `PYTHONS=/path/to/python3 npm run verify`.',
    );
  console.log(`Real interpreters: ${pythons.map(({ version }) => version).join(', ')}`);
  const folders = (names.length ? names : exampleNames()).map(readExample);
  const runs = new Map<string, RealRun[]>(folders.map(({ name }) => [name, []]));
  const misses: { check: Check; found: string[] }[] = [];
  const attempt = async (check: Check) => {
    const { found, run } = await compare(check);
    if (found.length) misses.push({ check, found });
    else runs.get(check.folder.name)?.push(run);
  };
  const checks = folders.flatMap((folder) => checksOf(folder, pythons));
  await pool(checks, attempt);
  const failed: string[] = [];
  for (const { check } of misses.splice(0)) {
    await attempt(check);
    const miss = misses.pop();
    if (miss)
      failed.push(`${check.folder.name} on ${check.python.version}: ${miss.found.join('; ')}`);
  }
  for (const folder of folders) store(folder, runs.get(folder.name) ?? []);
  for (const line of failed) console.error(line);
  console.log(
    `${checks.length - failed.length} of ${checks.length} real runs agree with their recordings.`,
  );
  return failed.length ? 1 : 0;
}

function checksOf(folder: ExampleFolder, pythons: Python[]): Check[] {
  const { unverified, since = '3.11' } = folder.example;
  if (unverified) return [];
  const schedule = readSchedule(folder);
  const first = Number(since.split('.')[1]);
  return pythons
    .filter(({ version }) => Number(version.split('.')[1]) >= first)
    .map((python) => ({ folder, schedule, python }));
}

async function compare({
  folder,
  schedule,
  python,
}: Check): Promise<{ found: string[]; run: RealRun }> {
  const real = await runReally(python, schedule, folder.text);
  // Where computing is modelled, the model's seconds are not the machine's: only the order counts.
  const timed = schedule.provenance.machine.line === 0 && paceOf(schedule) === 1;
  const found = differences(real, shownBy(schedule), timed);
  console.log(
    `${found.length ? 'differs' : 'agrees '}  ${folder.name}  ${python.version}  ${real.total} ms`,
  );
  return { found, run: { python: python.version, total: real.total } };
}

/** Keeps the file as it is while its runs still tell the same. */
function store(folder: ExampleFolder, runs: RealRun[]): void {
  const schedule = readSchedule(folder);
  const fits = fitsOf(folder.text, schedule);
  const { since, unverified } = folder.example;
  const reason =
    unverified ??
    (runs.length === 0 && since
      ? `Not verified on a real build: Python ${since} is not to be had here.`
      : undefined);
  const url = new URL('verified.json', folder.url);
  const before = existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as Verified) : undefined;
  const versions = (list: readonly RealRun[]) => list.map(({ python }) => python).join();
  const sorted = runs.toSorted((a, b) => a.python.localeCompare(b.python, 'en', { numeric: true }));
  if (
    before?.fits === fits &&
    versions(before.runs) === versions(sorted) &&
    before.reason === reason
  )
    return;
  const verified = verifiedSchema.parse({
    fits,
    printed: shownBy(schedule).stdout,
    runs: sorted,
    ...(reason ? { reason } : {}),
  });
  writeAtomically(url, `${JSON.stringify(verified, null, 1)}\n`);
}

export function readSchedule({ name, url }: ExampleFolder): Schedule {
  const file = new URL('schedule.json', url);
  if (!existsSync(file))
    throw new AuthorError(`\`${name}\` is not recorded. Run \`npm run record ${name}\`.`);
  return expandSchedule(JSON.parse(readFileSync(file, 'utf8')));
}

async function pool(checks: Check[], attempt: (check: Check) => Promise<void>): Promise<void> {
  const left = [...checks];
  const hands = Array.from({ length: AT_A_TIME }, async () => {
    for (let check = left.shift(); check; check = left.shift()) await attempt(check);
  });
  await Promise.all(hands);
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
