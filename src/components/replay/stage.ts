/** Only one figure plays at a time, and only while it can be seen. */

let pauseOther: (() => void) | undefined;

/** A figure begins to play: `pause` is called when it has to stop. Returns what is to be called when it has. */
export function takeStage(figure: Element, pause: () => void): () => void {
  pauseOther?.();
  pauseOther = pause;
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', () => document.hidden && pause(), { signal });
  const view = new IntersectionObserver(([entry]) => entry && !entry.isIntersecting && pause());
  view.observe(figure);
  return () => {
    listening.abort();
    view.disconnect();
    if (pauseOther === pause) pauseOther = undefined;
  };
}

/** The reader asked the system for less motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
