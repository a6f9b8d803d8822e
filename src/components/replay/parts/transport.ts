import { turnsOf } from '#model/turns.ts';
import { positionHtml } from '#model/words/position.ts';
import { trackOf, unitOf } from '#timeline/slider.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';
import { sayPlaying } from './play-button.ts';

/** Buttons, the slider over steps, and the words that say where the reader is. */
export function transportPart(figure: Figure): Part {
  const { root, schedule, words, last } = figure;
  const transport = partOf(root, '.transport');
  const playButton = partOf<HTMLButtonElement>(transport, '.play');
  const back = partOf<HTMLButtonElement>(transport, '.back');
  const forward = partOf<HTMLButtonElement>(transport, '.forward');
  const slider = partOf<HTMLInputElement>(transport, 'input');
  const position = partOf(transport, '.position');
  const track = trackOf(schedule);
  const turns = turnsOf(schedule).filter(({ number }) => number !== undefined);

  return {
    show(step) {
      slider.value = String(unitOf(track, step));
      back.disabled = step === 0;
      forward.disabled = step === last;
      const clock = words.instants[instantOf(figure, step)]?.clock ?? '';
      position.innerHTML = positionHtml(turns, step, last, clock);
      const sentence = partOf(root, '.sentence').textContent;
      slider.setAttribute('aria-valuetext', `${clock}, step ${step + 1}: ${sentence}`);
    },
    playing(isPlaying) {
      sayPlaying(playButton, isPlaying);
    },
  };
}
