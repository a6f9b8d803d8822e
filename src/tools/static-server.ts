import { createServer, type Server, type ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { baseOf } from '#tools/base.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.inv': 'application/octet-stream',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export type Answer =
  | { readonly status: 200 | 404; readonly file: string }
  | { readonly status: 301; readonly location: string }
  | { readonly status: 404; readonly text: string };

/**
 * What a plain static file server says to `path` (the part of the address before `?`), for the
 * built site in `folder` that was built for `base`. It rewrites nothing: a folder answers with its
 * index.html, a folder without its slash with a redirect, all else with 404.html.
 */
export async function answer(folder: string, base: string, path: string): Promise<Answer> {
  if (!path.startsWith(base)) {
    return { status: 404, text: `Nothing is here: this site was built for ${base}\n` };
  }
  const file = fileOf(folder, path.slice(base.length));
  const found = file === undefined ? undefined : await kindOf(file);
  if (file !== undefined && found === 'file') return { status: 200, file };
  if (file !== undefined && found === 'folder') {
    const index = join(file, 'index.html');
    if ((await kindOf(index)) === 'file') {
      return path.endsWith('/')
        ? { status: 200, file: index }
        : { status: 301, location: `${path}/` };
    }
  }
  const missing = join(folder, '404.html');
  return (await kindOf(missing)) === 'file'
    ? { status: 404, file: missing }
    : { status: 404, text: `There is no ${path}\n` };
}

/** The file that a path names, or undefined when it is malformed or leads out of the folder. */
function fileOf(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const root = resolve(folder);
  const file = resolve(root, `./${decoded}`);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  return decoded.endsWith('/') ? `${file}${sep}` : file;
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : undefined;
}

/** A server for the built site in `folder`; the caller listens and closes. */
export function serverFor(folder: string): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    reply(folder, path, request.method === 'HEAD', response).catch((problem: unknown) => {
      console.error(`Could not serve ${path}: ${String(problem)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function reply(folder: string, path: string, headOnly: boolean, response: ServerResponse) {
  // Read on each request, so that a preview goes on when a new build, for another base, comes in.
  const base = await baseOf(folder);
  const found = await answer(folder, base, path);
  if ('location' in found) {
    response.writeHead(301, { location: found.location }).end();
  } else if ('text' in found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(headOnly ? undefined : found.text);
  } else {
    const type = types[extname(found.file)] ?? 'application/octet-stream';
    // As public/_headers says: what Astro names after its content never changes under that name.
    const isNamedAfterContent = path.startsWith(`${base}_astro/`) && found.status === 200;
    const cache = isNamedAfterContent ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(found.status, { 'content-type': type, 'cache-control': cache });
    if (headOnly) response.end();
    else if (found.status === 404) response.end(await readFile(found.file));
    else createReadStream(found.file).pipe(response);
  }
}

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** Ports that were asked first and are taken by someone else. */
  readonly taken: readonly number[];
}

/** Listens on `port` or, when that is taken, on the next free one of the 20 after it. 0 is any free port. */
export async function listen(folder: string, port: number, host: string): Promise<Listening> {
  const taken: number[] = [];
  for (let candidate = port; candidate <= port + 20; candidate++) {
    const server = serverFor(folder);
    try {
      return { server, port: await listenOn(server, candidate, host), taken };
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw problem;
      taken.push(candidate);
    }
  }
  throw new Error(
    `The ports ${port} to ${port + 20} are all taken. Name a free one: PORT=8080 npm run preview`,
  );
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
