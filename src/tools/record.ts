import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { machineSchema } from '#model/schedule.ts';
import { storeSchedule } from '#model/stored.ts';
import { worldSchema } from '#model/world.ts';
import { Interpreters } from '#recorder/host.ts';
import { record, RecordingError } from '#recorder/record.ts';
import { AuthorError, exampleNames, readExample } from '#tools/examples.ts';
import { keep, recordExample, stale, tableOf, type Recording } from '#tools/recordings.ts';
import { stepTable } from '#tools/step-table.ts';
import { writeAtomically } from '#tools/write.ts';

/**
 * `npm run record [name…]`        records examples and writes their schedules
 * `npm run record -- --check`     fails if a schedule is not what recording gives, byte for byte
 * `npm run record -- --file PATH [--out FILE] [--ends END] [--world YAML]`   records any program and shows its steps
 */

/** Records examples; answers with what was wrong, in words. */
export async function recordExamples(
  names: readonly string[],
  { check = false, progress = (_: string) => {} } = {},
): Promise<{ recordings: Recording[]; changed: string[]; faults: string[] }> {
  const interpreters = new Interpreters();
  const recordings: Recording[] = [];
  const changed: string[] = [];
  const faults: string[] = [];
  let done = 0;
  const all = names.length > 0 ? names : exampleNames();
  const one = async (name: string) => {
    try {
      const folder = readExample(name);
      const found = await recordExample(interpreters, folder);
      recordings.push(...found);
      const files = check ? stale(folder, found) : keep(folder, found);
      changed.push(...files.map((file) => `content/examples/${name}/${file}`));
    } catch (error) {
      if (!(error instanceof AuthorError)) throw error;
      faults.push(error.message);
    }
    progress(`${++done} of ${all.length} recorded: ${name}`);
  };
  try {
    await Promise.all(all.map(one));
  } finally {
    await interpreters.close();
  }
  recordings.sort((a, b) => a.example.localeCompare(b.example) || order(a) - order(b));
  return { recordings, changed: changed.sort(), faults: faults.sort() };
}

const order = ({ file }: Recording) => (file === 'schedule.json' ? 0 : 1);

/** Records a program from anywhere; nothing in the project changes. */
async function recordFile(
  path: string,
  out: string | undefined,
  declared: string,
  worldFile: string | undefined,
): Promise<void> {
  const interpreters = new Interpreters(1);
  try {
    const text = readFileSync(path, 'utf8');
    const world = worldFile && worldSchema.parse(parse(readFileSync(worldFile, 'utf8')));
    const schedule = await record(interpreters, text, machineSchema.parse({}), {
      declared,
      ...(world ? { world } : {}),
    });
    console.log(stepTable(schedule));
    if (out !== undefined) writeAtomically(pathToFileURL(out), storeSchedule(schedule));
  } catch (error) {
    if (error instanceof RecordingError) throw new AuthorError(`${path}: ${error.message}`);
    throw error;
  } finally {
    await interpreters.close();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      file: { type: 'string' },
      out: { type: 'string' },
      ends: { type: 'string', default: 'returns' },
      world: { type: 'string' },
    },
  });
  if (values.file !== undefined) {
    await recordFile(values.file, values.out, values.ends, values.world);
    return 0;
  }
  const progress = (text: string) =>
    process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
  const found = await recordExamples(positionals, { check: values.check, progress });
  progress('');
  console.log(tableOf(found.recordings));
  for (const file of found.changed)
    console.log(values.check ? `${file} is stale. Run \`npm run record\`.` : `wrote ${file}`);
  for (const fault of found.faults) console.error(`\n${fault}`);
  return found.faults.length > 0 || (values.check && found.changed.length > 0) ? 1 : 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
