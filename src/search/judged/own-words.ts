import { find } from '../find.ts';
import type { OpenIndex } from '../open.ts';

/**
 * A sentence for each message and each symptom that is typed as it is printed and does not come first.
 */
export function notFirst(index: OpenIndex): readonly string[] {
  const own = index.entries.filter(({ kind }) => kind === 'error' || kind === 'symptom');
  return own.flatMap(({ title, address }) => {
    const [first] = find(index, title).answers;
    const came = index.entries[first?.entries[0] ?? -1]?.address ?? 'nothing';
    return came === address ? [] : [`“${title}” is ${address}, and ${came} came first.`];
  });
}
