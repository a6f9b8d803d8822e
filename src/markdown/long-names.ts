import { defineHastPlugin } from 'satteri';

/** Shorter beginnings and ends are not worth a line of their own. */
const LEAST = 4;

/** Where a long name may go on in the next line: behind a dot, an underscore or a bracket, and between words. */
export function partsOfName(name: string): string[] {
  const parts: string[] = [];
  for (const part of name.split(/(?<=[._(=/])(?=[A-Za-z0-9])|(?<=[a-z])(?=[A-Z])/)) {
    const before = parts.at(-1);
    if (before === undefined || (before.length >= LEAST && part.length >= LEAST)) parts.push(part);
    else parts[parts.length - 1] = before + part;
  }
  return parts;
}

/**
 * Names in the cells of a table break where one would break them oneself. What a row is about, in its
 * first cell, stays whole; in running text a name goes to the next line, and not in two.
 */
export const longNames = defineHastPlugin({
  name: 'long names',
  element: {
    filter: ['code'],
    visit(node, context) {
      const [text] = node.children;
      if (node.children.length !== 1 || text?.type !== 'text') return;
      let inside = context.parent(node);
      while (inside?.type === 'element' && inside.tagName !== 'td') inside = context.parent(inside);
      if (inside?.type !== 'element') return;
      const row = context.parent(inside);
      const before = row?.children.slice(0, context.indexOf(inside)) ?? [];
      if (!before.some(({ type }) => type === 'element')) return;
      const parts = partsOfName(text.value);
      if (parts.length === 1) return;
      const breaks = { type: 'element' as const, tagName: 'wbr', properties: {}, children: [] };
      return {
        ...node,
        children: parts.flatMap((value, i) => [
          ...(i === 0 ? [] : [breaks]),
          { type: 'text' as const, value },
        ]),
      };
    },
  },
});
