// THIS FILE SHIPS TO THE BROWSER, on every page: what search needs is fetched when it is opened.

/**
 * Search opens over the page at Ctrl+K, Cmd+K and `/`, and at a press on the header's field or
 * link. The search page has its own field.
 */
export function listenForSearch(): void {
  startSearchPage();
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isCommand = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey;
    if (!isCommand && !(isSlash && !isTyping(target))) return;
    event.preventDefault();
    void open();
  });
  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    if (!target.closest('.site-header :is(.search-field, .to-search)')) return;
    event.preventDefault();
    void open();
  });
}

// The only import of its kind: with a second one, Vite's helper for them would be a request on every page.
const opened = () => import('../search-list/opened.ts');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

const formIn = (place: string) =>
  document.querySelector<HTMLFormElement>(`${place} form.search-field`);

async function open(): Promise<void> {
  const here = formIn('.search-page')?.querySelector('input');
  if (here) return here.select();
  const form = formIn('.site-header');
  if (!form) return;
  try {
    const { openDialog } = await opened();
    await openDialog(form.action, form.querySelector('input')?.value ?? '');
  } catch {
    const link = document.createElement('a');
    link.href = new URL('../topics/', form.action).href;
    link.textContent = 'Search cannot be reached. Topics from A to Z';
    link.className = 'search-unreachable';
    form.replaceWith(link);
    link.focus();
  }
}

/** The search page answers when it is asked by its address, or in its field. */
function startSearchPage(): void {
  const form = formIn('.search-page');
  const field = form?.querySelector('input');
  const place = document.querySelector<HTMLElement>('.search-place');
  if (!form || !field || !place) return;
  const start = async (): Promise<void> => {
    field.removeEventListener('focus', start);
    try {
      (await opened()).startPage(form, place);
    } catch {
      // Without it the page is what it is without scripts.
      delete document.documentElement.dataset['asked'];
      place.textContent = 'Search cannot be reached. All topics are below.';
    }
  };
  const asked = new URLSearchParams(location.search).getAll('q').find((q) => q.trim() !== '');
  // A browser that comes back puts in what stood there last; the address says more.
  field.value = asked ?? '';
  if (asked === undefined) field.addEventListener('focus', start);
  else void start();
}
