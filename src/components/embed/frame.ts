// THIS FILE SHIPS TO THE BROWSER, inside every embed: one file that loads nothing and keeps nothing.

const root = document.documentElement;
root.dataset['script'] = '';

function paint(theme: unknown): void {
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
}
paint(new URLSearchParams(location.search).get('theme'));

/** Where a page about one moment stands; nothing when the address asks for another moment. */
export const parked = location.hash === '' ? root.dataset['parked'] : undefined;

// The host is told how high the figure is, in words of our own and in those of a macro for
// Confluence, which also tells its color mode.
const main = document.querySelector('main');
if (main && parent !== window) {
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    parent.postMessage({ interleaveHeight: height, confluenceFrameHeight: height }, '*');
  };
  new ResizeObserver(tell).observe(main);
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if ('confluenceColorMode' in data) paint(data.confluenceColorMode);
  });
}
