import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { budgetsSchema, share, type Measured } from '#tools/checks/budgets.ts';
import { measuredFolder, underPath } from '#tools/checks/tested-site.ts';
import type { ServedSite } from './site.ts';

const sizes = new Map<string, number>();

/** Bytes as a server with brotli sends them. */
function brotli(bytes: Buffer, quality: number): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(bytes, { params }).length;
}

const AT_BEST = constants.BROTLI_MAX_QUALITY;
/** A tenth of the work, and a few hundredths too much. */
const ROUGHLY = 5;
/** A page that comes this near to a budget, weighed roughly, is weighed again as it is sent at best. */
const NEAR = 0.8;
const { most } = budgetsSchema.parse(JSON.parse(readFileSync('src/tools/budgets.json', 'utf8')));

function sizeOf(file: string, quality: number): number {
  // Pages are of one visit; what they share is weighed once.
  if (file.endsWith('.html')) return brotli(readFileSync(join(underPath.folder, file)), quality);
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = brotli(readFileSync(join(underPath.folder, file)), AT_BEST);
  sizes.set(file, size);
  return size;
}

/** The scripts and styles that come with the first press on a replay, gzipped: those of `moving`, with what they import and the page has not. */
function firstPress(loaded: readonly string[]): number {
  const folder = '_astro/';
  const there = new Set(loaded);
  const asked = readdirSync(join(underPath.folder, folder))
    .filter((file) => /^moving\./.test(file))
    .map((file) => folder + file);
  let sum = 0;
  // The list grows while it is gone through.
  for (const file of asked) {
    const text = readFileSync(join(underPath.folder, file), 'utf8');
    for (const [, name] of text.matchAll(/\bfrom"\.\/([^"]+)"/g)) {
      const imported = `${folder}${name}`;
      if (!there.has(imported) && !asked.includes(imported)) asked.push(imported);
    }
    sum += gzipSync(text, { level: 9 }).length;
  }
  return sum;
}

/**
 * What a reader's browser asked for to show the page, weighed. `requests` are their addresses.
 * A figure is a `<figure>` or an element of ours such as `<replay-figure>`, with an id.
 */
export async function measure(
  name: string,
  page: Page,
  site: ServedSite,
  requests: readonly string[],
): Promise<Measured> {
  const start = site.origin + site.base;
  const files = requests.map((address) => {
    const path = address.slice(start.length).replace(/[?#].*$/, '');
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  });
  const zipped = (name: RegExp) => {
    const file = files.find((one) => name.test(one));
    const path = file && join(underPath.folder, file);
    return path ? gzipSync(readFileSync(path), { level: 9 }).length : undefined;
  };
  const { shift, figures, replays } = await page.evaluate(() => {
    const isFigure = ({ id, localName }: Element): boolean =>
      id !== '' && /^(figure|.+-figure)$/.test(localName);
    const all = [...document.querySelectorAll('main *')].filter(isFigure);
    const outermost = all.filter(
      (one) => !all.some((other) => other !== one && other.contains(one)),
    );
    const replays = [...document.querySelectorAll('replay-figure')].map((replay) => ({
      steps: Number(replay.querySelector('.position b')?.textContent),
      markup: replay.outerHTML,
    }));
    const { shift } = window.watched;
    return { shift, figures: outermost.map((figure) => figure.outerHTML), replays };
  });
  const short = replays.filter(({ steps }) => steps <= 200).map(({ markup }) => markup);
  const weighed = (quality: number): Measured => {
    const weigh = (text: string) => brotli(Buffer.from(text), quality);
    const sum = (ending: string) =>
      files
        .filter((file) => file.endsWith(ending))
        .reduce((sum, file) => sum + sizeOf(file, quality), 0);
    return {
      figures: figures.length,
      figureMarkup: figures.length === 0 ? 0 : weigh(figures.join('\n')),
      player: zipped(/FigureFiles[^/]*\.js$/),
      firstPress: files.some((file) => /FigureFiles[^/]*\.js$/.test(file))
        ? firstPress(files)
        : undefined,
      figureStyles: zipped(/figures[^/]*\.css$/),
      shortReplay: short.length > 0 ? Math.max(...short.map(weigh)) : undefined,
      html: sum('.html'),
      css: sum('.css'),
      js: sum('.js'),
      fonts: sum('.woff2'),
      requests: files.filter((file) => !file.endsWith('.woff2')).length,
      shift,
    };
  };
  const rough = weighed(ROUGHLY);
  return share(most, { page: `/${name}`, width: 0, ...rough }) < NEAR ? rough : weighed(AT_BEST);
}

/** Leaves the measures for the check of budgets, which prints them together. */
export function keep(name: string, width: number, measured: Measured): void {
  mkdirSync(measuredFolder, { recursive: true });
  const file = `${name.replaceAll('/', '_') || 'home'}.${width}.json`;
  const page = `/${name}`;
  writeFileSync(join(measuredFolder, file), JSON.stringify({ page, width, ...measured }));
}
