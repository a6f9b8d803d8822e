import { AstroError } from 'astro/errors';
import { gridSchema, type Grid } from '#model/grid.ts';

/** The grids of the examples: many runs of one program, of which only the totals are kept. */

const FOLDER = '/content/examples/';
const stored = import.meta.glob<unknown>('/content/examples/*/totals.json', { import: 'default' });

const names = Object.keys(stored).map((path) => path.slice(FOLDER.length, -'/totals.json'.length));

/** The grid of an example; nothing when it has none. */
export async function findGrid(name: string): Promise<Grid | undefined> {
  const load = stored[`${FOLDER}${name}/totals.json`];
  return load && gridSchema.parse(await load());
}

/** The grid of an example; one that is not there stops the build with the cure. */
export async function loadGrid(name: string, page: string): Promise<Grid> {
  const grid = await findGrid(name);
  if (!grid)
    throw new AstroError(
      `The page ${page} asks for the grid of \`${name}\`, which does not exist or is not recorded.`,
      `Use one of: ${names.join(', ')}. Or write \`grid:\` into content/examples/${name}/example.yaml and run \`npm run record ${name}\`.`,
    );
  return grid;
}
