/**
 * Drawings keep step with the replay of the same run on their page, and can be taken along. They are
 * written by the build and stay where they are, so one listener serves all. Without scripts their
 * links lead to the same.
 */

export {};

type Said = HTMLElement | SVGElement;

addEventListener('replay-step', ({ target, detail }) => {
  if (!(target instanceof Element)) return;
  for (const drawing of document.querySelectorAll(`[data-replay="${target.id}"]`))
    mark(drawing, detail);
});

addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey) return;
  const link = target.closest<HTMLAnchorElement>('[data-copy]');
  const said = target.closest<Said>('[data-steps]');
  const { replay = '' } = said?.closest<HTMLElement>('drawn-figure')?.dataset ?? {};
  const figure = document.querySelector<HTMLElementTagNameMap['replay-figure']>(
    `replay-figure[id="${replay}"]`,
  );
  if (link && navigator.clipboard) void copy(link);
  else if (said && figure) void figure.visit(parseInt(said.dataset['steps'] ?? ''));
  else return;
  event.preventDefault();
});

addEventListener('keydown', (event) => {
  const { target, key } = event;
  const way = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (way === 0 || !(target instanceof SVGElement)) return;
  const all = [...(target.ownerSVGElement?.querySelectorAll<SVGElement>('a') ?? [])];
  all[all.indexOf(target) + way]?.focus();
  event.preventDefault();
});

/** Marks what stands for a step, in picture and words: the last that was said up to then. */
function mark(drawing: Element, step = -1) {
  const all = [...drawing.querySelectorAll<Said>('[data-steps]')];
  const past = all.flatMap(stepsOf).filter((n) => n <= step);
  const last = Math.max(-1, ...past);
  for (const said of all) said.ariaCurrent = stepsOf(said).includes(last) ? 'step' : null;
}

function stepsOf({ dataset }: Said): number[] {
  return (dataset['steps'] ?? '').split(' ').map(Number);
}

/** The file that a link leads to, or its address, into the clipboard; its words say whether that went well. */
async function copy(link: HTMLAnchorElement) {
  const { textContent, href, dataset } = link;
  const type = 'text/plain';
  const text = async () =>
    new Blob([dataset['copy'] ? href : await (await fetch(href)).text()], { type });
  // Handed over as a promise: Safari takes nothing that comes after a wait.
  link.textContent = await navigator.clipboard.write([new ClipboardItem({ [type]: text() })]).then(
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
