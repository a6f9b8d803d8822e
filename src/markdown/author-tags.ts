import { defineMdastPlugin } from 'satteri';
import { nearest } from '#links/nearest.ts';
import { authorError } from './author-error.ts';

/** The components that a page may use, without an import. */
export const authorTags = [
  'Note',
  'Warning',
  'Correction',
  'Question',
  'Replay',
  'Compare',
  'Recorded',
] as const;

export type AuthorTag = (typeof authorTags)[number];

function check(name: string | null, file: URL | undefined): void {
  if (name === null || !/^[A-Z]/.test(name) || authorTags.some((tag) => tag === name)) return;
  const [near] = nearest(name, authorTags, 1);
  const list = authorTags.map((tag) => `\`<${tag}>\``).join(', ');
  throw authorError(
    file,
    `There is no component \`<${name}>\`.`,
    `Type \`<${near}>\`, or another of: ${list}.`,
  );
}

/** Stops the build at a component that does not exist, and at an import, which no page needs. */
export const tags = defineMdastPlugin({
  name: 'author-tags',
  mdxJsxFlowElement: (node, context) => check(node.name, context.fileURL),
  mdxJsxTextElement: (node, context) => check(node.name, context.fileURL),
  mdxjsEsm(_node, context) {
    const cure = 'Delete the line: every component is at hand by its name.';
    throw authorError(context.fileURL, 'A page holds an `import` or `export`.', cure);
  },
});
