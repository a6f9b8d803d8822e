import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The script and the styles that every embed carries, as text, with what its policy allows them by. */
export interface EmbedFiles {
  readonly script: string;
  readonly styles: string;
  readonly policy: string;
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Made of the site's own player, with one file of it replaced: an embed fetches nothing. */
export async function embedFiles(): Promise<EmbedFiles> {
  const [code = '', ...otherCode] = (await bundle('../components/embed/embed.ts')).flatMap(
    (file) => (file.type === 'chunk' ? [file.code.trim()] : []),
  );
  const [css = '', ...otherCss] = (await bundle('../components/embed/embed.css')).flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source).trim()] : [],
  );
  if (otherCode.length + otherCss.length > 0 || /<\/(script|style)/i.test(code + css))
    throw new Error('The script and styles of embeds cannot stand in a page as they are.');
  const policy =
    `default-src 'none'; script-src '${hashOf(code)}'; style-src '${hashOf(css)}'; ` +
    "base-uri 'none'; form-action 'none'";
  return { script: code, styles: css, policy };
}

async function bundle(entry: string) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'recording-inside',
        enforce: 'pre',
        resolveId: (source) =>
          source === './fetch-recording.ts'
            ? path('../components/embed/inline-recording.ts')
            : undefined,
      },
    ],
    build: {
      write: false,
      // As Astro builds the site.
      target: 'esnext',
      rolldownOptions: {
        input: path(entry),
        output: { format: entry.endsWith('.ts') ? 'iife' : 'es' },
      },
    },
  });
  return (result as Rolldown.RolldownOutput).output;
}

/** As a policy names it. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
