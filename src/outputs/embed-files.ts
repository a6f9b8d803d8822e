import { createHash } from 'node:crypto';
import { codeOf, stylesOf } from './bundle.ts';

/** The script and the styles that every embed of a kind carries, as text. */
export interface EmbedFiles {
  readonly script: string;
  readonly styles: string;
}

/** What moves in an embed. */
export type Player = 'replay' | 'instants' | 'diagram';

/** Made of the site's own player, with two files of it replaced: an embed fetches nothing. */
export async function embedFiles(player: Player): Promise<EmbedFiles> {
  const code = await codeOf(`../components/embed/${player}.ts`, {
    replace: {
      './fetch-recording.ts': '../components/embed/inline-recording.ts',
      './moving-styles.ts': '../components/embed/inline-styles.ts',
      '../replay/moving-styles.ts': '../components/embed/inline-styles.ts',
    },
  });
  const css = await stylesOf(
    `../components/embed/${player === 'diagram' ? 'diagram' : 'embed'}.css`,
  );
  if (/<\/(script|style)/i.test(code + css))
    throw new Error('The script and styles of embeds cannot stand in a page as they are.');
  return { script: code, styles: css };
}

/** What a page may do that holds this script and these styles, and nothing else. */
export function policyOf(script: string, styles: string): string {
  return (
    `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(styles)}'; ` +
    "base-uri 'none'; form-action 'none'"
  );
}

/** As a policy names it. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
