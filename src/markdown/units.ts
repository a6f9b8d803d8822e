import { defineHastPlugin } from 'satteri';

/** A number and what it counts, as an author types them: "5 s", "15.6 ms", "3.9 MiB". */
const MEASURE = /(\d) (?=(?:s|ms|µs|min|h|KiB|MiB|GiB|bytes|%)(?![\w]))/g;

/** A unit stays with its number at the end of a line, as recorded figures have it. Code is left as it is. */
export const units = defineHastPlugin({
  name: 'units',
  text(node, context) {
    const parent = context.parent(node);
    if (parent?.type === 'element' && /^(code|pre)$/.test(parent.tagName)) return;
    const value = node.value.replace(MEASURE, '$1\u00a0');
    if (value !== node.value) context.setProperty(node, 'value', value);
  },
});
