import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { textWidth, type SizeName } from './fit.ts';

/** Reads drawings back, as a browser would lay them out. For tests; never shipped. */

export interface DrawnElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Pixels from the left that the svg elements around it add. */
  readonly origin: number;
  readonly text: string;
}

/** What stands wrong in the text of a drawing, whatever it shows. */
export function writingFaults(markup: string): string[] {
  const faults: string[] = [];
  parseFragment(`<svg>${markup}</svg>`, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }) =>
      faults.push(`${code}: ${markup.slice(Math.max(0, startOffset - 30), startOffset + 30)}`),
  });
  for (const { attributes, tag, text } of elementsOf(markup, 1000)) {
    if (/NaN|undefined|Infinity/.test(text)) faults.push(`<${tag}> says ${text}`);
    for (const [name, value] of attributes) {
      if (/NaN|undefined|Infinity|null/.test(value)) faults.push(`<${tag} ${name}="${value}">`);
      if (name === 'style') faults.push(`<${tag}> has a style, which the policy of a page refuses`);
      for (const [, share] of value.matchAll(/(-?[\d.]+)%/g))
        // The widest names take 0.18 of a figure, and a lens beside them 0.31: 58 hundredths of it.
        if (Number(share) < -60 || Number(share) > 160) faults.push(`<${tag} ${name}="${value}">`);
      if (/^(width|height|r)$/.test(name) && value.startsWith('-'))
        faults.push(`<${tag} ${name}="${value}"> is less than nothing`);
    }
  }
  return faults;
}

/** All elements in the order in which they are painted. */
export function* elementsOf(markup: string, width: number): Generator<DrawnElement> {
  const root = parseFragment(`<svg>${markup}</svg>`).childNodes[0];
  if (root && tree.isElementNode(root)) yield* inside(root, 0, width);
}

function* inside(
  parent: DefaultTreeAdapterTypes.Element,
  origin: number,
  width: number,
): Generator<DrawnElement> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    yield { tag: node.tagName, attributes, origin, text: textOf(node) };
    const moved = node.tagName === 'svg' ? pixels(attributes.get('x'), width) : 0;
    yield* inside(node, origin + moved, width);
  }
}

function textOf(parent: DefaultTreeAdapterTypes.Element): string {
  return parent.childNodes
    .map((node) =>
      tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? textOf(node) : '',
    )
    .join('');
}

function pixels(length: string | undefined, width: number): number {
  if (length === undefined) return 0;
  return length.endsWith('%') ? (parseFloat(length) / 100) * width : Number(length);
}

export interface DrawnText {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  /** Its baseline. */
  readonly y: number;
}

/** How the style sheet sets some texts; all others begin at their place. */
const END = /\b(cause|before|name|total-end)\b/;
const MIDDLE = /\b(axis-number|gap-word|segment-number|place|numeral-word)\b/;

/** The texts that are to be seen at a size, with the places that they take at a width in pixels. */
export function textsOf(
  markup: string,
  width: number,
  size: SizeName,
  fontSize: number,
): DrawnText[] {
  return [...elementsOf(markup, width)]
    .filter(({ tag, attributes }) => tag === 'text' && isSeen(attributes.get('class') ?? '', size))
    .map(({ attributes, text, origin }) => {
      const name = attributes.get('class') ?? '';
      const wide = textWidth(text, fontSize);
      const place = origin + pixels(attributes.get('x'), width) + Number(attributes.get('dx') ?? 0);
      const onPhone = size === 'n';
      const share =
        END.test(name) || (onPhone && name.includes('axis-last'))
          ? 1
          : onPhone && name.includes('axis-first')
            ? 0
            : MIDDLE.test(name)
              ? 0.5
              : 0;
      const left = place - share * wide;
      return { words: text, left, right: left + wide, y: Number(attributes.get('y') ?? 0) };
    });
}

function isSeen(name: string, size: SizeName): boolean {
  const at = /\bat-(\w+)/.exec(name)?.[1];
  return at === undefined || at.includes(size);
}

/** Pairs of texts on one line that run into each other. */
export function overlaps(texts: readonly DrawnText[]): string[] {
  const sorted = [...texts].sort((a, b) => a.left - b.left);
  return sorted.flatMap((text, i) =>
    sorted
      .slice(0, i)
      .filter((before) => Math.abs(before.y - text.y) < 8 && before.right > text.left + 0.5)
      .map(
        (before) =>
          `"${before.words}" runs ${Math.round(before.right - text.left)} px into "${text.words}"`,
      ),
  );
}

/** Widths of figures in pixels at which drawings are read back, and the size that the style sheet then shows. */
export const WIDTHS = [
  { width: 960, size: 'w' },
  { width: 860, size: 'w' },
  { width: 704, size: 'm' },
  { width: 560, size: 'm' },
  { width: 360, size: 'n' },
  { width: 328, size: 'n' },
] as const satisfies readonly { width: number; size: SizeName }[];
