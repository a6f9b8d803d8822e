import type { Figure, Part } from './part.ts';

/** What the list of a figure says: slugs of key steps and the steps that they name. */
export function keyStepsOf(root: Element): ReadonlyMap<string, number> {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('.key-steps [data-step]')];
  return new Map(
    links.map(({ hash, dataset }) => [hash.split('--').at(-1) ?? '', Number(dataset['step'])]),
  );
}

/** Marks the reader's step among the key steps. */
export function keyStepsPart({ root }: Figure): Part {
  const links = [...root.querySelectorAll('.key-steps [data-step]')];
  return {
    show(step) {
      for (const link of links) {
        const item = link.closest('li');
        if (link.getAttribute('data-step') === String(step))
          item?.setAttribute('aria-current', 'step');
        else item?.removeAttribute('aria-current');
      }
    },
  };
}
