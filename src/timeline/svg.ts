/** The little that drawing needs: tags as text, and numbers as short as they can be. Shipped to readers. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes that are undefined are left out, children are markup already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>`;
}

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
