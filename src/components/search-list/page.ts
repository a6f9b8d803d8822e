// THIS FILE SHIPS TO THE BROWSER, on the search page.
import { shortQuestion } from '#search/clean.ts';
import { SearchList } from './list.ts';
import { Sources } from './sources.ts';

/** Makes the search page answer as one types. What is asked stays in the address. */
export function startPage(form: HTMLFormElement, place: HTMLElement): void {
  const field = form.querySelector('input');
  if (!field) return;
  const list = new SearchList(field, new Sources(form.action), () => []);
  place.replaceWith(list.element);
  const follow = (): void => {
    const question = field.value.trim();
    const address = new URL(form.action);
    if (question !== '') address.searchParams.set('q', shortQuestion(question));
    history.replaceState(history.state, '', address);
    document.documentElement.toggleAttribute('data-asked', question !== '');
    document.title = question === '' ? plainTitle : `${question.slice(0, 60)} · ${plainTitle}`;
  };
  field.addEventListener('input', follow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.draw();
  });
  void list.open();
}

const plainTitle = document.title;
