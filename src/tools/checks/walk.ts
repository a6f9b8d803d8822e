import type { Outcome } from '#tools/checks/check.ts';
import { readBuiltSite, type Fault } from '#tools/checks/built-site.ts';
import { brokenReferences } from '#tools/checks/links.ts';
import { breaches, pageRules } from '#tools/checks/page-rules.ts';
import { absoluteAddresses, headersFile } from '#tools/checks/site-rules.ts';

const shownPerRule = 15;

/** Reads a whole built site and holds it to every rule that needs no browser. */
export async function walk(folder: string, origin?: string): Promise<Outcome> {
  const site = await readBuiltSite(folder);
  const rules: [name: string, faults: readonly Fault[]][] = [
    ['every link, asset, script and fragment resolves', await brokenReferences(site, origin)],
    ...Object.entries(pageRules).map(([name, rule]): [string, readonly Fault[]] => {
      return [name, breaches(site.pages, rule)];
    }),
    ['absolute addresses only with SITE, and then complete', await absoluteAddresses(site, origin)],
    ['public/_headers stops no embed', await headersFile(site)],
  ];
  const broken = rules.filter(([, faults]) => faults.length > 0);
  return {
    passed: rules.length - broken.length,
    failed: broken.length,
    details: broken.map(([name, faults]) => section(name, faults)).join('\n\n'),
  };
}

function section(name: string, faults: readonly Fault[]): string {
  const lines = faults.slice(0, shownPerRule).map(({ where, what }) => `  ${where}: ${what}`);
  if (faults.length > shownPerRule) lines.push(`  … and ${faults.length - shownPerRule} more`);
  return `${name}: not so\n${lines.join('\n')}`;
}
