import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import type { Measured } from '#tools/checks/budgets.ts';
import { measuredFolder, underPath } from '#tools/checks/tested-site.ts';
import type { ServedSite } from './site.ts';

const sizes = new Map<string, number>();

/** Bytes as a server with brotli at its best sends them. */
function brotli(bytes: Buffer, quality = constants.BROTLI_MAX_QUALITY): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(bytes, { params }).length;
}

/** A tenth of the work, and a few hundredths off: enough to see which of several may be the heaviest. */
const ROUGHLY = 5;

function heaviest(texts: readonly string[]): number {
  const weighed = texts.map((text) => ({ text, about: brotli(Buffer.from(text), ROUGHLY) }));
  const most = Math.max(...weighed.map(({ about }) => about));
  const near = weighed.filter(({ about }) => about >= 0.9 * most);
  return Math.max(0, ...near.map(({ text }) => brotli(Buffer.from(text))));
}

function sizeOf(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = brotli(readFileSync(join(underPath.folder, file)));
  sizes.set(file, size);
  return size;
}

/**
 * What a reader's browser asked for to show the page, weighed. `requests` are their addresses.
 * A figure is a `<figure>` or an element of ours such as `<replay-figure>`, with an id.
 */
export async function measure(
  page: Page,
  site: ServedSite,
  requests: readonly string[],
): Promise<Measured> {
  const start = site.origin + site.base;
  const files = requests.map((address) => {
    const path = address.slice(start.length).replace(/[?#].*$/, '');
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  });
  const weigh = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + sizeOf(file), 0);
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
  return {
    figures: figures.length,
    figureMarkup: figures.length === 0 ? 0 : brotli(Buffer.from(figures.join('\n'))),
    player: zipped(/FigureFiles[^/]*\.js$/),
    figureStyles: zipped(/figures[^/]*\.css$/),
    shortReplay:
      replays.length > 0
        ? heaviest(replays.filter(({ steps }) => steps <= 200).map(({ markup }) => markup))
        : undefined,
    html: weigh('.html'),
    css: weigh('.css'),
    js: weigh('.js'),
    fonts: weigh('.woff2'),
    requests: files.filter((file) => !file.endsWith('.woff2')).length,
    shift,
  };
}

/** Leaves the measures for the check of budgets, which prints them together. */
export function keep(name: string, width: number, measured: Measured): void {
  mkdirSync(measuredFolder, { recursive: true });
  const file = `${name.replaceAll('/', '_') || 'home'}.${width}.json`;
  const page = `/${name}`;
  writeFileSync(join(measuredFolder, file), JSON.stringify({ page, width, ...measured }));
}
