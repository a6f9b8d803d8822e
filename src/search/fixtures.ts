import type { Entry } from './made/entry.ts';
import { pack } from './made/pack.ts';
import { openIndex, type OpenIndex } from './open.ts';
import type { StoredIndex } from './stored.ts';

/** A small site, for tests of this room. */
export function smallIndex(
  entries: readonly Entry[] = smallSite,
  meanings: Pick<StoredIndex, 'synonyms' | 'elsewhere'> = { synonyms: [], elsewhere: [] },
): OpenIndex {
  const slugs = [...new Set(entries.map(({ page }) => page))];
  const course = slugs.map((slug) => ({ slug, name: `The ${slug} page`, chapter: 'A chapter' }));
  const { index } = pack(entries, course, { ...meanings, doors: [['/topics/', 'Topics']] });
  return openIndex(index);
}

const page = (
  page: string,
  title: string,
  texts: readonly string[],
  asked: readonly string[] = [],
): Entry => {
  return { kind: 'page', page, address: `/${page}/`, title, texts, asked };
};
const section = (page: string, id: string, title: string, texts: readonly string[]): Entry => {
  return { kind: 'section', page, address: `/${page}/#${id}`, above: `/${page}/`, title, texts };
};

export const smallSite: readonly Entry[] = [
  page(
    'limits',
    'Limits and backpressure',
    ['Too many calls at once.'],
    ['How do I limit downloads?'],
  ),
  section('limits', 'semaphore', 'A semaphore has places', [
    'A Semaphore(2) lets two in. A BoundedSemaphore counts what comes back.',
  ]),
  section('limits', 'queue', 'A queue of a size', ['put waits while the queue is full.']),
  page('cancel', 'Cancellation, turn by turn', ['cancel() asks, and the task answers.']),
  section('cancel', 'finally', 'The way out leads through finally', [
    'CancelledError is raised where the task waits; finally runs on the way out.',
  ]),
  page('pools', 'Pools of threads', ['Blocking calls may leave the loop’s thread.']),
  section('pools', 'to-thread', 'A call in another thread', [
    'await asyncio.to_thread(query) or loop.run_in_executor(None, query).',
  ]),
  {
    kind: 'term',
    page: 'pools',
    address: '/topics/#executor',
    title: 'executor',
    texts: ['Makes calls in threads or processes.'],
  },
  {
    kind: 'example',
    page: 'cancel',
    address: '/examples/cancel-in-finally/',
    title: 'Cancelled twice',
    texts: ['The clean-up is lost.'],
    moments: [
      {
        address: '/cancel/#cancel-in-finally--struck-again',
        says: 'CancelledError strikes inside finally.',
      },
    ],
  },
];
