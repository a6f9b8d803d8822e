import { globSync, readFileSync } from 'node:fs';
import { unwrittenLinks } from '#links/resolve.ts';
import { siteAddresses } from './site-addresses.ts';

/** The pages that link to planned pages, with the slugs that are not written yet. */
export function unwrittenByPage(): { page: string; slugs: string[] }[] {
  const addresses = siteAddresses();
  return globSync('content/pages/*/*.mdx')
    .sort()
    .map((page) => ({ page, slugs: unwrittenLinks(readFileSync(page, 'utf8'), addresses) }))
    .filter(({ slugs }) => slugs.length > 0);
}
