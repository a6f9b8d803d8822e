/**
 * One run of Astro's build, in a process of its own: Astro keeps the configuration, and with it
 * SITE and BASE, for as long as its process lives. `site-build.ts` starts it and reads what it
 * sends. The only argument is the folder to build into.
 */
import { build } from 'astro';

export interface BuildProblem {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly stack?: string | undefined;
}

const outDir = process.argv[2];
if (outDir === undefined || process.send === undefined) {
  throw new Error('This file is started by src/tools/site-build.ts. Type: npm run build');
}

let problem: BuildProblem | undefined;
try {
  await build({ outDir, logLevel: 'warn' });
} catch (thrown) {
  problem = describe(thrown);
}
process.send({ problem }, () => process.exit(problem === undefined ? 0 : 1));

/** Astro, Vite and MDX each put the place of a fault into fields of their own. */
function describe(thrown: unknown): BuildProblem {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const fields = thrown as Error & {
    hint?: string;
    id?: string;
    loc?: { file?: string; line?: number };
  };
  return {
    message: thrown.message,
    hint: fields.hint,
    file: fields.loc?.file ?? fields.id,
    line: fields.loc?.line,
    stack: thrown.stack,
  };
}
