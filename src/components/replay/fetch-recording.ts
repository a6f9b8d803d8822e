import type { Recording } from './data.ts';

/** A figure's recording from where the site serves it. An embed, which fetches nothing, has another file in place of this one. */
export async function fetchRecording(source: string): Promise<Recording> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}.`);
  return (await response.json()) as Recording;
}
