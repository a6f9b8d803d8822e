import { stateAt } from '#model/state.ts';
import { clockWords } from '#model/words/time-words.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

/** Half a tick: a lane that has not yet run in this instant shows nothing of it. */
const TICK = 3;

/** Moves the playhead and shows what has happened in full, what is to come in outline. */
export function stripPart(figure: Figure): Part {
  const { root, data, schedule } = figure;
  const playhead = partOf(root, '.playhead');
  const plate = partOf(playhead, '.plate');
  const rows = [...root.querySelectorAll<HTMLElement>('.lane')].map((row) => ({
    row,
    lane: Number(row.dataset['lane']),
    bars: partOf<SVGElement>(row, 'svg'),
    outline: undefined as SVGElement | undefined,
  }));

  const clip = (place: number, hasRun: (lane: number) => boolean | undefined) => {
    for (const { lane, bars, outline } of rows) {
      const run = hasRun(lane);
      const edge = `${(place * 100).toFixed(3)}% ${run ? '+' : '-'} ${TICK}px`;
      bars.style.clipPath =
        run === undefined ? '' : `inset(-6px calc(100% - (${edge})) -60px -20px)`;
      if (outline) {
        outline.style.clipPath = `inset(-6px -200px -6px calc(${edge}))`;
        outline.style.visibility = run === undefined ? 'hidden' : '';
      }
    }
  };

  return {
    show(step) {
      playhead.hidden = step === undefined;
      if (step === undefined) return clip(1, () => undefined);
      for (const each of rows) each.outline ??= outlined(each.bars);
      const place = data.places[instantOf(figure, step)] ?? 0;
      const { lanes, at } = stateAt(schedule, step);
      const first = figure.instants[instantOf(figure, step)]?.first ?? 0;
      const present = lanes.findIndex(({ phase }) => phase === 'running' || phase === 'blocked');
      playhead.style.setProperty('--place', `${place * 100}%`);
      plate.textContent = clockWords(schedule, at);
      clip(place, (lane) => {
        const state = lanes[lane];
        if (!state || state.phase === 'done') return undefined;
        return ranSince(figure, lane, first, step);
      });
      for (const { row, lane } of rows) {
        row.classList.toggle('present-lane', lane === present);
        row.classList.toggle('next-lane', lanes[lane]?.phase === 'ready');
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

/** The same marks in outline, under the ones that have happened; made when first needed. */
function outlined(bars: SVGElement): SVGElement {
  const copy = bars.cloneNode(true) as SVGElement;
  copy.classList.add('to-come-layer');
  copy.setAttribute('aria-hidden', 'true');
  bars.before(copy);
  return copy;
}
