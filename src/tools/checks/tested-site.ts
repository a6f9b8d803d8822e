/**
 * The two builds that the checks look at, beside dist/, which stays the author's. The host is one
 * that can never exist (RFC 2606), so nothing is loaded from it by mistake.
 */
export const underPath = {
  folder: '.cache/tested/under-path',
  site: 'https://interleave.example',
  base: '/team/docs/',
} as const;

export const withoutSite = { folder: '.cache/tested/without-site' } as const;

/** Where the browser tests leave what they measured, one file for each page. */
export const measuredFolder = '.cache/tested/measured';

/** Playwright's account of its last run, as JSON. */
export const browserReport = '.cache/tested/browser-tests.json';
