import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { normaliseBase, siteOf } from './src/links/base.ts';
import { ownLanguages } from './src/markdown/code-languages.ts';
import { tags } from './src/markdown/author-tags.ts';
import { codeClasses, codeFrame, codeTheme } from './src/markdown/code-theme.ts';
import { fences } from './src/markdown/fences.ts';
import { headings } from './src/markdown/headings.ts';
import { links } from './src/markdown/links.ts';
import { siteAddresses } from './src/markdown/site-addresses.ts';
import { longNames } from './src/markdown/long-names.ts';
import { tables } from './src/markdown/tables.ts';
import { units } from './src/markdown/units.ts';
import { wholeWords } from './src/markdown/whole-words.ts';
import { outputs } from './src/outputs/integration.ts';
import { plainImports } from './src/tools/plain-imports.ts';
import { searchIndex } from './src/search/made/integration.ts';
import { recordOnSave } from './src/tools/record-on-save.ts';

const base = normaliseBase(process.env.BASE);
const site = siteOf(process.env.SITE);

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // Nothing is inlined: the Content-Security-Policy allows only files of the site itself.
  vite: {
    plugins: [plainImports()],
    build: {
      assetsInlineLimit: 0,
      // Astro's own directive draws eight lines of warning for every page: withastro/astro, "use
      // astro:head-inject". Drop this when a build without it is quiet.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  integrations: [mdx(), searchIndex(), outputs(), recordOnSave()],
  markdown: {
    processor: satteri({
      features: {
        headingAttributes: true,
        definitionList: true,
        smartPunctuation: { dashes: false },
      },
      mdastPlugins: [tags, fences],
      hastPlugins: [headings, links(base, siteAddresses), ...tables, wholeWords, longNames, units],
    }),
    shikiConfig: {
      theme: codeTheme,
      langs: ['python', ...ownLanguages],
      transformers: [codeClasses, codeFrame],
    },
  },
});
