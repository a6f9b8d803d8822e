import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { BrowserContext, Page } from 'playwright/test';
import type { Schedule } from '#model/schedule.ts';
import { Tape } from '#model/words/tape.ts';
import { drawLane } from '#timeline/draw-strip.ts';
import { rowsOf } from '#timeline/strip-rows.ts';
import { layoutStrip } from '#timeline/strip.ts';

/**
 * A strip of as many lanes as wanted, played by the very files of src/ with no site around them: the
 * browser is served each with its types left out.
 */

const ORIGIN = 'http://many-lanes.test';
const BARS = 5;

/** Tasks that wait five times each, one second after the other. */
function manyTasks(lanes: number): Schedule {
  const tape = new Tape().open(9, 3);
  const numbers = Array.from({ length: lanes }, (_, n) => n);
  for (const n of numbers) tape.task(`work ${n}`, 'work', 6);
  const lane = (n: number) => n + 3;
  tape.step({ kind: 'wait', line: 6, waits: { for: 'gather', lanes: numbers.map(lane) } });
  for (let bar = 0; bar < BARS; bar++) {
    for (const n of numbers)
      tape
        .pick(lane(n))
        .as(lane(n))
        .nap(lane(n), 4, bar * lanes + n, 1);
    tape.sleep(bar + 1).wake(...numbers.map((n) => [bar * lanes + n, lane(n)] as const));
  }
  return tape.done();
}

/** What one frame of playing costs in script, and what drawing the strip anew would, in milliseconds. */
export interface FrameCosts {
  readonly played: readonly number[];
  readonly redrawn: readonly number[];
}

/** Plays a strip of so many lanes between two instants, frame by frame. */
export async function measureFrames(
  context: BrowserContext,
  lanes: number,
  frames: number,
): Promise<FrameCosts> {
  const page = await context.newPage();
  await serve(page, lanes);
  await page.goto(`${ORIGIN}/`);
  return page.evaluate(async (frames) => {
    const entry = '/e2e/play-strip.ts';
    const { playStrip } = (await import(entry)) as typeof import('./play-strip.ts');
    return playStrip(frames);
  }, frames);
}

async function serve(page: Page, lanes: number): Promise<void> {
  const schedule = manyTasks(lanes);
  const html = draw(schedule);
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/schedule.json') return route.fulfill({ json: schedule });
    const code = stripTypeScriptTypes(readFileSync(`.${pathname}`, 'utf8'));
    return route.fulfill({ contentType: 'text/javascript', body: code });
  });
}

function draw(schedule: Schedule): string {
  const strip = layoutStrip(schedule);
  const rows = strip.lanes.map((lane, i) => {
    const at = { schedule, rows: rowsOf(strip, i), names: 0.11, id: 'many' };
    const svg = drawLane(lane, at);
    return `<div class="lane" data-lane="${lane.lane}"><svg height="${at.rows.height}">${svg}</svg></div>`;
  });
  const imports = { '#model/': '/src/model/', '#timeline/': '/src/timeline/' };
  return `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>
    <style>.lane{position:relative;height:5px} .to-come-layer{position:absolute} svg{width:100%}</style>
    <main><div class="lanes dense">${rows.join('')}</div>
    <div class="playhead" hidden><div><span class="plate"></span></div></div></main>`;
}
