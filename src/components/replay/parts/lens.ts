import { layoutLens, stepPlace } from '#timeline/lens.ts';
import { CROWDED_LANES } from '#timeline/draw-lens.ts';
import { LENS_PART, linePath, wedgePath } from '#timeline/wedge.ts';
import { lensPanel } from '../lens-panel.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

/** Opens the instant of the reader's step. */
export function lensPart(figure: Figure): Part {
  const { root, data, schedule } = figure;
  const panel = partOf(root, '.lens');
  const ground = partOf<SVGPathElement>(root, '.wedge .ground');
  const line = partOf<SVGPathElement>(root, '.wedge .line');
  const crowded = data.shown.length >= CROWDED_LANES;
  const stripPlace = (instant: number) =>
    data.names + (data.places[instant] ?? 0) * (1 - data.names - 0.1);

  return {
    show(step) {
      const i = step === undefined ? data.opens : instantOf(figure, step);
      const instant = figure.instants[i];
      if (!instant) return;
      const lens = layoutLens(schedule, instant, data.shown);
      panel.innerHTML = lensPanel(schedule, lens, crowded, step);
      ground.setAttribute('d', wedgePath(stripPlace(i), { from: 0, to: LENS_PART }));
      line.setAttribute('d', '');
      if (step === undefined) return;
      const names = data.names;
      const place = names + stepPlace(lens, step) * (LENS_PART - names);
      line.setAttribute('d', linePath(stripPlace(i), place));
      const now = document.createElement('div');
      now.className = 'now';
      now.append(document.createElement('div'));
      now.style.setProperty('--place', `${stepPlace(lens, step) * 100}%`);
      panel.querySelector('.lens-drawing')?.append(now);
    },
  };
}
