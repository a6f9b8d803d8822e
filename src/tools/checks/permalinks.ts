import { readFile } from 'node:fs/promises';
import { aliasesFile, parseAliases, type Aliases } from '#links/aliases.ts';
import { faultOfAddress, type Followed, type Reached } from '#links/follow.ts';
import {
  PermalinkFault,
  parsePublished,
  publishedFile,
  type Kind,
  type Permalinks,
} from '#links/permalinks.ts';
import { promisesOf } from '#links/promises.ts';
import { readBuiltSite, type BuiltPage, type BuiltSite } from '#tools/checks/built-site.ts';
import type { Outcome } from '#tools/checks/check.ts';
import { readPastAddresses } from '#tools/permalink-history.ts';

const UPDATE = 'npm run permalinks -- --update';
const shownPerRule = 20;

/** Holds the built site to everything that was ever published. */
export async function checkPermalinks(folder: string): Promise<Outcome> {
  const site = await readBuiltSite(folder);
  let list: Permalinks;
  let aliases: Aliases;
  try {
    list = parsePublished(await readFile(publishedFile, 'utf8'));
    aliases = parseAliases(await readFile(aliasesFile, 'utf8'));
  } catch (problem) {
    if (!(problem instanceof PermalinkFault)) throw problem;
    return { passed: 0, failed: 1, details: problem.message };
  }
  const { past, notChecked } = await readPastAddresses();
  const faults = permalinkFaults({ list, aliases, past, ...siteForLinks(site) });
  const shown = faults.slice(0, shownPerRule);
  if (faults.length > shown.length) shown.push(`… and ${faults.length - shown.length} more.`);
  return {
    passed: list.size + aliases.size - Math.min(faults.length, list.size),
    failed: faults.length,
    details: shown.join('\n'),
    notChecked,
  };
}

export interface PermalinkFacts {
  readonly list: Permalinks;
  readonly aliases: Aliases;
  /** Every address that an earlier version of the list held, with the commit that listed it. */
  readonly past: ReadonlyMap<string, string>;
  readonly built: ReadonlyMap<string, Kind>;
  readonly site: Followed;
}

/** One sentence for each broken promise, with what to do. */
export function permalinkFaults({ list, aliases, past, built, site }: PermalinkFacts): string[] {
  const lost = [...past]
    .filter(([address]) => !list.has(address))
    .map(
      ([address, commit]) =>
        `${address} was taken off the list; ${commit.slice(0, 9)} had it. Addresses are for ever: put the line back (git show ${commit.slice(0, 9)}:${publishedFile}).`,
    );
  const broken = [...list].flatMap(([address, { kind, since }]) => {
    const fault = faultOfAddress(address, site);
    return fault
      ? [
          `${address} (${kind}, since ${since}) is broken: ${fault}. Say in ${aliasesFile} where it is now: "${address}": "…"`,
        ]
      : [];
  });
  const dead = [...aliases].flatMap(([from, to]) => {
    if (built.has(from))
      return [`${from} is an old address in ${aliasesFile}, and is there again. Delete the line.`];
    const fault = faultOfAddress(to, site);
    return fault ? [`${from} leads to ${to} in ${aliasesFile}, and ${fault}. Correct it.`] : [];
  });
  const fresh = [...built].filter(([address]) => !list.has(address));
  const unlisted =
    fresh.length === 0
      ? []
      : [
          `${fresh.length} new ${fresh.length === 1 ? 'address is' : 'addresses are'} not listed: ${fresh
            .slice(0, 5)
            .map(([address]) => address)
            .join(', ')}${fresh.length > 5 ? ', …' : ''}. Type: ${UPDATE}`,
        ];
  return [...lost, ...broken, ...dead, ...unlisted];
}

/** What a built site promises, and how one walks it; paths are those below its base. */
export function siteForLinks({ base, pages, files, embeds = [] }: BuiltSite): {
  built: ReadonlyMap<string, Kind>;
  site: Followed;
} {
  const below = (path: string) => `/${path.slice(base.length)}`;
  const reached = new Map<string, Reached>(
    pages.map((page) => [below(page.path), reachedAt(page, base)]),
  );
  for (const { path } of embeds) reached.set(below(path), { ids: new Set() });
  const names = new Set([...files].map((file) => `/${file}`));
  const promising = pages
    .filter((page) => page.file.endsWith('index.html') && !movedTo(page))
    .map((page) => ({ path: below(page.path), elements: page.elements }));
  const alone = embeds.map(({ path }) => ({ path: below(path), elements: [] }));
  return {
    built: promisesOf([...promising, ...alone], names),
    site: { files: names, page: (path) => reached.get(path) },
  };
}

function reachedAt(page: BuiltPage, base: string): Reached {
  const moved = movedTo(page);
  if (moved === undefined) return { ids: page.ids };
  const below = (address: string) => `/${address.slice(base.length)}`;
  const sections = Object.entries(moved.sections).map(([old, to]) => [old, below(to)]);
  return {
    ids: page.ids,
    moved: {
      to: below(moved.to),
      sections: Object.fromEntries(sections) as Record<string, string>,
    },
  };
}

/** What a page that moved says to its own script. */
function movedTo({ elements }: BuiltPage) {
  const data = elements.find(({ attributes }) => attributes.get('id') === 'moved');
  if (data === undefined) return undefined;
  return JSON.parse(data.text) as { to: string; sections: Record<string, string> };
}
