import { AuthorError, exampleNames, readExample } from '#tools/examples.ts';
import { drawAll } from '#tools/draw.ts';
import { permalinks } from '#tools/permalinks.ts';
import { recordExamples } from '#tools/record.ts';
import { tableOf } from '#tools/recordings.ts';
import { verifyExamples } from '#tools/verify.ts';

/** `npm run refresh [name…]`: does all that follows from an edited example, in order, and says what changed. */

async function main(names: readonly string[]): Promise<number> {
  console.log('1. Recording');
  const { recordings, changed, faults } = await recordExamples(names);
  console.log(tableOf(recordings));
  for (const fault of faults) console.error(`\n${fault}`);
  if (faults.length > 0) return 1;

  console.log('\n2. Comparing with real runs');
  const verified = await verifyExamples(names);
  for (const miss of verified.misses) console.error(miss);

  console.log('\n3. Drawing its sequences');
  const asked = names.length > 0 ? names : exampleNames();
  const told = asked.filter((name) => Object.keys(readExample(name).example.sequences).length > 0);
  const drawn = told.length > 0 ? await drawAll(told) : { changed: [], faults: [] };
  for (const fault of drawn.faults) console.error(fault);

  console.log('\n4. Listing new addresses');
  const allLead = await permalinks(true);

  const files = [...changed, ...verified.changed, ...drawn.changed];
  console.log(
    files.length > 0
      ? `\nChanged:\n${files.map((file) => `  ${file}`).join('\n')}`
      : '\nNothing changed.',
  );
  return verified.misses.length + drawn.faults.length > 0 || !allLead ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
