import { plain } from '#model/words/markup.ts';
import { sentenceAt } from '#model/words/sentences.ts';
import { timeWords } from '#model/words/time-words.ts';
import { stepAt, trackOf, unitOf } from '#timeline/slider.ts';
import { turnsOf } from '#model/turns.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

export interface Moves {
  go(step: number): void;
  toggle(): void;
}

/** Buttons, the slider over steps, and the words that say where the reader is. */
export function transportPart(figure: Figure, { go, toggle }: Moves): Part {
  const { root, schedule, last } = figure;
  const transport = partOf(root, '.transport');
  const playButton = partOf<HTMLButtonElement>(transport, '.play');
  const back = partOf<HTMLButtonElement>(transport, '.back');
  const forward = partOf<HTMLButtonElement>(transport, '.forward');
  const slider = partOf<HTMLInputElement>(transport, 'input');
  const position = partOf(transport, '.position');
  const atRest = position.innerHTML;
  const track = trackOf(schedule);
  const turns = turnsOf(schedule);
  const total = turns.filter(({ number }) => number !== undefined).length;
  let now: number | undefined;

  const moves: Record<string, () => number> = {
    ArrowRight: () => (now ?? -1) + 1,
    ArrowUp: () => (now ?? -1) + 1,
    ArrowLeft: () => (now ?? 0) - 1,
    ArrowDown: () => (now ?? 0) - 1,
    PageUp: () => neighbour(figure, now ?? 0, 1),
    PageDown: () => neighbour(figure, now ?? 0, -1),
    Home: () => 0,
    End: () => last,
  };

  transport.hidden = false;
  playButton.addEventListener('click', toggle);
  back.addEventListener('click', () => go((now ?? 0) - 1));
  forward.addEventListener('click', () => go((now ?? -1) + 1));
  slider.addEventListener('input', () => go(stepAt(track, slider.valueAsNumber)));
  slider.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(move());
  });

  return {
    show(step) {
      now = step;
      slider.value = String(step === undefined ? 0 : unitOf(track, step));
      back.disabled = step === undefined || step === 0;
      forward.disabled = step === last;
      if (step === undefined) {
        position.innerHTML = atRest;
        slider.setAttribute('aria-valuetext', 'not started');
        return;
      }
      const clock = timeWords(schedule).full(schedule.steps[step]?.at ?? 0);
      const turn = turns.findLast(({ first, number }) => first <= step && number !== undefined);
      const where = turn ? ` · turn <b>${turn.number}</b> of ${total}` : '';
      position.innerHTML = `step <b>${step + 1}</b> of ${last + 1}${where} · <b>${clock}</b>`;
      slider.setAttribute(
        'aria-valuetext',
        `${clock}, step ${step + 1}: ${plain(sentenceAt(schedule, step, []))}`,
      );
    },
    playing(isPlaying) {
      partOf(playButton, 'span').textContent = isPlaying ? 'Pause' : 'Play';
      playButton.classList.toggle('pressed', isPlaying);
    },
  };
}

/** The first step of the next instant, or of this one, or of the one before. */
function neighbour(figure: Figure, step: number, way: 1 | -1): number {
  const i = instantOf(figure, step);
  const here = figure.instants[i];
  if (way < 0 && here && step > here.first) return here.first;
  const instant = figure.instants[Math.max(0, i + way)];
  return instant?.first ?? figure.last;
}
