// THIS FILE SHIPS TO THE BROWSER, when search is opened.
import styles from './search-list.css?url';
import { shortQuestion } from '#search/clean.ts';
import { SearchList } from './list.ts';
import { element } from './make-element.ts';
import { Sources } from './sources.ts';

/** Asked by the buttons of the dialog before anything is typed: a name, an error, a symptom. */
const tries = ['create_task', 'CancelledError in finally', 'one call freezes everything'];

let dialog: HTMLDialogElement | undefined;
let field: HTMLInputElement | undefined;
let list: SearchList | undefined;

/** Opens search over the page; `home` is the address of the search page. */
export async function openDialog(home: string, typed: string): Promise<void> {
  if (!dialog) await addStyles();
  if (!dialog) build(home);
  if (!dialog || !field || !list || dialog.open) return;
  if (typed !== '') field.value = typed;
  dialog.showModal();
  field.select();
  void list.open();
}

/** They come with the dialog; a dialog without them must not be seen. */
function addStyles(): Promise<void> {
  return new Promise((done, fail) => {
    const link = element('link', { rel: 'stylesheet', href: styles });
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => fail(new Error(`${styles} could not be loaded.`)));
    document.head.append(link);
  });
}

function build(home: string): void {
  const input = element('input', {
    type: 'search',
    name: 'q',
    id: 'search-dialog-field',
    placeholder: 'Search topics, errors, APIs',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  });
  const close = element('button', { type: 'button', class: 'search-close' }, 'Close');
  const form = element(
    'form',
    { action: home, role: 'search', class: 'search-ask' },
    element('label', { class: 'unseen', for: input.id }, 'Search topics, errors, APIs'),
    input,
    close,
  );
  const found = new SearchList(input, new Sources(home), drawIdle);
  const all = element('a', { href: home }, 'Search page');
  const keys = element(
    'p',
    { class: 'search-keys' },
    element('span', {}, element('kbd', {}, '↑'), ' ', element('kbd', {}, '↓'), ' move'),
    element('span', {}, element('kbd', {}, 'Enter'), ' open'),
    element('span', {}, element('kbd', {}, 'Esc'), ' close'),
    all,
  );
  const made = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    form,
    found.element,
    keys,
  );

  const shut = (): void => {
    made.close();
    // Where nothing had the focus before, it stays in the hidden field until the next frame.
    input.blur();
  };

  close.addEventListener('click', () => shut());
  // In a field with text, browsers take the key for clearing it.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    shut();
  });
  // A press beside the dialog closes it.
  made.addEventListener('click', (event) => {
    if (event.target === made) shut();
  });
  // Enter opens the best result; without one, the search page answers.
  form.addEventListener('submit', (event) => {
    if (!found.first) return;
    event.preventDefault();
    found.first.click();
  });
  // A result on this very page is gone to, not loaded.
  made.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) shut();
  });
  input.addEventListener('input', () => {
    const question = input.value.trim();
    all.href =
      question === '' ? home : `${home}?${new URLSearchParams({ q: shortQuestion(question) })}`;
    all.textContent = question === '' ? 'Search page' : 'A link to these results';
  });
  document.body.append(made);
  [dialog, field, list] = [made, input, found];
}

function drawIdle(ask: (question: string) => void): readonly Node[] {
  const buttons = tries.map((question) => {
    const button = element('button', { type: 'button', class: 'search-try' }, question);
    button.addEventListener('click', () => ask(question));
    return element('li', {}, button);
  });
  return [
    element(
      'p',
      { class: 'search-hint' },
      'A name, an error message as it is printed, or what you see. Try:',
    ),
    element('ul', { class: 'search-doors' }, ...buttons),
  ];
}
