// THIS FILE SHIPS TO THE BROWSER.

const root = document.documentElement;

/** The choice between light, dark and the system's scheme; every switch on the page shows the same. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = root.dataset.theme ?? 'auto';
    select.addEventListener('change', () => choose(select.value));
  }
}

function choose(theme: string): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const select of document.querySelectorAll<HTMLSelectElement>('theme-switch select')) {
    select.value = theme;
  }
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

customElements.define('theme-switch', ThemeSwitch);
