/**
 * opensearch.xml: tells browsers and wikis how the site is searched. `absolute` gives the whole
 * address of a path.
 */
export function openSearch(siteName: string, absolute: (path: string) => string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${siteName}</ShortName>
<Description>Search ${siteName}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/x-icon">${absolute('/favicon.ico')}</Image>
<Url type="text/html" method="get" template="${absolute('/search/')}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${absolute('/opensearch.xml')}"/>
</OpenSearchDescription>
`;
}
