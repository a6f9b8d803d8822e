import { fragmentOf, pathOf } from './aliases.ts';
import { nearest } from './nearest.ts';

/** Follows an address through a built site as a browser would: files, one redirect, a fragment. */

export interface Reached {
  readonly ids: ReadonlySet<string>;
  /** On a page that moved: where it says to go, and the sections that it sends elsewhere. */
  readonly moved?: { readonly to: string; readonly sections: Readonly<Record<string, string>> };
}

export interface Followed {
  files: ReadonlySet<string>;
  /** A page by its path. */
  page(path: string): Reached | undefined;
}

/** What is wrong with an address, in words; nothing when it resolves in at most one hop. */
export function faultOfAddress(address: string, site: Followed): string | undefined {
  const path = pathOf(address);
  const fragment = fragmentOf(address);
  if (!path.endsWith('/')) return site.files.has(path) ? undefined : 'the file is not there';
  const page = site.page(path);
  if (!page) return 'the page is not there';
  if (!page.moved) return faultOfFragment(fragment, page, path);
  const { to, sections } = page.moved;
  const section = fragment === undefined ? undefined : sections[fragment];
  const target = section ?? (fragment === undefined ? to : `${pathOf(to)}#${fragment}`);
  const there = site.page(pathOf(target));
  if (!there) return `it leads to ${target}, and that page is not there`;
  if (there.moved) return `it leads to ${target}, which moved again: that is two hops`;
  const fault = faultOfFragment(fragmentOf(target), there, pathOf(target));
  return fault && `it leads to ${target}, where ${fault}`;
}

function faultOfFragment(
  fragment: string | undefined,
  { ids }: Reached,
  path: string,
): string | undefined {
  if (fragment === undefined || ids.has(fragment)) return undefined;
  const near = nearest(fragment, [...ids], 2).map((id) => `${path}#${id}`);
  return `the page has no #${fragment} (nearest: ${near.join(', ')})`;
}
