/**
 * The path a site is served under, from whatever form it was given in: `docs`, `/docs` and `/docs/`
 * all give `/docs/`; nothing, or only slashes, gives `/`.
 */
export function normaliseBase(base: string | undefined): string {
  const parts = (base ?? '').trim().split('/').filter(Boolean);
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/** A site path such as `/gather/#order` under the base of this build. `base` ends with a slash. */
export function underBase(base: string, path: string): string {
  return base + path.replace(/^\/+/, '');
}
