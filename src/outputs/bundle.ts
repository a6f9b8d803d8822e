import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** Scripts and styles of the site that become one file each, beside those that Astro makes. */

interface Options {
  /** Files that others stand in for, by how they are imported. */
  readonly replace?: Readonly<Record<string, string>>;
  /** The path that the site is served under. */
  readonly base?: string;
  /** Loaded as a module, with its exports; else it runs where it stands. */
  readonly isModule?: boolean;
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export async function codeOf(entry: string, options: Options = {}): Promise<string> {
  const chunks = await bundle(entry, options);
  const [code, ...others] = chunks.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  if (code === undefined || others.length > 0)
    throw new Error(`${entry} does not become one file. Import nothing in it that comes later.`);
  return code.trim();
}

export async function stylesOf(entry: string): Promise<string> {
  const files = await bundle(entry, { isModule: true });
  const [styles] = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  );
  if (styles === undefined) throw new Error(`${entry} holds no styles.`);
  return styles.trim();
}

async function bundle(entry: string, { replace = {}, base = '/', isModule = false }: Options) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    base,
    plugins: [
      {
        name: 'stand-ins',
        enforce: 'pre',
        resolveId(source) {
          const stand = replace[source];
          return stand === undefined ? undefined : path(stand);
        },
        // One file loads nothing later, so Vite's helper for that has nothing to do.
        transform: (_code, id) =>
          id.includes('vite/preload-helper')
            ? { code: 'export const __vitePreload = (load) => load();', map: null }
            : undefined,
      },
    ],
    build: {
      write: false,
      // As Astro builds the site.
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: path(entry),
        preserveEntrySignatures: 'strict',
        output: { format: isModule ? 'es' : 'iife' },
      },
    },
  });
  // Without watching, and with one format, Vite answers with one result.
  return (result as Rolldown.RolldownOutput).output;
}
