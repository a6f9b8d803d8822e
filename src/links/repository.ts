/** Where readers reach the source of a page: the repository's address, and the commit that was built. */
export interface Repository {
  /** Without a slash at its end, such as `https://example.org/team/interleave`. */
  readonly url: string;
  readonly branch: string;
  readonly commit: string | undefined;
}

/** The repository at an address from the environment; none when it is not set. */
export function repositoryAt(
  url: string | undefined,
  commit: string | undefined,
): Repository | undefined {
  if (!url) return undefined;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Error(
      `REPOSITORY is \`${url}\`, which is no address. Type it like https://example.org/team/interleave.`,
    );
  }
  return { url: url.replace(/\/+$/, ''), branch: 'main', commit };
}

// GitLab keeps its own pages under `/-/`; GitHub, Gitea and Forgejo do not.
const onGitLab = (url: string): boolean => new URL(url).hostname.includes('gitlab');

/** The address at which a reader edits a file. `path` is relative to the repository's root. */
export function editUrl(repository: Repository, path: string): string {
  const edit = onGitLab(repository.url) ? '-/edit' : 'edit';
  return `${repository.url}/${edit}/${repository.branch}/${path}`;
}

/** The address of a new issue that names the page and the commit it was built from. */
export function reportUrl(
  repository: Repository,
  page: { title: string; address: string },
): string {
  const built = repository.commit ? `, built from ${repository.commit}` : '';
  const body = `On the page ${page.address}${built}:\n\nWhat it says:\n\nWhat is true, and how one can tell:\n`;
  const [path, title, text] = onGitLab(repository.url)
    ? ['-/issues/new', 'issue[title]', 'issue[description]']
    : ['issues/new', 'title', 'body'];
  const query = new URLSearchParams({ [title]: `${page.title}: `, [text]: body });
  return `${repository.url}/${path}?${query.toString()}`;
}
