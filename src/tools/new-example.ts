import { existsSync, mkdirSync } from 'node:fs';
import { slugSchema } from '#model/example.ts';
import { AuthorError, EXAMPLES } from '#tools/examples.ts';
import { writeAtomically } from '#tools/write.ts';

/** `npm run new:example NAME`: writes an example from a template and says what to do next. */

const PROGRAM = `import asyncio


async def work(number):
    await asyncio.sleep(1)
    print("work", number, "is done")


async def main():
    await asyncio.gather(work(0), work(1))


asyncio.run(main())
`;

const SETTINGS = `# What each key means: content/README.md, "An example, from nothing"
title: Two at once
claim: Two waits of one second take one second together
because: the longer wait, not the sum
rest: Make one wait two seconds, and the total is two seconds.
home: first-program
steps:
  - slug: both-wait
    when: { lane: work 1, kind: wait, line: 5 }
    says: Both tasks wait, and the loop has nobody to run.
opens: both-wait
`;

/** Writes the folder; the answer is what to do next. Throws an AuthorError for a name that cannot be. */
export function newExample(args: readonly string[], folder: URL = EXAMPLES): string {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0)
    throw new AuthorError('Give one name: `npm run new:example two-at-once`.');
  const slug = slugSchema.safeParse(name);
  if (!slug.success)
    throw new AuthorError(
      `The name "${name}" cannot be part of an address. ${slug.error.issues[0]?.message}`,
    );
  const url = new URL(`${name}/`, folder);
  if (existsSync(url)) throw new AuthorError(`content/examples/${name} is there already.`);
  mkdirSync(url, { recursive: true });
  writeAtomically(new URL('example.py', url), PROGRAM);
  writeAtomically(new URL('example.yaml', url), SETTINGS);
  return [
    `Wrote content/examples/${name}/example.py and example.yaml.`,
    'Next:',
    '  1. Write the program.',
    `  2. npm run record -- --file content/examples/${name}/example.py   lists its steps`,
    '  3. In example.yaml, say what it shows; `home` is its page.',
    `  4. Put the figure into a page: <Replay example="${name}" />`,
    `  5. npm run refresh ${name}   records it, compares it with real runs, lists its addresses`,
  ].join('\n');
}

if (import.meta.main) {
  try {
    console.log(newExample(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
