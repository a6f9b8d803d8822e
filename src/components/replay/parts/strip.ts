import { stateAt } from '#model/state.ts';
import { lanesOf, type Lanes } from './lanes.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

/** Moves the playhead and shows what has happened in full, what is to come in outline. */
export function stripPart(figure: Figure): Part {
  const { root, data, words, schedule } = figure;
  const playhead = partOf(root, '.playhead');
  const plate = partOf(playhead, '.plate');
  const cancels = [...root.querySelectorAll(':is(.cancels, .net) [data-step]')];
  let drawn: Lanes | undefined;

  return {
    show(step) {
      playhead.hidden = false;
      const place = data.places[instantOf(figure, step)] ?? 0;
      const { lanes } = stateAt(schedule, step);
      const first = figure.instants[instantOf(figure, step)]?.first ?? 0;
      const present = lanes.findIndex(({ phase }) => phase === 'running' || phase === 'blocked');
      playhead.style.setProperty('--place', `${place * 100}%`);
      plate.textContent = words.instants[instantOf(figure, step)]?.clock ?? '';
      drawn ??= lanesOf(root);
      drawn.clip(place, (lane) => {
        if (lanes[lane]?.phase === 'done') return undefined;
        return ranSince(figure, lane, first, step);
      });
      for (const cancel of cancels)
        cancel.classList.toggle('to-come', Number(cancel.getAttribute('data-step')) > step);
      drawn.mark(present);
    },
    glide(step, part) {
      const i = instantOf(figure, step);
      const from = data.places[i] ?? 0;
      const place = from + ((data.places[i + 1] ?? from) - from) * part;
      playhead.style.setProperty('--place', `${place * 100}%`);
      drawn?.glide(place);
    },
  };
}

/** Whether a lane has had a turn in the instant that began with step `first`. */
function ranSince({ schedule }: Figure, lane: number, first: number, step: number): boolean {
  for (let n = first; n <= step; n++) if (schedule.steps[n]?.lane === lane) return true;
  return false;
}
