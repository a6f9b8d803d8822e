import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import {
  cureFor,
  examplesIn,
  typedInExample,
  typedInPage,
  typedInYaml,
  type TypedTime,
} from '#tools/typed-times.ts';

/** Pages written before this rule. The list may only become shorter. */
const stillToMend: readonly string[] = [];

const read = (file: string) => readFileSync(file, 'utf8');
const programOf = (name: string) => {
  const file = `content/examples/${name}/example.py`;
  return existsSync(file) ? [read(file)] : [];
};
const say = (file: string, found: readonly TypedTime[], example: string) =>
  found.map(({ time, line }) => {
    const cure = cureFor(time, example, !file.endsWith('.mdx'));
    return `${file}:${line}: “${time}” is typed by hand. ${cure}`;
  });

test('times in pages come from recordings', () => {
  const findings = globSync('content/{pages/*,errors}/*.mdx').flatMap((file) => {
    const text = read(file);
    const examples = examplesIn(text);
    const found = typedInPage(text, examples.flatMap(programOf));
    const isListed = stillToMend.includes(basename(file, '.mdx'));
    if (isListed && found.length === 0)
      return [`${file} is mended: take it off the list in src/tools/typed-times.test.ts.`];
    return isListed ? [] : say(file, found, examples[0] ?? 'five-tasks');
  });
  if (findings.length > 0) assert.fail(`\n${findings.join('\n')}`);
});

test('times in YAML come from recordings', () => {
  const examples = globSync('content/examples/*/example.yaml').flatMap((file) => {
    const name = basename(dirname(file));
    return say(file, typedInExample(read(file), programOf(name)[0] ?? ''), name);
  });
  const others = globSync('content/*.yaml').flatMap((file) =>
    say(file, typedInYaml(read(file)), 'five-tasks'),
  );
  const findings = [...examples, ...others];
  if (findings.length > 0) assert.fail(`\n${findings.join('\n')}`);
});

const times = (text: string, ...programs: string[]) =>
  typedInPage(text, programs).map(({ time }) => time);

test('a typed time is found in every unit', () => {
  assert.deepEqual(times('It takes 5.0 s, then 20 ms, 2 minutes and 1 h.'), [
    '5.0 s',
    '20 ms',
    '2 minutes',
    '1 h',
  ]);
  assert.deepEqual(times('Python 3.14 supports 10 tasks; in 2026 shops had 3 shelves.'), []);
});

test('the line of the file is told', () => {
  const page = '---\nlede: It takes 5.0 s\n---\n\n```python\nsleep(1)\n```\n\nOr 2.0 s.';
  assert.deepEqual(
    typedInPage(page, []).map(({ line }) => line),
    [2, 9],
  );
});

test('code, tags and what a tag says are exempt', () => {
  assert.deepEqual(times('`sleep 5 s` and <Predict wrong="1.0 s, 2.0 s" />.'), []);
  assert.deepEqual(times('<Setting>5 s</Setting> <Said>3.0 s</Said>'), []);
  assert.deepEqual(times('<Quoted source="https://example.org/">200 ms</Quoted>'), []);
  assert.deepEqual(times('<Correction said="It takes 3.0 s.">It takes 1.0 s.</Correction>'), [
    '1.0 s',
  ]);
});

test('a number of the program is a setting, digit for digit', () => {
  assert.deepEqual(times('Each sleeps 1 s, all take 1.0 s.', 'await asyncio.sleep(1)'), ['1.0 s']);
});

test('in an example’s YAML the values of switches are settings', () => {
  const yaml = 'rest: With 2 s it takes 4.0 s.\nswitches:\n  nap:\n    values: [1, 2]\n';
  assert.deepEqual(typedInExample(yaml, 'sleep(1)'), [{ time: '4.0 s', line: 1 }]);
});

test('what is said wrongly may hold its number', () => {
  const yaml = '- id: a\n  said: >-\n    It takes 3.0 s\n    or 4.0 s.\n  right: It takes 1.0 s.\n';
  assert.deepEqual(typedInYaml(yaml), [{ time: '1.0 s', line: 5 }]);
});
