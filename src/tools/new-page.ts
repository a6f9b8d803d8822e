/** `npm run new:page NAME`: writes a page from a template and says what to do next. */
import { newPage } from '#tools/page-template.ts';

try {
  console.log(await newPage(process.argv.slice(2), new Date()));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
