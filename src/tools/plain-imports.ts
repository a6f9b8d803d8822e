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
  };
}
