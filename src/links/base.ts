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

/**
 * Where a site will live, `https://docs.example.com`, from what SITE says; undefined when it says
 * nothing. Throws what to type: half an address would end in every link that has to be whole.
 */
export function siteOf(said: string | undefined): string | undefined {
  const site = said?.trim();
  if (!site) return undefined;
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const host = site.replace(/^([a-z]+:)?\/*/, '') || 'docs.example.com';
    throw new Error(`SITE is "${site}", which is no address. Type: SITE=https://${host}`);
  }
  if (url.pathname + url.search + url.hash === '/') return url.origin;
  throw new Error(
    `SITE is "${site}", which holds a path. Type it apart: SITE=${url.origin} BASE=${url.pathname}`,
  );
}
