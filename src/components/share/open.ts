// THIS FILE SHIPS TO THE BROWSER, on every page: all else comes with the first press.

/** A file of its own that src/outputs makes: Vite's way of loading a part later weighs more than all of this. */
async function loadMenu(): Promise<typeof import('./menu.ts')> {
  if (import.meta.env.DEV) return import('./menu.ts');
  const file = `${import.meta.env.BASE_URL}share.js`;
  return import(/* @vite-ignore */ file);
}

/** A link to a heading or figure, pressed without a key that means another tab, copies itself and opens its menu. */
export function listenForShares(): void {
  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = target.closest<HTMLAnchorElement>('.anchor, .replay-link, .drawn-link');
    if (!link) return;
    event.preventDefault();
    // Where the menu cannot be had, the link does what links do.
    loadMenu().then(
      ({ share }) => share(link),
      () => location.assign(link.href),
    );
  });
}
