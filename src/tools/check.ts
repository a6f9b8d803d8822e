/** `npm run check`: what can be checked without a browser, and the links that wait for their page. */
import { globSync, readFileSync } from 'node:fs';
import { unwrittenLinks } from '#links/resolve.ts';
import { siteAddresses } from '#markdown/site-addresses.ts';
import { choose, runCommand } from '#tools/checks/command.ts';
import { checks } from '#tools/checks/list.ts';

/** Links to planned pages that have no file yet, one line each. */
function waitingLinks(): readonly string[] {
  const addresses = siteAddresses();
  return globSync('content/pages/*/*.mdx')
    .sort()
    .flatMap((file) =>
      unwrittenLinks(readFileSync(file, 'utf8'), addresses).map((slug) => `/${slug}/  in ${file}`),
    );
}

try {
  const waiting = waitingLinks();
  const list = waiting.map((line) => `\n  ${line}`).join('');
  await runCommand(choose(checks, ['types', 'format', 'units']), [
    waiting.length === 0
      ? 'Every page that is linked to is written.'
      : `Linked to and not written yet, so shown as text:${list}`,
  ]);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
