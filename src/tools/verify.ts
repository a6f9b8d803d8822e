import { existsSync, readFileSync } from 'node:fs';
import type { Schedule } from '#model/schedule.ts';
import { verifiedSchema, type RealRun, type Verified } from '#model/verified.ts';
import { AuthorError, exampleNames, readExample, type ExampleFolder } from '#tools/examples.ts';
import { findPythons, type Python } from '#tools/pythons.ts';
import { readSchedule } from '#tools/recordings.ts';
import { differences, fitsOf, paceOf, runReally, shownBy, slackOf } from '#tools/real-run.ts';
import { writeAtomically } from '#tools/write.ts';

/** `npm run verify [name…]`: the same programs on real interpreters and a real clock. */

/** They mostly sleep, so a few at a time do not disturb each other; a miss is repeated alone. */
const AT_A_TIME = 4;

interface Check {
  readonly folder: ExampleFolder;
  readonly schedule: Schedule;
  readonly python: Python;
}

/** Compares examples with real runs and keeps what agreed; the answer says what did not, and which files changed. */
export async function verifyExamples(
  names: readonly string[],
): Promise<{ misses: string[]; changed: string[]; compared: number }> {
  const folders = (names.length > 0 ? names : exampleNames()).map(readExample);
  const pythons = await findPythons();
  if (pythons.length === 0) {
    console.log(
      'No Python from 3.11 on is here, so nothing is compared. Name some: `PYTHONS=/path/to/python3 npm run verify`.',
    );
    return { misses: [], changed: [], compared: 0 };
  }
  console.log(`Real interpreters: ${pythons.map(({ version }) => version).join(', ')}`);
  const checks = folders.flatMap((folder) => checksOf(folder, pythons));
  const runs = new Map<string, RealRun[]>(folders.map(({ name }) => [name, []]));
  const missed: Check[] = [];
  const misses: string[] = [];
  await pool(checks, async (check) => {
    const { found, run } = await compare(check);
    if (found.length > 0) missed.push(check);
    else runs.get(check.folder.name)?.push(run);
  });
  for (const check of missed) {
    const { found, run } = await compare(check);
    const { folder, python } = check;
    const differs = found.join('; ');
    if (differs === '') runs.get(folder.name)?.push(run);
    else if (folder.example.differs) runs.get(folder.name)?.push({ ...run, differs });
    else misses.push(`${folder.name} on ${python.version}: ${differs}`);
  }
  const changed = folders.filter((folder) => store(folder, runs.get(folder.name) ?? []));
  return {
    misses,
    changed: changed.map(({ name }) => `content/examples/${name}/verified.json`),
    compared: checks.length,
  };
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
  const real = await runReally(python, schedule, folder.text, folder.example.world);
  // Where computing is modelled, the model's seconds are not the machine's: only the order counts.
  const timed = schedule.provenance.machine.line === 0 && paceOf(schedule) === 1;
  const anyOrder = folder.example.order !== undefined;
  const slack = slackOf(schedule);
  const found = differences(real, shownBy(schedule), { timed, anyOrder, slack });
  console.log(
    `${found.length ? 'differs' : 'agrees '}  ${folder.name}  ${python.version}  ${real.total} ms`,
  );
  return { found, run: { python: python.version, total: real.total } };
}

/** Keeps the file as it is while its runs still tell the same; says whether it changed. */
function store(folder: ExampleFolder, runs: RealRun[]): boolean {
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
  const versions = (list: readonly RealRun[]) =>
    list.map(({ python, differs }) => `${python} ${differs}`).join();
  const sorted = runs.toSorted((a, b) => a.python.localeCompare(b.python, 'en', { numeric: true }));
  if (
    before?.fits === fits &&
    versions(before.runs) === versions(sorted) &&
    before.reason === reason
  )
    return false;
  const verified = verifiedSchema.parse({
    fits,
    printed: shownBy(schedule).stdout,
    runs: sorted,
    ...(reason ? { reason } : {}),
  });
  writeAtomically(url, `${JSON.stringify(verified, null, 2)}\n`);
  return true;
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
    const { misses, compared } = await verifyExamples(process.argv.slice(2));
    for (const miss of misses) console.error(miss);
    console.log(
      `${compared - misses.length} of ${compared} real runs agree with their recordings.`,
    );
    process.exitCode = misses.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
