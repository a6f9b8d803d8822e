import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Check, Outcome } from '#tools/checks/check.ts';
import { choose } from '#tools/checks/command.ts';
import { checks } from '#tools/checks/list.ts';
import { allWell, lineFor, summary } from '#tools/checks/report.ts';
import { runChecks } from '#tools/checks/run-checks.ts';

/** Checks that note when they begin and end; each lets others go first. */
function noted(list: readonly Partial<Check>[], outcomes: Record<string, Outcome> = {}) {
  const notes: string[] = [];
  const all = list.map((given): Check => {
    const name = given.name ?? '';
    return {
      about: '',
      ...given,
      name,
      run: async () => {
        notes.push(`+${name}`);
        await new Promise(setImmediate);
        notes.push(`-${name}`);
        return outcomes[name] ?? { passed: 1, failed: 0 };
      },
    };
  });
  return { all, notes };
}

const nothing = () => undefined;

describe('runChecks', () => {
  test('as many run at a time as there are cores', async () => {
    const { all, notes } = noted([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    await runChecks(all, nothing, 2);
    assert.deepEqual(notes.slice(0, 2), ['+a', '+b']);
    assert.ok(notes.indexOf('+c') > notes.indexOf('-a'));
  });

  test('what needs another waits for it, and those that use Astro for each other', async () => {
    const { all, notes } = noted([
      { name: 'types', usesAstro: true },
      { name: 'build', usesAstro: true },
      { name: 'walk', needs: ['build'] },
    ]);
    await runChecks(all, nothing, 3);
    assert.deepEqual(notes, ['+types', '-types', '+build', '-build', '+walk', '-walk']);
  });

  test('a check that fills the machine runs alone', async () => {
    const list = [{ name: 'a' }, { name: 'full', fillsMachine: true }, { name: 'b' }];
    const { all, notes } = noted(list);
    await runChecks(all, nothing, 2);
    assert.equal(notes[notes.indexOf('+full') + 1], '-full');
  });

  test('what needs a check that failed is not run, and counts as failed', async () => {
    const list = [
      { name: 'build' },
      { name: 'walk', needs: ['build'] },
      { name: 'more', needs: ['walk'] },
    ];
    const { all, notes } = noted(list, { build: { passed: 0, failed: 1 } });
    const finished = await runChecks(all, nothing, 2);
    assert.deepEqual(notes, ['+build', '-build']);
    assert.equal(finished.at(-1)?.outcome.details, 'Not run, because "walk" did not pass.');
    assert.match(summary(finished), /\n0 passed, 3 failed$/);
  });

  test('what comes after a check that failed is run all the same', async () => {
    const list = [{ name: 'e2e' }, { name: 'budgets', after: ['e2e'] }];
    const { all, notes } = noted(list, { e2e: { passed: 0, failed: 1 } });
    await runChecks(all, nothing, 2);
    assert.deepEqual(notes, ['+e2e', '-e2e', '+budgets', '-budgets']);
  });

  test('a check that throws, and one that looked at nothing, have failed', async () => {
    const thrower = { name: 'a', about: '', run: () => Promise.reject(new Error('No such file.')) };
    const idler = { name: 'b', about: '', run: () => Promise.resolve({ passed: 0, failed: 0 }) };
    const [first, second] = await runChecks([thrower, idler], nothing, 1);
    assert.match(first?.outcome.details ?? '', /No such file/);
    assert.equal(second?.outcome.failed, 1);
  });

  test('a need that is not listed before is a fault of the list', async () => {
    const { all } = noted([{ name: 'walk', needs: ['build'] }, { name: 'build' }]);
    await assert.rejects(runChecks(all, nothing), /"walk" needs "build".*List it earlier/);
  });
});

test('the list of this project is in order, and each check is told in words', () => {
  const names = checks.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, about, needs } of checks) {
    assert.ok(about.length > 10, name);
    for (const need of needs ?? []) assert.ok(names.indexOf(need) < names.indexOf(name), name);
  }
});

test('chosen checks bring what they need, and an unknown name is told the known ones', () => {
  assert.deepEqual(
    choose(checks, ['budgets']).map(({ name }) => name),
    ['build', 'e2e', 'budgets'],
  );
  assert.throws(() => choose(checks, ['speed']), /no check "speed". There are: types, /);
});

describe('the report', () => {
  const check: Check = { name: 'walk', about: 'links', run: () => Promise.reject(new Error()) };
  const finished = (outcome: Outcome) => ({ check, outcome, seconds: 1.25 });

  test('a failure shows its details below its line', () => {
    const line = lineFor(finished({ passed: 1, failed: 2, details: 'a\n\nb' }));
    assert.equal(line, '✗ walk               2 failed    1.3 s  links\n\n    a\n\n    b\n');
  });

  test('it ends with what was not checked and the sum, alone on its line', () => {
    const all = [
      finished({ passed: 3, failed: 0, notChecked: ['nginx: install it'], report: 'A table' }),
      finished({ passed: 1, failed: 2 }),
    ];
    assert.equal(
      summary(all),
      `A table

Not checked on this machine:
  - nginx: install it

Failed, see above: walk

4 passed, 2 failed`,
    );
    assert.equal(allWell(all), false);
    assert.equal(allWell(all.slice(0, 1)), true);
  });
});
