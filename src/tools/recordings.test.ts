import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { faultsOf } from '#model/invariants.ts';
import { machineSchema, stepSchema, waitSchema, type Schedule } from '#model/schedule.ts';
import { expandSchedule } from '#model/stored.ts';
import { Interpreters } from '#recorder/host.ts';
import { record } from '#recorder/record.ts';
import { EXAMPLES } from '#tools/examples.ts';

const root = fileURLToPath(EXAMPLES);
const files = existsSync(root)
  ? globSync(['*/schedule.json', '*/schedules/*.json'], { cwd: root }).sort()
  : [];
const stored = files.map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));
const schedules = stored.map(({ file, text }) => ({
  file,
  schedule: expandSchedule(JSON.parse(text)),
}));

/** Bytes of a compressed schedule of up to 12 tasks and 200 steps, and for each step beyond. */
const SMALL = 2048;
const BYTES_A_STEP = 6;

test('what holds for every recording holds for each that is kept', () => {
  for (const { file, schedule } of schedules) assert.deepEqual(faultsOf(schedule), [], file);
});

test('recordings are small', () => {
  for (const { file, text } of stored) {
    const schedule = expandSchedule(JSON.parse(text));
    const bytes = gzipSync(text, { level: 9 }).length;
    const allowed = SMALL + BYTES_A_STEP * Math.max(0, schedule.steps.length - 200);
    assert.ok(bytes <= allowed, `${file}: ${bytes} bytes for ${schedule.steps.length} steps`);
  }
});

/** What no example shows: a callback that is cancelled while it stands in the ready queue. */
const REST =
  'import asyncio\nasync def main():\n    async with asyncio.timeout(0): pass\nasyncio.run(main())\n';

test('every kind of step and every reason to wait occurs in some recording', async (t) => {
  const interpreters = new Interpreters(1);
  t.after(() => interpreters.close());
  const rest = await record(interpreters, REST, machineSchema.parse({}));
  const counts = count([rest, ...schedules.map(({ schedule }) => schedule)]);
  t.diagnostic([...counts].map(([what, times]) => `${what} ${times}`).join(', '));
  const missing = [...counts].filter(([, times]) => times === 0).map(([what]) => what);
  assert.deepEqual(missing, []);
});

/** How often each kind of step, and each reason to wait, occurs. */
function count(all: readonly Schedule[]): Map<string, number> {
  // Who drives a generator, and what one that has yielded waits for, follow from `resume` and `yield`.
  const told = ['resume', 'generator'];
  const kinds = stepSchema.options.map((option) => option.shape.kind.value);
  const reasons = waitSchema.options.map((option) => option.shape.for.value);
  const counts = new Map<string, number>([
    ...kinds.map((kind) => [kind, 0] as const),
    ...reasons
      .filter((reason) => !told.includes(reason))
      .map((r) => [`waits for ${r}`, 0] as const),
  ]);
  for (const { steps } of all) {
    for (const step of steps) {
      const what = step.kind === 'wait' ? [`wait`, `waits for ${step.waits.for}`] : [step.kind];
      for (const each of what) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  return counts;
}
