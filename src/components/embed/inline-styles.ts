/** In an embed all styles lie in the page itself. Stands in for ../replay/moving-styles.ts. */
export function movingStyles(): Promise<void> {
  return Promise.resolve();
}
