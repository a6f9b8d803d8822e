import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { errorSchema } from '#markdown/error-schema.ts';
import type { Schedule } from '#model/schedule.ts';
import { verifiedSchema } from '#model/verified.ts';
import { keyStepNumbers } from '#model/key-steps.ts';
import { readExample } from '#tools/examples.ts';
import { readSchedule } from '#tools/recordings.ts';

const pages = globSync('content/errors/*.mdx')
  .sort()
  .map((file) => {
    const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8')) ?? [];
    return { slug: basename(file, '.mdx'), data: errorSchema.parse(parse(frontMatter)) };
  });

/**
 * All that Python said: what was printed, warned of, and what kept the program from starting. A message that Python
 * breaks over indented lines is one line here, as it is in the heading of its page.
 */
function saidBy({ steps, ends }: Schedule): string {
  const printed = steps.map((step) =>
    step.kind === 'print' || step.kind === 'warn' ? step.text : '',
  );
  const stopped = 'exception' in ends ? `${ends.exception}: ${ends.message ?? ''}` : '';
  return [...printed, stopped]
    .join('\n')
    .replace(/0x[0-9a-f]+/g, '0x…')
    .replace(/ *\n {8}(?=\S)/g, ' ');
}

/** A message as it is written on its page; `…` stands for what differs from run to run, or is long. */
function asPattern(message: string): RegExp {
  return new RegExp(message.split('…').map(RegExp.escape).join('[^\\n]*'));
}

test('each message is what Python prints when the example runs', () => {
  for (const { slug, data } of pages) {
    const said = saidBy(readSchedule(readExample(data.example)));
    if (data.message === undefined) assert.equal(said.trim(), '', `${slug} prints something`);
    else assert.match(said, asPattern(data.message), `${slug}: ${data.example}`);
  }
});

test('each message that a page shows as that of 3.14 was recorded', () => {
  const recorded = globSync('content/examples/*')
    .map((folder) => saidBy(readSchedule(readExample(basename(folder)))))
    .join('\n');
  let count = 0;
  for (const file of globSync('content/pages/*/*.mdx')) {
    const page = readFileSync(file, 'utf8');
    for (const [, text = ''] of page.matchAll(/```traceback [^\n]*3\.14"\n([\s\S]*?)```/g))
      for (const [message] of text.matchAll(/^\w+(?:Error|Warning): .*$/gm)) {
        count += 1;
        assert.match(recorded, asPattern(message), file);
      }
  }
  assert.ok(count > 10, `${count} messages were found`);
});

test('each wording of an earlier Python is what it printed', () => {
  for (const { slug, data } of pages)
    for (const { pythons, message } of data.earlier) {
      const { url } = readExample(data.example);
      const file = JSON.parse(readFileSync(new URL('verified.json', url), 'utf8')) as unknown;
      const { runs } = verifiedSchema.parse(file);
      const [from = '', to = from] = pythons.split('–').map((version) => version.slice(2));
      const minor = (python: string) => Number(python.split('.')[1]);
      const meant = runs.filter(
        ({ python }) => minor(python) >= Number(from) && minor(python) <= Number(to),
      );
      assert.ok(meant.length > 0, `${slug}: no run on ${pythons} in verified.json`);
      for (const { python, differs = '' } of meant)
        assert.ok(differs.includes(message), `${slug}: ${python} printed otherwise: ${differs}`);
    }
});

test('each replay is parked at a key step that is there', () => {
  for (const { slug, data } of pages) {
    const { example, ...folder } = readExample(data.example);
    const steps = keyStepNumbers(readSchedule({ example, ...folder }), example.steps);
    const parked = data.step ?? example.opens;
    assert.ok(parked === undefined || parked in steps, `${slug}: no key step ${parked}`);
  }
});
