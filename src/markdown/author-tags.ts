import { defineMdastPlugin } from 'satteri';
import { nearest } from '#links/nearest.ts';
import { authorError } from './author-error.ts';
import type { Fault } from './heading-faults.ts';

/** The components that a page may use, without an import. */
export const authorTags = [
  'Note',
  'Warning',
  'Correction',
  'Question',
  'Replay',
  'Compare',
  'Grid',
  'Capacity',
  'Predict',
  'Recorded',
  'Measured',
  'Printed',
  'Sequence',
  'Diagram',
  'Decision',
  'Term',
  'Setting',
  'Said',
  'Quoted',
] as const;

export type AuthorTag = (typeof authorTags)[number];

interface Tag {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string }[];
}

/** What to write instead of a tag that the steps of the build would not see. */
const inMarkdown: Readonly<Record<string, string>> = {
  a: 'Write `[words](/page/)`, so that the link is checked and works under every path.',
  img: 'Write `![what the picture shows](/picture.svg)`.',
  ...Object.fromEntries(
    ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'Write `## Words {#id}`.']),
  ),
  script: 'Delete it: a page has no scripts of its own, and its policy stops them.',
  style: 'Delete it. How things look is decided in src/styles, for both color schemes.',
};

function tagFault({ name, attributes }: Tag): Fault | undefined {
  if (name === null) return undefined;
  const cure = inMarkdown[name];
  if (cure !== undefined) return { problem: `There is a \`<${name}>\` tag.`, cure };
  const inline = attributes.find((attribute) => /^(style|on[A-Za-z]+)$/.test(attribute.name ?? ''));
  if (inline) {
    return {
      problem: `\`<${name}>\` has the attribute \`${inline.name}\`, which browsers ignore on this site.`,
      cure: 'Delete it. How things look is decided in src/styles, for both color schemes.',
    };
  }
  if (!/^[A-Z]/.test(name) || authorTags.some((tag) => tag === name)) return undefined;
  const [near] = nearest(name, authorTags, 1);
  const list = authorTags.map((tag) => `\`<${tag}>\``).join(', ');
  return {
    problem: `There is no component \`<${name}>\`.`,
    cure: `Type \`<${near}>\`, or another of: ${list}.`,
  };
}

function check(tag: Tag, file: URL | undefined): void {
  const fault = tagFault(tag);
  if (fault) throw authorError(file, fault.problem, fault.cure);
}

/** `{1, 2}` in a text is a program to MDX, which would put the 2 into the page and nothing else. */
function expression(value: string, file: URL | undefined): void {
  if (/^\s*(\/\*[\s\S]*?\*\/\s*)*$/.test(value)) return;
  const shown = `{${value.trim()}}`;
  const cure = `If it is code, put it into backticks: \`\` ${shown} \`\`. A brace in a sentence is written \`\\{\`.`;
  throw authorError(file, `The text \`${shown}\` would be run as a program.`, cure);
}

/** Stops the build at a tag that does not exist or belongs elsewhere, and at an import, which no page needs. */
export const tags = defineMdastPlugin({
  name: 'author-tags',
  mdxJsxFlowElement: (node, context) => check(node, context.fileURL),
  mdxJsxTextElement: (node, context) => check(node, context.fileURL),
  image(node, context) {
    if (node.alt?.trim()) return;
    const cure = `Write what it shows: \`![three waits end together](${node.url})\`.`;
    throw authorError(context.fileURL, `The picture \`${node.url}\` has no text.`, cure);
  },
  mdxTextExpression: (node, context) => expression(node.value, context.fileURL),
  mdxFlowExpression: (node, context) => expression(node.value, context.fileURL),
  mdxjsEsm(_node, context) {
    const cure = 'Delete the line: every component is at hand by its name.';
    throw authorError(context.fileURL, 'A page holds an `import` or `export`.', cure);
  },
});
