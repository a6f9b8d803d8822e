// THIS FILE SHIPS TO THE BROWSER.

/** The key `/` goes to the search field, unless the reader is typing. */
export function listenForSlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
      return;
    const field = [...document.querySelectorAll<HTMLInputElement>('.search-field input')].find(
      (input) => input.checkVisibility(),
    );
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}
