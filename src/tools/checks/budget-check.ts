import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outcome } from '#tools/checks/check.ts';
import {
  budgetsSchema,
  isKept,
  loosened,
  pastBudgetsSchema,
  rows,
  table,
  type MeasuredPage,
} from '#tools/checks/budgets.ts';
import { run } from '#tools/checks/process.ts';
import { measuredFolder } from '#tools/checks/tested-site.ts';

const budgetsFile = 'src/tools/budgets.json';

/** Holds what the browser tests measured to the budgets, and the budgets to their own past. */
export async function checkBudgets(): Promise<Outcome> {
  const parsed = budgetsSchema.safeParse(JSON.parse(await readFile(budgetsFile, 'utf8')));
  if (!parsed.success) {
    const details = `${budgetsFile}: ${z.prettifyError(parsed.error)}`;
    return { passed: 0, failed: 1, details };
  }
  const budgets = parsed.data;
  const measured = await readMeasured();
  const all = rows(budgets, measured);
  const broken = all.filter((row) => !isKept(row));
  const past = await readPast();
  const faults = past === undefined ? [] : loosened(budgets, past);
  const counted = all.length + (past === undefined ? 0 : 1);
  const failed = broken.length + (faults.length > 0 ? 1 : 0);
  const cure =
    'A page that is too heavy loses a figure or words to another page; code or styles that are too ' +
    `heavy lose what else could do the work. A number is raised in ${budgetsFile}, with a reason.`;
  const shown = `Budgets, and the heaviest of ${measured.length} page views:\n\n${table(all)}`;
  return {
    passed: counted - failed,
    failed,
    details: [...(broken.length > 0 ? [shown, cure] : []), ...faults].join('\n\n'),
    report: shown,
    notChecked:
      past === undefined
        ? [`whether ${budgetsFile} only fell: git does not answer here; install git and clone`]
        : [],
  };
}

async function readMeasured(): Promise<readonly MeasuredPage[]> {
  const files = await readdir(measuredFolder);
  if (files.length === 0) throw new Error(`${measuredFolder} is empty. Type: npm run e2e`);
  return Promise.all(
    files.map(async (file) => {
      // Written by e2e/measure.ts in the same run.
      return JSON.parse(await readFile(join(measuredFolder, file), 'utf8')) as MeasuredPage;
    }),
  );
}

/** All versions of the file that this clone has, or undefined without git. */
async function readPast() {
  const log = await run('git', ['log', '--format=%H', '--', budgetsFile]).catch(() => undefined);
  if (log === undefined || !log.ok) return undefined;
  const commits = log.output.split('\n').filter((commit) => commit !== '');
  const versions = await Promise.all(
    commits.map(async (commit) => {
      const shown = await run('git', ['show', `${commit}:${budgetsFile}`]);
      // A commit that deleted or moved the file has no version of it.
      if (!shown.ok) return [];
      return [{ commit, most: pastBudgetsSchema.parse(JSON.parse(shown.output)).most }];
    }),
  );
  return versions.flat();
}
