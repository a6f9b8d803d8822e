import { suggestedId } from './slug.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Undefined when the author gave none. */
  readonly id: string | undefined;
}

export interface Fault {
  readonly problem: string;
  readonly cure: string;
}

/** Ids that the frame of every page uses. */
const reserved = new Set(['content', 'chapters', 'theme', 'search', 'sources', 'lede', 'top']);

/** What is wrong with the headings of a page, first fault first; nothing when they are in order. */
export function headingFaults(headings: readonly Heading[]): Fault[] {
  const seen = new Set<string>();
  let depth = 1;
  return headings.flatMap((heading): Fault[] => {
    const { text, id } = heading;
    const marks = '#'.repeat(heading.depth);
    if (heading.depth === 1) {
      return [
        {
          problem: `The heading “${text}” is a second title.`,
          cure: `The title comes from the front matter. Type \`## ${text} {#${suggestedId(text)}}\`.`,
        },
      ];
    }
    const jumped = heading.depth > depth + 1;
    const above = depth;
    depth = heading.depth;
    if (id === undefined) {
      const cure = `Type \`${marks} ${text} {#${suggestedId(text)}}\`. An id is an address for ever: choose it well.`;
      return [{ problem: `The heading “${text}” has no id.`, cure }];
    }
    if (jumped) {
      const cure = `Type \`${'#'.repeat(above + 1)} ${text} {#${id}}\`.`;
      return [{ problem: `The heading “${text}” jumps from level ${above} to ${depth}.`, cure }];
    }
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      const cure = `An id has small letters, digits and single hyphens only. Type \`{#${suggestedId(id)}}\`.`;
      return [{ problem: `The heading “${text}” has the id \`${id}\`.`, cure }];
    }
    if (reserved.has(id)) {
      const cure = `Every page's frame uses it. Type \`{#the-${id}}\`, or a better one.`;
      return [{ problem: `The heading “${text}” has the id \`${id}\`.`, cure }];
    }
    if (seen.has(id)) {
      const cure = `Give one of the two another, such as \`{#${suggestedId(text)}-again}\`.`;
      return [{ problem: `Two headings have the id \`${id}\`.`, cure }];
    }
    seen.add(id);
    return [];
  });
}
