/**
 * `npm run permalinks`: builds the site and says which addresses are new or broken. With
 * `-- --update` it adds the new ones to the list, and mends what a merge left of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { aliasesFile, parseAliases } from '#links/aliases.ts';
import {
  formatPublished,
  parseMerged,
  PermalinkFault,
  publishedFile,
  updated,
} from '#links/permalinks.ts';
import { readBuiltSite } from '#tools/checks/built-site.ts';
import { checkPermalinks, siteForLinks } from '#tools/checks/permalinks.ts';
import { underPath } from '#tools/checks/tested-site.ts';
import { committedAddresses } from '#tools/permalink-history.ts';
import { BuildStopped, buildSite } from '#tools/site-build.ts';
import { writeAtomically } from '#tools/write.ts';

/** Lists what is new; answers with the addresses that were added. Throws when the list cannot be read. */
export async function updatePermalinks(folder: string): Promise<readonly string[]> {
  const text = existsSync(publishedFile) ? readFileSync(publishedFile, 'utf8') : '{ \n}\n';
  const list = text === '{ \n}\n' ? new Map() : parseMerged(text);
  const aliases = parseAliases(readFileSync(aliasesFile, 'utf8'));
  const { built } = siteForLinks(await readBuiltSite(folder));
  const committed = await committedAddresses();
  const isKept = (address: string) => committed.has(address) || aliases.has(address);
  const after = updated(list, built, new Date().toISOString().slice(0, 10), isKept);
  const fresh = formatPublished(after);
  if (fresh !== text) writeAtomically(pathToFileURL(publishedFile), fresh);
  return [...after.keys()].filter((address) => !list.has(address));
}

/** Builds, updates when asked to, and checks; answers with whether all addresses hold. */
export async function permalinks(isUpdate: boolean): Promise<boolean> {
  const { folder, site, base } = underPath;
  try {
    const warnings = await buildSite(folder, { site, base });
    if (warnings !== '') console.log(warnings);
    if (isUpdate) {
      const added = await updatePermalinks(folder);
      const some = added.slice(0, 10).map((address) => `  ${address}\n`);
      const more = added.length > 10 ? `  … and ${added.length - 10} more\n` : '';
      console.log(`${added.length} new in ${publishedFile}.\n${some.join('')}${more}`.trimEnd());
    }
    const { passed, failed, details, notChecked } = await checkPermalinks(folder);
    for (const what of notChecked ?? []) console.log(`Not checked: ${what}`);
    if (failed > 0) console.error(details);
    else console.log(`All ${passed} published addresses lead where they should.`);
    return failed === 0;
  } catch (problem) {
    if (!(problem instanceof BuildStopped || problem instanceof PermalinkFault)) throw problem;
    console.error(problem.message);
    return false;
  }
}

if (import.meta.main && !(await permalinks(process.argv.includes('--update'))))
  process.exitCode = 1;
