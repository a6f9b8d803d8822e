/** The id to suggest for a heading: its first five words, small, joined by hyphens. */
export function suggestedId(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g);
  return (words ?? ['section']).slice(0, 5).join('-');
}
