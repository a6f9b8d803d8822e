// THIS FILE SHIPS TO THE BROWSER, on every page: what reckons comes with the first number that is typed.

/** A file of its own that src/outputs makes, as the menu of links is. */
async function loadAnswers(): Promise<typeof import('./answer.ts')> {
  if (import.meta.env.DEV) return import('./answer.ts');
  const file = `${import.meta.env.BASE_URL}capacity.js`;
  return import(/* @vite-ignore */ file);
}

/** Fields for a load of the reader's own are answered while they are typed. */
export function listenForLoads(): void {
  document.addEventListener('input', ({ target }) => {
    const fields = target instanceof Element && target.closest('.capacity-own');
    if (!fields) return;
    loadAnswers().then(
      ({ answer }) => answer(fields),
      () => fields.replaceChildren('This cannot be reckoned now: a file cannot be reached.'),
    );
  });
}
