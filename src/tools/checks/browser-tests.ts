import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from '#tools/browser.ts';
import type { Outcome } from '#tools/checks/check.ts';
import { run } from '#tools/checks/process.ts';
import { browserReport, measuredFolder } from '#tools/checks/tested-site.ts';

/** The part of Playwright's JSON report that is read here. */
interface Report {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  readonly suites: readonly Suite[];
}
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: readonly Spec[];
}
interface Spec {
  readonly title: string;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
  }[];
}

/** Everything in e2e/, against the site built under a path. */
export async function browserTests(args: readonly string[]): Promise<Outcome> {
  const browser = findBrowser();
  await rm(measuredFolder, { recursive: true, force: true });
  await rm(browserReport, { force: true });
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  const { output } = await run(process.execPath, [playwright, 'test', '-c', 'e2e', ...args], {
    CHROMIUM_PATH: browser,
    // Without it a worker that is started with a colour setting warns about another.
    FORCE_COLOR: '0',
  });
  const text = await readFile(browserReport, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, details: output };
  return outcomeOf(JSON.parse(text) as Report, output);
}

/** `output` is what the run printed; it is shown when the report names no fault. */
export function outcomeOf(report: Report, output: string): Outcome {
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsIn);
  const skipped = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        return `${title}: ${reason ?? 'skipped without a reason'}`;
      }),
  );
  const faults = specs.flatMap(({ title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
    return errors.map(({ message = 'no message' }) => `${title}\n${plain(message)}`);
  });
  const failed = unexpected + flaky;
  // No test at all is a fault of the run, such as a file that cannot be read.
  const counted = failed + expected + skipped.length === 0 ? 1 : failed;
  const details = faults.length > 0 ? faults.join('\n\n') : output;
  return { passed: expected, failed: counted, details, notChecked: skipped };
}

/** Without colours and the word Error, and indented below the name of its test. */
function plain(message: string): string {
  return stripVTControlCharacters(message)
    .replace(/^Error: /, '')
    .replaceAll(/^(?=.)/gm, '  ');
}

function specsIn(suite: Suite): readonly Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];
}
