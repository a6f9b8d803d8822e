/** The rows of a strip, and how much of each has happened. */
export interface Lanes {
  /** `hasRun` says of a lane whether it had its turn at the place, or nothing when it is over. */
  clip(place: number, hasRun: (lane: number) => boolean | undefined): void;
  /** The same while time passes, when every lane that is not over has had its turn; called for each frame. */
  glide(place: number): void;
  /** Marks the lane that has its turn. */
  mark(present: number): void;
}

interface Row {
  readonly lane: number;
  readonly happened: HTMLElement;
  readonly toCome: HTMLElement;
}

/** Half a tick: a lane that has not yet run in this instant shows nothing of it. */
const TICK = 3;

/** Lays the same lanes in outline under the ones that have happened. */
export function lanesOf(root: Element): Lanes {
  const happened = root.querySelector<HTMLElement>('.lanes');
  if (!happened) throw new Error('A strip has no lanes.');
  const toCome = happened.cloneNode(true) as HTMLElement;
  toCome.classList.add('to-come-layer');
  toCome.ariaHidden = 'true';
  toCome.removeAttribute('role');
  toCome.querySelector('.defs')?.remove();
  happened.before(toCome);
  const outlines = toCome.querySelectorAll<HTMLElement>('.lane');
  const rows = [...happened.querySelectorAll<HTMLElement>('.lane')].flatMap((row, i): Row[] => {
    const outline = outlines[i];
    return outline ? [{ lane: Number(row.dataset['lane']), happened: row, toCome: outline }] : [];
  });
  /** Where there are too many lanes for words at their ends, all are cut in one. */
  const whole: Row | undefined = happened.matches('.dense')
    ? { lane: -1, happened, toCome }
    : undefined;
  let living: readonly Row[] = [];
  let isGliding = false;

  return {
    clip(place, hasRun) {
      if (whole) cut(whole);
      isGliding = false;
      living = rows.filter((row) => {
        const run = hasRun(row.lane);
        if (run === undefined) cut(row, 1);
        else cut(row, place, run ? TICK : -TICK);
        return run !== undefined;
      });
    },
    glide(place) {
      if (whole && !isGliding) living.forEach((row) => cut(row));
      isGliding = true;
      for (const row of whole ? [whole] : living) cut(row, place, TICK);
    },
    mark(present) {
      for (const { lane, happened, toCome } of rows)
        for (const row of [happened, toCome])
          row.classList.toggle('present-lane', lane === present);
    },
  };
}

/** Shows what has happened left of a place and the outline right of it; all of both without a place. */
function cut({ happened, toCome }: Row, place?: number, beyond = 0): void {
  const edge = `${((place ?? 0) * 100).toFixed(3)}% + ${beyond}px`;
  const isOver = place === 1 && beyond === 0;
  happened.style.clipPath =
    place === undefined || isOver ? '' : `inset(-6px calc(100% - (${edge})) -60px -40cqw)`;
  toCome.style.clipPath = place === undefined ? '' : `inset(-6px -20cqw -6px calc(${edge}))`;
  toCome.style.visibility = isOver ? 'hidden' : '';
}
