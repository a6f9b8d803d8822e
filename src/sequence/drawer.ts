import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import type { Layout, Saying } from './marks.ts';
import { settings } from './settings.ts';
import { takeApart } from './take-apart.ts';

/** Mermaid does not take a text; the message is Mermaid's own. */
export class MermaidSyntaxError extends Error {
  readonly line: number | undefined;
  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

export interface Drawer {
  /** Lays a text out. Throws a MermaidSyntaxError when Mermaid does not take it. */
  draw(text: string): Promise<Layout>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const FONT = new URL('../styles/fonts/geist.woff2', import.meta.url);

export const mermaidVersion = (
  JSON.parse(readFileSync(require.resolve('mermaid/package.json'), 'utf8')) as { version: string }
).version;

/** Starts a browser with Mermaid and the site's own letters in it. Nothing is asked of any network. */
export async function startDrawer(options: LaunchOptions): Promise<Drawer> {
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
    const font = readFileSync(FONT).toString('base64');
    await page.setContent(
      `<style>@font-face { font-family: Geist; src: url(data:font/woff2;base64,${font}); font-weight: 400 700 }
        body { margin: 0; font: 13px Geist }</style><p>Letters <b>to load</b></p><main></main>`,
    );
    await page.addScriptTag({
      path: join(dirname(require.resolve('mermaid/package.json')), 'dist/mermaid.min.js'),
    });
    await page.evaluate(async (given) => {
      await document.fonts.load('13px Geist');
      await document.fonts.load('600 13px Geist');
      window.mermaid.initialize(given);
    }, settings);
    return {
      async draw(text) {
        const answer = await page.evaluate(drawInPage, text);
        if ('fault' in answer) throw new MermaidSyntaxError(answer.fault, answer.line);
        const { title, description, sayings } = answer;
        const parts = await page.evaluate(
          `(${takeApart.toString()})(document.querySelector('main svg'))`,
        );
        return { ...(parts as Pick<Layout, 'type' | 'marks'>), title, description, sayings };
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

interface Heard {
  readonly title: string;
  readonly description: string;
  readonly sayings: readonly Saying[];
}

/** Runs inside the browser. */
async function drawInPage(
  text: string,
): Promise<Heard | { readonly fault: string; readonly line: number | undefined }> {
  const place = document.querySelector('main');
  if (!place) throw new Error('The drawing page has no place to draw.');
  place.replaceChildren();
  try {
    const { db } = await window.mermaid.mermaidAPI.getDiagramFromText(text);
    const { svg } = await window.mermaid.render('drawing', text);
    place.innerHTML = svg;
    const drawing = place.querySelector('svg');
    if (!drawing) throw new Error('Mermaid drew nothing.');
    const { width, height } = drawing.viewBox.baseVal;
    drawing.removeAttribute('style');
    drawing.setAttribute('width', String(width));
    drawing.setAttribute('height', String(height));
    return {
      title: db.getAccTitle?.() ?? '',
      description: db.getAccDescription?.() ?? '',
      sayings: sayingsOf(db),
    };
  } catch (error) {
    const { message, hash } = error as Error & {
      hash?: { loc?: { first_line?: number }; line?: number };
    };
    return { fault: message, line: hash?.loc?.first_line ?? hash?.line };
  }

  function sayingsOf(db: MermaidDb): Saying[] {
    const words = (text: unknown) =>
      String(text ?? '')
        .replace(/<br\s*\/?>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    if (db.getActors && db.getMessages) {
      const actors = db.getActors();
      const name = (key: string | undefined) => words(actors.get(key ?? '')?.description ?? key);
      const last = [...actors.keys()].at(-1);
      const first = [...actors.keys()][0];
      return db.getMessages().flatMap(({ from, to, message, placement }): Saying[] => {
        const says = words(typeof message === 'string' ? message : message?.message);
        if (from === undefined || to === undefined || says === '') return [];
        if (placement === undefined) return [{ from: name(from), to: name(to), says }];
        // A note over all is a heading; any other is said of one.
        return [{ from: from === first && to === last ? '' : name(from), to: '', says }];
      });
    }
    const { nodes = [], edges = [] } = db.getData?.() ?? {};
    const name = (id: string | undefined) => words(nodes.find((node) => node.id === id)?.label);
    return edges.map(({ start, end, label }) => ({
      from: name(start),
      to: name(end),
      says: words(label),
    }));
  }
}

interface MermaidDb {
  getAccTitle?(): string;
  getAccDescription?(): string;
  getActors?(): Map<string, { readonly description?: string }>;
  getMessages?(): readonly {
    readonly from?: string;
    readonly to?: string;
    readonly message?: string | { readonly message?: string };
    readonly placement?: number;
  }[];
  getData?(): {
    readonly nodes?: readonly { readonly id: string; readonly label?: unknown }[];
    readonly edges?: readonly {
      readonly start?: string;
      readonly end?: string;
      readonly label?: unknown;
    }[];
  };
}

declare global {
  interface Window {
    readonly mermaid: {
      initialize(settings: object): void;
      render(id: string, text: string): Promise<{ readonly svg: string }>;
      readonly mermaidAPI: {
        getDiagramFromText(text: string): Promise<{ readonly db: MermaidDb }>;
      };
    };
  }
}
