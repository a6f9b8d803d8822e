// THIS FILE SHIPS TO THE BROWSER, inside every embed: one file that loads nothing and keeps nothing.
import '../replay/element.ts';
import '../compare/element.ts';

const root = document.documentElement;
root.dataset['script'] = '';

function paint(theme: unknown): void {
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
}
paint(new URLSearchParams(location.search).get('theme'));

/** A page about one moment stands at it. */
const parked = root.dataset['parked'];
if (parked !== undefined && location.hash === '') {
  const ring = document.querySelector<HTMLInputElement>('compare-figure input');
  if (ring) {
    ring.value = parked;
    ring.dispatchEvent(new Event('input'));
  } else void document.querySelector('replay-figure')?.visit(Number(parked));
}

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
