import { diagramPicture } from './diagram-picture.ts';
import { figurePoster } from './figure-poster.ts';
import type { BuiltFigure } from './figures.ts';
import type { BuiltSite } from './integration.ts';
import { palettes } from './palette.ts';
import { pngOf } from './png.ts';
import { POSTER, posterSvg } from './poster.ts';
import { drawPoster } from './previews.ts';

/** Still pictures of figures, for wikis that show no frames: SVG and PNG, light and dark. */

/** A diagram is drawn twice as large as on its page: its letters are small. */
const SHARP = 2;

export async function writeStills(
  site: BuiltSite,
  name: string,
  figure: BuiltFigure,
  place: string,
): Promise<void> {
  const { claim, drawing } = figure;
  const still = (scheme: 'light' | 'dark') => {
    if (drawing) {
      const { svg, width } = diagramPicture({ claim, drawing }, palettes[scheme]);
      return { svg, pixels: width * SHARP };
    }
    const svg = posterSvg(figurePoster(figure, claim, place), palettes[scheme]);
    return { svg, pixels: POSTER.width };
  };
  for (const [scheme, ending] of [
    ['light', ''],
    ['dark', '-dark'],
  ] as const) {
    const { svg, pixels } = still(scheme);
    site.write(`embed/${name}${ending}.svg`, svg);
    site.write(`embed/${name}${ending}.png`, await pngOf(svg, pixels));
  }
  // Chats cut a preview to the shape of a card, and a diagram has another.
  if (drawing && site.origin !== undefined)
    site.write(cardPath(name), await drawPoster(figurePoster(figure, claim, place)));
}

function cardPath(name: string): string {
  return `preview/embed/${name}.png`;
}

/** The picture that chats show beside the address of a figure's embed. */
export function previewOf({ drawing }: BuiltFigure, path: string): string {
  return drawing ? cardPath(path) : `embed/${path}.png`;
}
