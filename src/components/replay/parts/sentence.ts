import { markupToHtml } from '#model/words/markup.ts';
import { sentenceAt } from '#model/words/sentences.ts';
import { partOf, type Figure, type Part } from './part.ts';

/** Says what happens at the reader's step and why others wait. Silent for screen readers while it plays. */
export function sentencePart({ root, schedule }: Figure): Part {
  const sentence = partOf(root, '.sentence');
  const atRest = sentence.innerHTML;
  const program = [...root.querySelectorAll('.program li code')].map(
    (line) => line.textContent ?? '',
  );
  return {
    show(step) {
      sentence.innerHTML =
        step === undefined ? atRest : markupToHtml(sentenceAt(schedule, step, program));
    },
    playing(isPlaying) {
      sentence.setAttribute('aria-live', isPlaying ? 'off' : 'polite');
    },
  };
}
