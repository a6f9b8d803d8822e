// THIS FILE SHIPS TO THE BROWSER.

/** The list of chapters is longer than most windows: it begins with the page that the reader is on in sight. */
export function showCurrentPage(): void {
  const list = document.getElementById('chapters');
  const current = list?.querySelector<HTMLElement>('[aria-current]');
  if (!list || !current) return;
  const show = (): void => {
    if (current.offsetTop > list.clientHeight * 0.8)
      list.scrollTop = current.offsetTop - list.clientHeight / 2;
  };
  show();
  // Where it opens over the page.
  list.addEventListener('toggle', show);
}
