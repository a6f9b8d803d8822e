import type { Kind } from '../stored.ts';

/** One thing that can be found. A new kind of them is one file in kinds/. */
export interface Entry {
  readonly kind: Kind;
  /** The slug of the page that explains it. A result counts for this page and stands below it. */
  readonly page: string;
  /** Further pages that explain it. They are found by it, and it is shown below the first. */
  readonly also?: readonly string[];
  /** A path below the base: `/gil/#hand-over`. */
  readonly address: string;
  readonly title: string;
  /** Further wordings of the title, never shown. */
  readonly titles?: readonly string[];
  /** The address of the entry whose heading stands above it. */
  readonly above?: string;
  /** What readers type when they look for it; never shown. */
  readonly asked?: readonly string[];
  /** Paragraphs, list items, cells: what an excerpt is taken from. */
  readonly texts: readonly string[];
  /** The key steps of its replay. */
  readonly moments?: readonly Moment[];
  /** Programs. Only names of code in them are searched. */
  readonly code?: readonly string[];
}

/** A key step of a replay: where it is gone to, and what it says. */
export interface Moment {
  readonly address: string;
  readonly says: string;
}
