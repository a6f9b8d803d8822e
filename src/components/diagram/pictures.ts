import { AstroError } from 'astro/errors';
import { nearest } from '#links/nearest.ts';
import { readDrawing, type Drawing } from '#sequence/drawing.ts';

/** What was drawn ahead: diagrams of concepts, and conversations of recorded runs. */

const diagrams = import.meta.glob<string>('/content/diagrams/*.{svg,mmd}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sequences = import.meta.glob<string>('/content/examples/*/sequence.*.{svg,mmd}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Picture {
  /** Also the id of its figure. */
  readonly id: string;
  readonly svg: string;
  readonly mermaid: string;
}

/** "loop-turn", "three-sleepers-sequence-overlap". */
function idOf(path: string): string {
  const [, example, name] = /examples\/([^/]+)\/sequence\.([^.]+)\./.exec(path) ?? [];
  if (example !== undefined && name !== undefined) return `${example}-sequence-${name}`;
  return /([^/]+)\.\w+$/.exec(path)?.[1] ?? '';
}

const all = new Map<string, Picture>(
  Object.entries({ ...diagrams, ...sequences })
    .filter(([path]) => path.endsWith('.svg'))
    .map(([path, svg]) => {
      const source = path.replace(/svg$/, 'mmd');
      const id = idOf(path);
      return [id, { id, svg, mermaid: diagrams[source] ?? sequences[source] ?? '' }];
    }),
);

export const pictures: readonly Picture[] = [...all.values()];

export const diagramNames: readonly string[] = Object.keys(diagrams)
  .filter((path) => path.endsWith('.svg'))
  .map(idOf);

/** A picture for the page that asks for it; one that is not there stops the build with the cure. */
export function pictureOf(id: string, page: string): Picture & { readonly drawing: Drawing } {
  const picture = all.get(id);
  if (!picture) {
    const near = nearest(id, [...all.keys()], 3).join(', ');
    throw new AstroError(
      `The page ${page} asks for the diagram \`${id}\`, which does not exist or is not drawn.`,
      `Is it one of ${near}? Or write content/diagrams/${id}.mmd and type \`npm run draw ${id}\`.`,
    );
  }
  return { ...picture, drawing: readDrawing(picture.svg) };
}
