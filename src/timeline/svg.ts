/** The little that drawing needs: tags as text, and numbers as short as they can be. Shipped to readers. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes that are undefined are left out, children are markup already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  const ends = SHAPES.test(name) ? '/>' : `>${children.join('')}</${name}>`;
  return `<${name}${written}${ends}`;
}
/** What has nothing inside. */
const SHAPES = /^(rect|line|path|circle)$/;

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A fraction of the width, as SVG's percentage: 0.125 is "12.5%". */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What is drawn inside stands at a fraction of the width and is measured in pixels from there. */
export function anchored(fraction: number, ...children: readonly string[]): string {
  return tag('svg', { x: percent(fraction), class: 'pin' }, ...children);
}

/** Paths in a box of 1000 that is stretched to the width: x in thousandths of it, lines as thin as ever. */
export function stretched(y: number, height: number, ...paths: readonly string[]): string {
  const box = { viewBox: `0 0 1000 ${height}`, preserveAspectRatio: 'none' };
  return tag('svg', { ...box, class: 'texture', ...(y === 0 ? {} : { y }), height }, ...paths);
}

/** Lines downwards from the upper edge, each from the one before: what is regular is short. */
export function downLines(
  lines: readonly { readonly at: number; readonly height: number }[],
): string {
  let [x, y] = [0, 0];
  return lines
    .map(({ at, height }, i) => {
      const to = Math.round(at * 1000);
      const move = i === 0 ? `M${to} 0` : `m${to - x}${y === 0 ? ' 0' : -y}`;
      [x, y] = [to, height];
      return `${move}v${height}`;
    })
    .join('');
}
