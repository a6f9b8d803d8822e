import { stateAt } from '#model/state.ts';
import { clipLanes, laneRows, type LaneRow } from './lanes.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

/** Moves the playhead and shows what has happened in full, what is to come in outline. */
export function stripPart(figure: Figure): Part {
  const { root, data, words, schedule } = figure;
  const playhead = partOf(root, '.playhead');
  const plate = partOf(playhead, '.plate');
  const cancels = [...root.querySelectorAll('.cancels [data-step]')];
  let rows: LaneRow[] | undefined;
  const clip = (place: number, hasRun: (lane: number) => boolean | undefined) => {
    rows ??= laneRows(root);
    clipLanes(rows, place, hasRun);
  };

  return {
    show(step) {
      playhead.hidden = false;
      const place = data.places[instantOf(figure, step)] ?? 0;
      const { lanes } = stateAt(schedule, step);
      const first = figure.instants[instantOf(figure, step)]?.first ?? 0;
      const present = lanes.findIndex(({ phase }) => phase === 'running' || phase === 'blocked');
      playhead.style.setProperty('--place', `${place * 100}%`);
      plate.textContent = words.instants[instantOf(figure, step)]?.clock ?? '';
      clip(place, (lane) => {
        const state = lanes[lane];
        if (!state || state.phase === 'done') return undefined;
        return ranSince(figure, lane, first, step);
      });
      for (const cancel of cancels)
        cancel.classList.toggle('to-come', Number(cancel.getAttribute('data-step')) > step);
      for (const { row, lane } of rows ?? []) {
        row.classList.toggle('present-lane', lane === present);
      }
    },
    glide(step, part) {
      const i = instantOf(figure, step);
      const from = data.places[i] ?? 0;
      const place = from + ((data.places[i + 1] ?? from) - from) * part;
      playhead.style.setProperty('--place', `${place * 100}%`);
      const { lanes } = stateAt(schedule, step);
      clip(place, (lane) => (lanes[lane]?.phase === 'done' ? undefined : true));
    },
  };
}

/** Whether a lane has had a turn in the instant that began with step `first`. */
function ranSince({ schedule }: Figure, lane: number, first: number, step: number): boolean {
  for (let n = first; n <= step; n++) if (schedule.steps[n]?.lane === lane) return true;
  return false;
}
