import { momentOf, stepAt } from '#model/words/moments.ts';
import { momentAt } from '../moment.ts';
import { partOf, type Figure } from '../parts/part.ts';

/** A drawing is what the build made of one combination of switches: the figure of that combination's page. */

/** Fetches a combination's page and takes the figure from it. */
export async function fetchDrawing(page: string): Promise<Element> {
  const response = await fetch(page);
  if (!response.ok) throw new Error(`${page} answered ${response.status}.`);
  const { body } = new DOMParser().parseFromString(await response.text(), 'text/html');
  return partOf(body, 'replay-figure');
}

/**
 * Puts a drawing into a figure. Its switches stay, so that whoever is on one of them stays there.
 * `address` is the page that the drawing's moments are addressed on, empty for this one.
 */
export function takeDrawing(figure: HTMLElement, drawing: Element, address: string): void {
  for (const element of drawing.querySelectorAll('[id], [fill^="url"], [href^="#"]')) {
    for (const name of ['id', 'fill']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(`${drawing.id}-`, `${figure.id}-`));
    }
    const to = element.getAttribute('href');
    if (to) element.setAttribute('href', address + to);
  }
  const swap = (selector: string, put: (old: HTMLElement, fresh: HTMLElement) => void) =>
    put(partOf(figure, selector), partOf(drawing, selector));
  swap('figcaption', (old, fresh) => (old.innerHTML = fresh.innerHTML));
  swap('.replay-link', (old, fresh) => old.setAttribute('href', fresh.getAttribute('href') ?? ''));
  swap('figure', (old, fresh) => (old.className = fresh.className));
  swap('script[type="application/json"]', (old, fresh) => old.replaceWith(fresh));
  swap('.speed', (old, fresh) => {
    if (old instanceof HTMLSelectElement)
      for (const option of fresh.querySelectorAll('option'))
        option.toggleAttribute('selected', option.value === old.value);
  });
  swap('.switches', (old, fresh) => {
    const positions = fresh.querySelectorAll('input');
    old.querySelectorAll('input').forEach((input, i) => {
      input.value = positions[i]?.value ?? '';
      input.checked = positions[i]?.defaultChecked ?? false;
    });
    while (old.nextSibling) old.nextSibling.remove();
    while (fresh.nextSibling) old.parentNode?.append(fresh.nextSibling);
  });
}

/** The same moment in another run of the program: the same key step, or the same lane doing the same. */
export function sameMoment(before: Figure, step: number, after: Figure): number | undefined {
  const like = stepAt(after.schedule, momentOf(before.schedule, step));
  return after.keySteps.get(momentAt(before, step)) ?? like;
}
