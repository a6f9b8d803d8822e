import type { ViteUserConfig } from 'astro';

/**
 * A late `import()` in a reader's browser without Vite's helper, which would load ahead the styles and
 * files that the imported one needs: ours needs none, and the helper weighs more than it would save.
 */
export function plainImports(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => ({ code: 'export const __vitePreload = (load) => load();', map: null }),
    },
    // Where two files need the helper it would be a third one, and one request more on each page.
    generateBundle(_options, bundle) {
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (/preload-helper/.test(name)) delete bundle[name];
        else
          chunk.code = chunk.code.replace(
            /import\{\w+ as (\w+)\}from"\.\/preload-helper[^"]*";?/,
            'const $1=load=>load();',
          );
      }
    },
  };
}
