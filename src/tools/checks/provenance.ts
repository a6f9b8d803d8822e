import type { Outcome } from '#tools/checks/check.ts';
import { readBuiltSite, type BuiltPage, type Fault } from '#tools/checks/built-site.ts';
import { partsOf } from '#links/content-file.ts';
import { nearest } from '#links/nearest.ts';
import type { Answer } from '#links/provenance.ts';
import { readProvenance } from '#markdown/content-files.ts';

/** Holds the addresses of content/provenance.yaml to a built site. */
export async function checkProvenance(folder: string): Promise<Outcome> {
  const answers = readProvenance();
  const { pages } = await readBuiltSite(folder);
  const faults = missingAnswers(answers, pages);
  return {
    passed: answers.size - faults.length,
    failed: faults.length,
    details: faults
      .map(({ where, what }) => `content/provenance.yaml: ${where}: ${what}`)
      .join('\n'),
  };
}

/** Every statement whose answer is not where it is said to be. */
export function missingAnswers(
  answers: ReadonlyMap<string, Answer>,
  pages: readonly Pick<BuiltPage, 'file' | 'ids'>[],
): readonly Fault[] {
  const built = new Map(pages.map((page) => [page.file.replace(/\/?index\.html$/, ''), page]));
  return [...answers].flatMap(([item, answer]) => {
    if (typeof answer !== 'string') return [];
    const { slug, section } = partsOf(answer);
    const page = built.get(slug);
    if (!page) {
      const near = nearest(slug, [...built.keys()].filter(Boolean));
      const what = `${answer} is no page of the site. The nearest are ${near.join(', ')}.`;
      return [{ where: item, what }];
    }
    if (section === undefined || page.ids.has(section)) return [];
    const near = nearest(section, [...page.ids]).map((id) => `#${id}`);
    return [
      { where: item, what: `/${slug}/ has no #${section}. The nearest are ${near.join(', ')}.` },
    ];
  });
}
