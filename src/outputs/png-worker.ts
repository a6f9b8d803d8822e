import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { encodePng } from './png-encoder.ts';

/**
 * A thread that draws. Beside a build, with all that a build keeps in memory, the millions of bytes of
 * each picture would have the memory of all of it swept again and again: that took four times as long
 * as to draw them.
 */

export interface Wanted {
  readonly svg: string;
  readonly width: number;
}

export type Drawn = { readonly png: Uint8Array<ArrayBuffer> } | { readonly fault: string };

const port = parentPort;
if (!port) throw new Error('png-worker.ts runs in a worker only.');
const fontFiles = workerData as string[];

port.on('message', ({ svg, width }: Wanted) => {
  const drawn = draw(svg, width);
  port.postMessage(drawn, 'png' in drawn ? [drawn.png.buffer] : []);
});

function draw(svg: string, width: number): Drawn {
  try {
    const image = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Geist' },
    }).render();
    // It passes over settings that it does not understand, those of letters too.
    if (image.width !== width)
      return {
        fault: `A picture came out ${image.width} pixels wide, not ${width}. Ask for whole pixels.`,
      };
    return { png: new Uint8Array(encodePng(image.pixels, image.width, image.height)) };
  } catch (problem) {
    return { fault: problem instanceof Error ? problem.message : String(problem) };
  }
}
