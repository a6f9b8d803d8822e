/** The moment in the address bar. */

/** Browsers stop a page that changes its address too often: Safari after 100 times in 30 seconds. */
const PAUSE = 400;
let last = -PAUSE;
let later: ReturnType<typeof setTimeout> | undefined;

/** Names a moment at once; while one follows on another, the last of them when they rest. */
export function tellAddress(hash: string): void {
  clearTimeout(later);
  const before = location.href;
  const tell = () => {
    // Meanwhile the reader may have followed a link.
    if (location.href !== before) return;
    last = performance.now();
    history.replaceState(history.state, '', hash);
  };
  const wait = last + PAUSE - performance.now();
  if (wait > 0) later = setTimeout(tell, wait);
  else tell();
}

/** The moment of a figure that is asked for. Two hyphens may also stand in the figure's own id. */
export function momentIn(hash: string, figure: string): string | undefined {
  const [, id, moment] = /^#(.+)--(.+)$/.exec(hash) ?? [];
  return id === figure ? moment : undefined;
}
