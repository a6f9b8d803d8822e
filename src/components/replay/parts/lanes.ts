/** The rows of a strip, and how much of each has happened. */

export interface LaneRow {
  readonly row: HTMLElement;
  readonly lane: number;
  readonly bars: SVGElement;
  readonly outline: SVGElement;
}

/** Half a tick: a lane that has not yet run in this instant shows nothing of it. */
const TICK = 3;

/** Each row with the same marks in outline under the ones that have happened. */
export function laneRows(lanes: Element): LaneRow[] {
  return [...lanes.querySelectorAll<HTMLElement>('.lane')].flatMap((row) => {
    const bars = row.querySelector('svg');
    if (!bars) return [];
    const outline = bars.cloneNode(true) as SVGElement;
    outline.classList.add('to-come-layer');
    outline.setAttribute('aria-hidden', 'true');
    bars.before(outline);
    return [{ row, lane: Number(row.dataset['lane']), bars, outline }];
  });
}

/** `hasRun` says of a lane whether it had its turn at the place, or nothing when it is over. */
export function clipLanes(
  rows: readonly LaneRow[],
  place: number,
  hasRun: (lane: number) => boolean | undefined,
): void {
  for (const { lane, bars, outline } of rows) {
    const run = hasRun(lane);
    const edge = `${(place * 100).toFixed(3)}% ${run ? '+' : '-'} ${TICK}px`;
    bars.style.clipPath = run === undefined ? '' : `inset(-6px calc(100% - (${edge})) -60px -20px)`;
    outline.style.clipPath = `inset(-6px -200px -6px calc(${edge}))`;
    outline.style.visibility = run === undefined ? 'hidden' : '';
  }
}
