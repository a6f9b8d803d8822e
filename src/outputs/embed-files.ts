import { createHash } from 'node:crypto';
import { codeOf, stylesOf } from './bundle.ts';

/** The script and the styles that every embed carries, as text, with what its policy allows them by. */
export interface EmbedFiles {
  readonly script: string;
  readonly styles: string;
  readonly policy: string;
}

/** Made of the site's own player, with one file of it replaced: an embed fetches nothing. */
export async function embedFiles(player: 'replay' | 'instants'): Promise<EmbedFiles> {
  const code = await codeOf(`../components/embed/${player}.ts`, {
    replace: { './fetch-recording.ts': '../components/embed/inline-recording.ts' },
  });
  const css = await stylesOf('../components/embed/embed.css');
  if (/<\/(script|style)/i.test(code + css))
    throw new Error('The script and styles of embeds cannot stand in a page as they are.');
  const policy =
    `default-src 'none'; script-src '${hashOf(code)}'; style-src '${hashOf(css)}'; ` +
    "base-uri 'none'; form-action 'none'";
  return { script: code, styles: css, policy };
}

/** As a policy names it. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
