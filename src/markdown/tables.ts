import { defineHastPlugin, type HastPluginEntry } from 'satteri';

/** A table wider than the page scrolls inside a box, which the keyboard reaches too. */
const scrolling = defineHastPlugin({
  name: 'tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], tabIndex: 0 },
        children: [],
      });
    },
  },
});

/** `---:` makes a column of figures. It comes as an inline style, which the site's own policy forbids. */
const figures = defineHastPlugin({
  name: 'columns of figures',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const { style } = node.properties;
      if (style === undefined) return;
      context.setProperty(node, 'style', null);
      if (style === 'text-align: right') context.setProperty(node, 'className', ['amount']);
    },
  },
});

export const tables: readonly HastPluginEntry[] = [scrolling, figures];
