import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcomeOf as browserOutcome } from '#tools/checks/browser-tests.ts';
import { outcomeOf as unitOutcome } from '#tools/checks/unit-tests.ts';

describe('unit tests', () => {
  const ends = (pass: number, fail: number) =>
    `ℹ tests 9\nℹ pass ${pass}\nℹ fail ${fail}\nℹ cancelled 0\n`;

  test('counts and skipped tests are read off what the runner prints', () => {
    const output = `✔ a (1.2ms)\n  ﹣ runs nginx (0.1ms) # nginx is not installed\n${ends(8, 0)}`;
    const notChecked = ['runs nginx: nginx is not installed'];
    assert.deepEqual(unitOutcome(true, output), { passed: 8, failed: 0, notChecked });
  });

  test('of a failed run only the failures are shown', () => {
    const { failed, details } = unitOutcome(false, `✔ a (1ms)\n${ends(1, 1)}\n✖ failing tests:\nb`);
    assert.deepEqual([failed, details], [1, '✖ failing tests:\nb']);
  });

  test('a runner that did not get to its counts, or ends badly with good ones, has failed', () => {
    assert.equal(unitOutcome(true, 'out of memory').failed, 1);
    assert.equal(unitOutcome(false, ends(3, 0)).failed, 1);
  });
});

describe('browser tests', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0 };
  const suiteOf = (status: string, reason?: string, message?: string) => ({
    specs: [],
    suites: [
      {
        specs: [
          {
            title: '/gil/ at 360 px',
            tests: [
              {
                status,
                annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
                results: [{ errors: message === undefined ? [] : [{ message }] }],
              },
            ],
          },
        ],
      },
    ],
  });

  test('failures are told by test, without colours', () => {
    const suites = [
      suiteOf('unexpected', undefined, '\u001b[31mError: axe:\n  contrast\u001b[39m'),
    ];
    const outcome = browserOutcome({ stats: { ...stats, unexpected: 1, expected: 4 }, suites }, '');
    assert.deepEqual([outcome.passed, outcome.failed], [4, 1]);
    assert.match(outcome.details ?? '', /^\/gil\/ at 360 px\n.*axe:\n {4}contrast$/);
  });

  test('a skipped test is not checked, with its reason', () => {
    const outcome = browserOutcome({ stats, suites: [suiteOf('skipped', 'no camera')] }, '');
    assert.deepEqual(outcome.notChecked, ['/gil/ at 360 px: no camera']);
    assert.equal(outcome.failed, 0);
  });

  test('a run without tests has failed, and shows what was printed', () => {
    assert.deepEqual(browserOutcome({ stats, suites: [] }, 'no such file'), {
      passed: 0,
      failed: 1,
      details: 'no such file',
      notChecked: [],
    });
  });
});
