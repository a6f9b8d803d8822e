import { partOf, type Figure, type Part } from './part.ts';

/** Says what happens at the reader's step and why others wait. Silent for screen readers while it plays. */
export function sentencePart({ root, words }: Figure): Part {
  const sentence = partOf(root, '.sentence');
  return {
    show(step) {
      sentence.innerHTML = words.sentences[step] ?? '';
    },
    playing(isPlaying) {
      sentence.setAttribute('aria-live', isPlaying ? 'off' : 'polite');
    },
  };
}

export const notes = {
  gone: 'The moment in this address is gone from the recording. The figure is at rest.',
  notHere: 'The moment is not in this run.',
  notLoaded: 'The recording could not be loaded, so the figure stays as it is.',
};

/** Says what could not be done, before the sentence that stands there. */
export function noteIn(root: Element, words: string): void {
  const sentence = partOf(root, '.sentence');
  sentence.querySelector('.notice')?.remove();
  const notice = document.createElement('strong');
  notice.className = 'notice';
  notice.textContent = `${words} `;
  sentence.prepend(notice);
}
