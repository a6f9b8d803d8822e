import type { Schedule } from '#model/schedule.ts';
import { instantsOf } from '#model/turns.ts';
import type { Figure } from '../src/components/replay/parts/part.ts';
import { stripPart } from '../src/components/replay/parts/strip.ts';
import type { FrameCosts } from './many-lanes.ts';

/** Runs in the browser: plays the strip of the page, then draws it anew as often, and tells what each frame took. */
export async function playStrip(frames: number): Promise<FrameCosts> {
  const schedule = (await (await fetch('/schedule.json')).json()) as Schedule;
  const root = document.querySelector('main');
  const lanes = root?.querySelector('.lanes');
  if (!root || !lanes) throw new Error('The page has no strip.');
  const redrawn = await timed(frames, () => {
    lanes.innerHTML = lanes.innerHTML;
  });
  const instants = instantsOf(schedule);
  const last = schedule.steps.length - 1;
  const end = schedule.steps[last]?.at ?? 1;
  const figure: Figure = {
    root,
    schedule,
    instants,
    keySteps: new Map(),
    last,
    words: {
      instants: instants.map(({ at }) => ({ clock: `${at}`, rows: [], line: '' })),
      sentences: [],
    },
    data: {
      shown: schedule.lanes.map((_, lane) => lane),
      places: instants.map(({ at }) => at / end),
      names: 0.11,
      part: 0.5,
      opens: 0,
      begins: 0,
      source: '',
    },
  };
  const part = stripPart(figure);
  const from = instants[1]?.last ?? 0;
  part.show(from);
  const played = await timed(frames, (frame) => part.glide?.(from, frame / frames));
  return { played, redrawn };
}

/** Milliseconds of script in each frame. */
async function timed(frames: number, act: (frame: number) => void): Promise<number[]> {
  const costs: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    act(frame);
    costs.push(performance.now() - start);
  }
  return costs;
}
