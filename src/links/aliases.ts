import { z } from 'zod';
import { isAddress, PermalinkFault } from './permalinks.ts';

/** Old addresses and where they lead now: content/permalinks/aliases.json. */
export type Aliases = ReadonlyMap<string, string>;

export const aliasesFile = 'content/permalinks/aliases.json';

const schema = z.record(z.string(), z.string()).superRefine((aliases, context) => {
  for (const [from, to] of Object.entries(aliases)) {
    for (const one of [from, to].filter((one) => !isAddress(one)))
      context.addIssue(
        `\`${one}\` is no address: write \`/page/\`, \`/page/#section\` or \`/page.md\`.`,
      );
    if (from === to) context.addIssue(`\`${from}\` leads to itself. Delete the line.`);
    else if (to in aliases)
      context.addIssue(
        `\`${from}\` leads to \`${to}\`, which is an old address too. Let it lead to \`${aliases[to]}\`.`,
      );
    else if (pathOf(to) in aliases)
      context.addIssue(
        `\`${from}\` leads to \`${to}\`, on a page that moved to \`${aliases[pathOf(to)]}\`. Lead there.`,
      );
    if (isFile(from) !== isFile(to))
      context.addIssue(`\`${from}\` leads to \`${to}\`: a file can only stand for a file.`);
  }
});

/** Throws one message that lists every fault. */
export function parseAliases(text: string): Aliases {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (problem) {
    throw new PermalinkFault(
      `${aliasesFile} is no JSON: ${(problem as Error).message}. Correct it there; nothing was written.`,
    );
  }
  const result = schema.safeParse(json);
  if (result.success) return new Map(Object.entries(result.data));
  throw new PermalinkFault(`${aliasesFile}: ${z.prettifyError(result.error)}`);
}

/** `/gil/` of `/gil/#lock`. */
export function pathOf(address: string): string {
  return address.replace(/#.*$/, '');
}

/** `lock` of `/gil/#lock`; nothing where the whole page is meant. */
export function fragmentOf(address: string): string | undefined {
  return /#(.*)$/.exec(address)?.[1];
}

function isFile(address: string): boolean {
  return !pathOf(address).endsWith('/');
}

/** What becomes of the old addresses when the site is built. */
export interface Moves {
  /** Ids that moved within a page, by its path: the old id and the id of what it names now. */
  readonly renamed: ReadonlyMap<string, readonly (readonly [old: string, now: string])[]>;
  /** Sections that a page no longer has, by its path. */
  readonly left: ReadonlyMap<string, readonly (readonly [old: string, to: string])[]>;
  /** Pages that are gone, with where they and their sections lead. */
  readonly pages: ReadonlyMap<string, PageMove>;
  /** Files that stand at two addresses. */
  readonly files: ReadonlyMap<string, string>;
}

export interface PageMove {
  readonly to: string;
  /** Sections that do not keep their name on the page it moved to. */
  readonly sections: Readonly<Record<string, string>>;
}

export function movesOf(aliases: Aliases): Moves {
  const renamed = new Map<string, [string, string][]>();
  const left = new Map<string, [string, string][]>();
  const pages = new Map<string, { to: string; sections: Record<string, string> }>();
  const files = new Map<string, string>();
  for (const [from, to] of aliases) {
    if (fragmentOf(from) !== undefined) continue;
    if (isFile(from)) files.set(from, to);
    else pages.set(from, { to, sections: {} });
  }
  for (const [from, to] of aliases) {
    const old = fragmentOf(from);
    if (old === undefined) continue;
    const moved = pages.get(pathOf(from));
    const now = fragmentOf(to);
    if (moved) moved.sections[old] = to;
    else if (pathOf(from) === pathOf(to) && now !== undefined) add(renamed, pathOf(from), old, now);
    else add(left, pathOf(from), old, to);
  }
  return { renamed, left, pages, files };
}

function add(map: Map<string, [string, string][]>, path: string, old: string, to: string): void {
  map.set(path, [...(map.get(path) ?? []), [old, to]]);
}
