/** Where a printed figure is found again: whole where the build knows its site, else the path below it. */
export function printedAddress(
  id: string,
  { url, site }: { readonly url: URL; readonly site: URL | undefined },
): string {
  const path = `${url.pathname}#${id}`;
  return site ? new URL(path, site).href : path;
}
