import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeSearch } from './make.ts';
import { readSite, type FetchPage } from './read-site.ts';

/** The files of search, by their paths below the base, each as JSON. */
type Files = ReadonlyMap<string, string>;

async function makeFiles(fetchPage: FetchPage): Promise<Files> {
  const { index, texts } = makeSearch(await readSite(fetchPage));
  return new Map<string, string>([
    ['search/index.json', JSON.stringify(index)],
    ...[...texts].map(([slug, texts]): [string, string] => {
      return [`search/texts/${slug}.json`, JSON.stringify(texts)];
    }),
  ]);
}

/**
 * Makes what search fetches, from the finished pages: after a build from its files, in development
 * from the pages as the server gives them, anew when a file has changed.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const below = (path: string): string => fileURLToPath(new URL(`.${path}`, dir));
        const files = await makeFiles((path) => readFile(below(`${path}index.html`), 'utf8'));
        for (const [path, json] of files) {
          const file = below(`/${path}`);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, json);
        }
      },
      'astro:server:setup': ({ server }) => {
        let made: Promise<Files> | undefined;
        const base = server.config.base.replace(/\/?$/, '/');
        const forget = (): void => (made = undefined);
        server.watcher.on('all', forget);
        const fetchPage: FetchPage = async (path) => {
          const { port } = listening(server.httpServer?.address());
          const response = await fetch(`http://localhost:${port}${base}${path.slice(1)}`);
          if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
          return response.text();
        };
        server.middlewares.use((request, response, next) => {
          const [path = ''] = (request.url ?? '').split('?');
          const wanted = /\/(search\/(?:index|texts\/[a-z0-9-]+)\.json)$/.exec(path)?.[1];
          if (wanted === undefined) return next();
          made ??= makeFiles(fetchPage);
          made.then(
            (files) => {
              const json = files.get(wanted);
              response.statusCode = json === undefined ? 404 : 200;
              response.setHeader('Content-Type', 'application/json');
              response.end(json);
            },
            (problem: unknown) => {
              forget();
              next(problem);
            },
          );
        });
      },
    },
  };
}

function listening(address: AddressInfo | string | null | undefined): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new Error('The development server does not listen on a port.');
}
