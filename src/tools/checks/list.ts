import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserTests } from '#tools/checks/browser-tests.ts';
import { checkBudgets } from '#tools/checks/budget-check.ts';
import { single, type Check, type Outcome } from '#tools/checks/check.ts';
import { run } from '#tools/checks/process.ts';
import { checkDrawings } from '#tools/checks/drawings.ts';
import { checkMeasurements } from '#tools/checks/measurements.ts';
import { checkProvenance } from '#tools/checks/provenance.ts';
import { checkInventory } from '#tools/checks/inventory.ts';
import { checkOutgoing } from '#tools/checks/outgoing.ts';
import { checkPermalinks } from '#tools/checks/permalinks.ts';
import { checkRecordings, checkVerified } from '#tools/checks/recordings.ts';
import { checkSearch } from '#tools/checks/search.ts';
import { underPath, withoutSite } from '#tools/checks/tested-site.ts';
import { unitTests } from '#tools/checks/unit-tests.ts';
import { walk } from '#tools/checks/walk.ts';
import { BuildStopped, buildSite, type Address } from '#tools/site-build.ts';

/**
 * Every check there is, each after those it needs. `npm test` runs all of them. To add one, add an
 * entry; the runner finds its place.
 */
export const checks: readonly Check[] = [
  {
    name: 'types',
    about: 'TypeScript and Astro agree with themselves',
    usesAstro: true,
    run: async () => single(await runTool('astro', 'bin/astro.mjs', 'check')),
  },
  {
    name: 'format',
    about: 'everything is as Prettier writes it (mend it with: npm run format)',
    run: async () => {
      const args = ['--check', '--log-level', 'warn', '--cache', '.'];
      return single(await runTool('prettier', 'bin/prettier.cjs', ...args));
    },
  },
  {
    name: 'recordings',
    about: 'each example records to the same bytes again (mend it with: npm run record)',
    run: checkRecordings,
  },
  {
    name: 'verified',
    about: 'each example was compared with real runs (mend it with: npm run verify)',
    run: checkVerified,
  },
  {
    name: 'measured',
    about:
      'each measurement has samples of its script as it stands (mend it with: npm run measure)',
    run: checkMeasurements,
  },
  {
    name: 'drawings',
    about: 'each diagram is drawn as its text stands (mend it with: npm run draw)',
    run: checkDrawings,
  },
  { name: 'units', about: 'what a function answers', run: unitTests },
  {
    name: 'build',
    about: `the site for ${underPath.site}${underPath.base}`,
    usesAstro: true,
    run: () => build(underPath.folder, underPath),
  },
  {
    name: 'build bare',
    about: 'the site without SITE',
    usesAstro: true,
    run: () => build(withoutSite.folder, {}),
  },
  {
    name: 'walk',
    about: 'links, assets, ids, headings, policy of the first build',
    needs: ['build'],
    run: () => walk(underPath.folder, underPath.site),
  },
  {
    name: 'answers',
    about: 'each statement of the notes is answered where content/provenance.yaml says so',
    needs: ['build'],
    run: () => checkProvenance(underPath.folder),
  },
  {
    name: 'permalinks',
    about:
      'every address ever published leads where it should (new ones: npm run permalinks -- --update)',
    needs: ['build'],
    run: () => checkPermalinks(underPath.folder),
  },
  {
    name: 'outgoing',
    about: 'what chats and wikis read and frame: tags and pictures of every page, and embeds',
    needs: ['build'],
    run: () => checkOutgoing(underPath.folder, underPath.site),
  },
  {
    name: 'outgoing bare',
    about: 'the same of the build without SITE',
    needs: ['build bare'],
    run: () => checkOutgoing(withoutSite.folder),
  },
  {
    name: 'inventory',
    about: 'Sphinx reads objects.inv and links by its names',
    needs: ['build'],
    run: () => checkInventory(underPath.folder, underPath.site),
  },
  {
    name: 'search',
    about: 'real queries find their pages, with code and index as light as promised',
    needs: ['build'],
    run: () => checkSearch(underPath.folder),
  },
  {
    name: 'walk bare',
    about: 'the same of the second',
    needs: ['build bare'],
    run: () => walk(withoutSite.folder),
  },
  {
    name: 'e2e',
    about: 'every page in a browser: axe, keyboard, scripts off, nothing moves',
    needs: ['build'],
    fillsMachine: true,
    run: () => browserTests([]),
  },
  {
    name: 'budgets',
    about: 'no page is heavier than promised',
    needs: ['build'],
    after: ['e2e'],
    run: checkBudgets,
  },
];

async function build(folder: string, address: Address): Promise<Outcome> {
  try {
    const warnings = await buildSite(folder, address);
    const report = warnings === '' ? {} : { report: `The build of ${folder} warned:\n${warnings}` };
    return { passed: 1, failed: 0, ...report };
  } catch (problem) {
    if (problem instanceof BuildStopped) return { passed: 0, failed: 1, details: problem.message };
    throw problem;
  }
}

/** Runs the program of an installed package on this Node. */
function runTool(name: string, program: string, ...args: readonly string[]) {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return run(process.execPath, [join(folder, program), ...args]);
}
