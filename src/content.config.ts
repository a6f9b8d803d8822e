import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { errorSchema } from './markdown/error-schema.ts';
import { pageAddress } from './markdown/page-address.ts';
import { pageSchema } from './markdown/page-schema.ts';

export const collections = {
  pages: defineCollection({
    loader: glob({
      base: './content/pages',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => pageAddress(entry),
    }),
    schema: pageSchema,
  }),
  errors: defineCollection({
    loader: glob({ base: './content/errors', pattern: '*.mdx' }),
    schema: errorSchema,
  }),
};
