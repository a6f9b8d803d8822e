import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { nearest } from '#links/nearest.ts';
import type { PageMap } from '#links/page-map.ts';
import { readPageMap } from '#markdown/site-addresses.ts';

const usage = 'Type the address of a planned page: npm run new:page event-loop';

export interface PlannedFile {
  readonly file: string;
  readonly text: string;
}

/** The file of a new page and what to begin it with. Throws what to type when the name is wrong. */
export function planPage(words: readonly string[], map: PageMap, today: Date): PlannedFile {
  const [name, ...others] = words;
  if (name === undefined || others.length > 0) throw new Error(`One name is needed. ${usage}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      `"${name}" cannot be an address: it is for ever /${name}/. ` +
        'Use small letters, digits and single hyphens, such as event-loop.',
    );
  }
  if (map.doors.some(({ slug }) => slug === name)) {
    throw new Error(`/${name}/ is a page that the site makes itself, from src/pages/.`);
  }
  const chapter = map.chapters.find(({ pages }) => pages.some(({ slug }) => slug === name));
  const place = chapter?.pages.findIndex(({ slug }) => slug === name) ?? -1;
  const planned = chapter?.pages[place];
  if (chapter === undefined || planned === undefined) {
    const slugs = map.chapters.flatMap(({ pages }) => pages.map(({ slug }) => slug));
    const near = nearest(name, slugs).join(', ');
    throw new Error(
      `No page "${name}" is planned. The nearest are: ${near}. To plan it, add an entry to its ` +
        `chapter in content/chapters.yaml, of three lines:\n${PLANNED(name)}`,
    );
  }
  return {
    file: `content/pages/${chapter.slug}/${name}.mdx`,
    text: template(planned.title, place + 1, today),
  };
}

/** As it stands in content/chapters.yaml; quotes, because a title likes a colon. */
const PLANNED = (name: string): string =>
  [
    `      - slug: ${name}`,
    `        name: 'at most 25 letters'`,
    `        title: 'the claim or the question of the page'`,
  ].join('\n');

/** Empty where an author has to write: the build names each and says what it wants there. */
function template(title: string, order: number, today: Date): string {
  const matter = stringify({
    title,
    description: '',
    lede: '',
    order,
    keywords: [],
    asks: [],
    sources: [],
  });
  const updated = today.toISOString().slice(0, 10);
  return `---\n${matter}updated: ${updated}\n---\n\n## First heading {#first-heading}\n`;
}

/** Writes the page and answers what to do next. Never writes over a file. */
export async function newPage(words: readonly string[], today: Date): Promise<string> {
  const { file, text } = planPage(words, readPageMap(), today);
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new Error(`${file} is there already. Open it in an editor.`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
  return [
    `Wrote ${file}. Next:`,
    '  1. fill in its front matter; content/README.md says what each line is for',
    '  2. see it while you write:   npm run dev',
    '  3. before you hand it in:    npm run check',
  ].join('\n');
}
