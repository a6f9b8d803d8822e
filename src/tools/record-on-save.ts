import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { EXAMPLES } from '#tools/examples.ts';
import { recordExamples } from '#tools/record.ts';
import { tableOf } from '#tools/recordings.ts';

const root = fileURLToPath(EXAMPLES);

/** The example that a file belongs to, if saving it calls for a new recording. */
export function exampleOf(file: string, examples: string = root): string | undefined {
  const folder = dirname(file);
  const isSource = ['example.py', 'example.yaml'].includes(basename(file));
  return isSource && dirname(folder) === examples.replace(/\/$/, '') ? basename(folder) : undefined;
}

/** While the site is developed, an example that is saved is recorded again, and pages show it. */
export function recordOnSave(): AstroIntegration {
  // One after the other: each save is recorded as it stands when its turn comes.
  let last: Promise<void> = Promise.resolve();
  return {
    name: 'record',
    hooks: {
      'astro:server:setup': ({ server: { watcher }, logger }) => {
        const saved = (file: string) => {
          const name = exampleOf(file);
          if (name === undefined) return;
          last = last.then(async () => {
            const { recordings, faults } = await recordExamples([name]);
            for (const fault of faults) logger.error(fault);
            if (faults.length === 0) logger.info(`\n${tableOf(recordings)}`);
          });
        };
        watcher.add(root);
        watcher.on('add', saved).on('change', saved);
      },
    },
  };
}
