// THIS FILE SHIPS TO THE BROWSER.

/** The text of a code block; of a console, only what was typed, without its prompts. */
function textOf(block: HTMLElement): string {
  const lines = [...block.querySelectorAll<HTMLElement>('.line, .stays')];
  const typed = lines.filter((line) => line.querySelector('.tk-prompt'));
  const wanted = typed.length > 0 ? typed : lines;
  return wanted
    .map((line) =>
      line.textContent.slice(line.querySelector('.tk-prompt')?.textContent.length ?? 0),
    )
    .join('\n')
    .replaceAll('\u200b', '');
}

/** Gives every code block a button that copies it, and every cure one that copies the program that works. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('figure.code, .cure')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      const done = await navigator.clipboard?.writeText(textOf(block)).then(
        () => true,
        () => false,
      );
      button.textContent = done ? 'Copied' : 'Not allowed';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
    block.append(button);
  }
}
