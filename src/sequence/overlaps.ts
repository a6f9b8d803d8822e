import type { Box, Layout, Mark } from './marks.ts';
import { placed } from './place.ts';

/** Texts that are not readable where they stand: on another text, or beyond the box that should hold them. In words for the author. */
export function unreadable(layout: Layout): readonly string[] {
  const all = layout.marks.flatMap((mark) =>
    placed(mark, layout).map((words) => ({ mark, ...words })),
  );
  const crossing = all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((other) => overlap(one.box, other.box))
      .map(
        (other) =>
          `"${one.text}" and "${other.text}" overlap. Shorten one, or break it with <br/>.`,
      ),
  );
  const outside = all.flatMap(({ mark, text, box }) => {
    const frame = frameOf(mark);
    return frame && !holds(frame, box)
      ? [`"${text}" is wider than its box. Shorten it, or break it with <br/>.`]
      : [];
  });
  return [...crossing, ...outside];
}

/** What the text of a mark must not leave. */
function frameOf(mark: Mark): Box | undefined {
  switch (mark.kind) {
    case 'lane':
    case 'node':
    case 'frame':
    case 'group':
      return mark.box;
    default:
      return undefined;
  }
}

/** Boxes of letters have air above and below: a little overlap of these is none of ink. */
const AIR = 2.5;

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 1 &&
    b.x < a.x + a.width - 1 &&
    a.y + AIR < b.y + b.height - AIR &&
    b.y + AIR < a.y + a.height - AIR
  );
}

function holds(frame: Box, inner: Box): boolean {
  return inner.x >= frame.x - 1 && inner.x + inner.width <= frame.x + frame.width + 1;
}
