/** `npm run build`: builds the site into dist/, for the address that SITE and BASE name. */
import { buildSite } from '#tools/site-build.ts';
import { siteOf } from '#links/base.ts';
import { baseOf } from '#tools/base.ts';

const started = performance.now();

try {
  const site = siteOf(process.env['SITE']);
  // The longest wait that a newcomer meets; what is silent for minutes looks broken.
  console.log('Building every page, example and picture into dist/: a minute or a few.');
  const warnings = await buildSite('dist', { site, base: process.env['BASE'] });
  if (warnings !== '') console.log(warnings);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built dist/ for ${site ?? ''}${await baseOf('dist')} in ${seconds} s.`);
  if (!site) {
    console.log(
      'Left out, as they need the address of the site: sitemap.xml, canonical links, pictures of ' +
        'previews, structured data and oEmbed. To have them: ' +
        'SITE=https://docs.example.com npm run build',
    );
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
