/** The address of a page as Markdown: `/docs/gil.md` for `/docs/gil/`, `/docs/index.md` for the home page. */
export function markdownPath(path: string, base: string): string {
  return path === base ? `${base}index.md` : `${path.replace(/\/$/, '')}.md`;
}
