import { readBuiltSite } from '#tools/checks/built-site.ts';
import type { Outcome } from '#tools/checks/check.ts';
import { embedFaults } from '#tools/checks/embed-rules.ts';
import { headFaults } from '#tools/checks/head-rules.ts';

const shown = 20;

/** What other sites read and frame: the head of every page, and every embed. */
export async function checkOutgoing(folder: string, origin?: string): Promise<Outcome> {
  const site = await readBuiltSite(folder);
  const faults = [...headFaults(site, origin), ...embedFaults(site, origin)];
  const lines = faults.slice(0, shown).map(({ where, what }) => `${where}: ${what}`);
  if (faults.length > shown) lines.push(`… and ${faults.length - shown} more.`);
  const faulty = new Set(faults.map(({ where }) => where)).size;
  const all = site.pages.length + (site.embeds?.length ?? 0);
  return { passed: Math.max(0, all - faulty), failed: faults.length, details: lines.join('\n') };
}
