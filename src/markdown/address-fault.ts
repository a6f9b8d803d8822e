import type { Fault } from './heading-faults.ts';

interface Surroundings {
  /** All pages, as `<chapter>/<page>.mdx`. */
  readonly others: readonly string[];
  /** Addresses that the site's own routes use. */
  readonly routes: readonly string[];
  readonly chapters: readonly string[];
}

const slugOf = (entry: string): string => entry.slice(entry.lastIndexOf('/') + 1, -'.mdx'.length);

/** What is wrong with the place of a page, given as `<chapter>/<page>.mdx`. */
export function addressFault(
  entry: string,
  { others, routes, chapters }: Surroundings,
): Fault | undefined {
  const slug = slugOf(entry);
  const folder = entry.slice(0, Math.max(0, entry.lastIndexOf('/')));
  if (!chapters.includes(folder)) {
    const list = chapters.map((chapter) => `\`${chapter}\``).join(', ');
    return {
      problem: `No chapter is called \`${folder}\`.`,
      cure: `Move the page into one of: ${list}.`,
    };
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    const cure =
      'A page is named with small letters, digits and single hyphens, such as `event-loop.mdx`.';
    return { problem: `\`${slug}\` cannot be an address.`, cure };
  }
  if (routes.includes(slug)) {
    const cure = `Rename the file: /${slug}/ belongs to a page that the site makes itself.`;
    return { problem: `The address /${slug}/ is taken.`, cure };
  }
  const twin = others.find((other) => other !== entry && slugOf(other) === slug);
  if (!twin) return undefined;
  const cure = `content/pages/${twin} has it too. Rename one of the two: chapters are not part of an address.`;
  return { problem: `The address /${slug}/ is given twice.`, cure };
}
