/**
 * Drawings keep step with the replay of the same run on their page, and can be taken along. They are
 * written by the build and stay where they are, so one listener serves all. Without scripts their
 * links lead to the same.
 */

export {};

addEventListener('replay-step', ({ target, detail }) => {
  if (!(target instanceof Element)) return;
  for (const drawing of document.querySelectorAll(`[data-replay="${target.id}"]`))
    mark(drawing, detail);
});

addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
  const link = target.closest<HTMLAnchorElement>('drawn-figure [data-copy]');
  const said = target.closest('drawn-figure [data-steps]');
  const id = said?.closest<HTMLElement>('drawn-figure')?.dataset['replay'];
  const replay = document.querySelector<HTMLElementTagNameMap['replay-figure']>(
    `replay-figure[id="${id}"]`,
  );
  if (link && navigator.clipboard) void copy(link);
  else if (said && replay?.visit) void replay.visit(stepsOf(said)[0] ?? 0);
  else return;
  event.preventDefault();
});

/** Marks what stands for a step, in picture and words: the last that was said up to then. */
function mark(drawing: Element, step = -1) {
  const picture = [...drawing.querySelectorAll('svg [data-steps]')];
  const words = drawing.querySelectorAll('li[data-steps]');
  let [last, present] = [-1, -1];
  picture.forEach((said, i) => {
    for (const n of stepsOf(said)) if (n <= step && n >= last) [last, present] = [n, i];
  });
  [...picture, ...words].forEach((said, i) => {
    if (i % picture.length === present) said.setAttribute('aria-current', 'step');
    else said.removeAttribute('aria-current');
  });
}

function stepsOf(said: Element): number[] {
  return (said.getAttribute('data-steps') ?? '').split(' ').map(Number);
}

/** The file that a link leads to, or its address, into the clipboard; its words say whether that went well. */
async function copy(link: HTMLAnchorElement) {
  const { textContent, href, dataset } = link;
  const text = async () =>
    new Blob([dataset['copy'] === 'link' ? href : await (await fetch(href)).text()], {
      type: 'text/plain',
    });
  // Handed over as a promise: Safari takes nothing that comes after a wait.
  link.textContent = await navigator.clipboard
    .write([new ClipboardItem({ 'text/plain': text() })])
    .then(
      () => 'Copied',
      () => 'Not allowed',
    );
  setTimeout(() => (link.textContent = textContent), 2000);
}

declare global {
  interface WindowEventMap {
    'replay-step': CustomEvent<number | undefined>;
  }
}
