import type { Figure, Part } from './part.ts';

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
