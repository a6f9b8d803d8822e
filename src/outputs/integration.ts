import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { aliasesFile, movesOf, parseAliases, pathOf } from '#links/aliases.ts';
import { readBuiltPages, type BuiltPage } from './built-pages.ts';
import { inventory } from './inventory.ts';
import { entriesOf } from './inventory-entries.ts';
import { llmsText, pageMarkdown, rawPath } from './raw-text.ts';
import { readPageMap } from '#markdown/site-addresses.ts';
import { codeOf } from './bundle.ts';
import { writeEmbeds } from './embeds.ts';
import { drawingsIn } from './drawing.ts';
import { figuresIn, schedulesIn, type BuiltFigure } from './figures.ts';
import { withHeadTags } from './head.ts';
import { movedLine, movedPage, redirectLines, withOldIds } from './moves.ts';
import { drawPoster, pagePoster, previewPath } from './previews.ts';

/** Asked for by thousands of files, most of which lie beside another. */
function folderMaker(): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
}

/** What is made of the pages once Astro has built them. */
export interface BuiltSite {
  readonly folder: string;
  readonly base: string;
  /** `https://docs.example.com`; absent when the site does not know where it will live. */
  readonly origin: string | undefined;
  readonly pages: readonly BuiltPage[];
  write(path: string, content: string | Uint8Array): void;
}

export function outputs(): AstroIntegration {
  let base = '/';
  let origin: string | undefined;
  return {
    name: 'outputs',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        origin = config.site && new URL(config.site).origin;
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const makeFolder = folderMaker();
        const site: BuiltSite = {
          folder,
          base,
          origin,
          pages: readBuiltPages(folder),
          write(path, content) {
            const file = join(folder, path);
            makeFolder(dirname(file));
            writeFileSync(file, content);
          },
        };
        const sources = { scheduleOf: schedulesIn(folder), drawingOf: drawingsIn(folder) };
        const figures = new Map(site.pages.map((page) => [page, figuresIn(page, base, sources)]));
        await addPreviews(site, figures);
        const late = { base, isModule: true };
        site.write('share.js', await codeOf('../components/share/menu.ts', late));
        site.write('capacity.js', await codeOf('../components/capacity/answer.ts', late));
        await writeEmbeds(site, [...figures.values()].flat());
        writeForMachines(site);
        keepOldAddresses(site);
      },
    },
  };
}

/** Pages as Markdown, the list of them, and the names that other documentation links by. */
function writeForMachines(site: BuiltSite): void {
  const pages = site.pages.filter(({ isIndexed }) => isIndexed);
  for (const page of pages) site.write(rawPath(page.path), pageMarkdown(page, site));
  site.write('llms.txt', llmsText(pages, readPageMap().chapters, site));
  const aliases = parseAliases(readFileSync(aliasesFile, 'utf8'));
  site.write('objects.inv', inventory(entriesOf(pages, aliases)));
}

/** Pictures of pages are named by absolute addresses, so they are of no use without one. */
async function addPreviews(
  site: BuiltSite,
  figures: ReadonlyMap<BuiltPage, readonly BuiltFigure[]>,
): Promise<void> {
  const { origin, base } = site;
  if (origin === undefined) return;
  await Promise.all(
    site.pages
      .filter(({ isIndexed }) => isIndexed)
      .map(async (page) => {
        const { poster, alt } = pagePoster(page, figures.get(page) ?? []);
        const path = previewPath(page.path);
        site.write(path, await drawPoster(poster));
        page.html = withHeadTags(page, { origin, base }, { path, alt });
        site.write(page.file, page.html);
      }),
  );
}

function keepOldAddresses(site: BuiltSite): void {
  const moves = movesOf(parseAliases(readFileSync(aliasesFile, 'utf8')));
  const pageAt = (address: string) => site.pages.find(({ path }) => path === pathOf(address));
  for (const page of site.pages) {
    const renamed = moves.renamed.get(page.path) ?? [];
    const left = (moves.left.get(page.path) ?? []).flatMap(([old, to]) => {
      const target = pageAt(to);
      return target ? [[old, movedLine(to, target, site.base)] as const] : [];
    });
    if (renamed.length + left.length === 0) continue;
    page.html = withOldIds(page.html, renamed, left);
    site.write(page.file, page.html);
  }
  for (const [from, move] of moves.pages) {
    const target = pageAt(move.to);
    // What leads nowhere is found by the check of all addresses, which says what to do.
    if (target) site.write(`${from}index.html`, movedPage(move, target, site.base));
  }
  for (const [from, to] of moves.files) {
    mkdirSync(dirname(join(site.folder, from)), { recursive: true });
    copyFileSync(join(site.folder, to), join(site.folder, from));
  }
  if (moves.pages.size + moves.files.size > 0)
    site.write('_redirects', redirectLines(moves, site.base));
}
