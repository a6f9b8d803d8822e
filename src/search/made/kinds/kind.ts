import type { Entry } from '../entry.ts';
import type { FinishedPage } from '../finished-page.ts';

/** What is to be indexed: the finished pages, and what authors wrote beside them. */
export interface Site {
  /** The slugs of the written pages of the chapters, in the order of the course. */
  readonly articles: readonly string[];
  /** The slugs of the pages of error messages. */
  readonly errors: readonly string[];
  /** The names of the examples. */
  readonly examples: readonly string[];
  /** A page as it is sent, by its path below the base: `/gil/`. It must be there. */
  page(path: string): FinishedPage;
  /** What an author wrote for a page of a chapter. */
  source(slug: string): string;
  /** A file of content/, by its path there: `glossary.yaml`. */
  file(path: string): string;
}

/** Everything of one kind that can be found. */
export type ReadKind = (site: Site) => readonly Entry[];
