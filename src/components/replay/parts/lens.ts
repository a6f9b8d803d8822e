import { layoutLens, stepPlace } from '#timeline/lens.ts';
import { CROWDED_LANES } from '#timeline/draw-lens.ts';
import { linePath, stripPlace, wedgePath } from '#timeline/wedge.ts';
import { lensPanel } from '#timeline/lens-panel.ts';
import { percent } from '#timeline/svg.ts';
import { instantOf, partOf, type Figure, type Part } from './part.ts';

/** Opens the instant of the reader's step. */
export function lensPart(figure: Figure): Part {
  const { root, data, words, schedule } = figure;
  const panel = partOf(root, '.lens');
  const grounds = sizes(root, '.wedge .ground', data.part);
  const lines = sizes(root, '.wedge .line', data.part);
  const band = partOf<SVGElement>(root, '.band rect');
  const plate = partOf(root, '.step-plate');
  const crowded = data.shown.length >= CROWDED_LANES;

  keepHeight(panel);
  return {
    show(step) {
      const i = instantOf(figure, step);
      const instant = figure.instants[i];
      if (!instant) return;
      const lens = layoutLens(schedule, instant, data.shown, step);
      band.setAttribute('x', percent(data.places[i] ?? 0));
      const tick = stripPlace(data.places[i] ?? 0, data.names);
      panel.innerHTML = lensPanel(schedule, words, i, lens, {
        hatch: `${root.id}-hatch`,
        crowded,
        present: step,
      });
      for (const { path, part } of grounds) path.setAttribute('d', wedgePath(tick, part));
      const place = stepPlace(lens, step);
      for (const { path, part } of lines)
        path.setAttribute('d', linePath(tick, data.names + place * (part - data.names)));
      const now = document.createElement('div');
      now.className = 'now';
      now.append(document.createElement('div'));
      now.style.setProperty('--place', `${place * 100}%`);
      plate.hidden = false;
      plate.textContent = `step ${step + 1}`;
      plate.style.setProperty('--place', String(place));
      panel.querySelector('.lens-drawing')?.append(now);
      const row = panel.querySelector<HTMLElement>('.present-turn');
      if (row) panel.scrollTop = row.offsetTop + row.offsetHeight - panel.clientHeight;
    },
  };
}

/** The panel stays as high as it is, so that nothing below it jumps; a longer list scrolls inside it. */
function keepHeight(panel: HTMLElement): void {
  const fix = () => {
    panel.style.height = '';
    panel.style.height = `${panel.offsetHeight}px`;
  };
  fix();
  panel.tabIndex = 0;
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', 'The instant');
  let width = panel.clientWidth;
  new ResizeObserver(() => {
    if (panel.clientWidth !== width) fix();
    width = panel.clientWidth;
  }).observe(panel);
}

/** The same path for a lens beside the code, and for one above it. */
function sizes(root: Element, selector: string, part: number) {
  return [
    { path: partOf<SVGPathElement>(root, `${selector}.at-w`), part },
    { path: partOf<SVGPathElement>(root, `${selector}.at-m`), part: 1 },
  ];
}
