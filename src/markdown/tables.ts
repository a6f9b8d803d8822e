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

/** The most letters of a cell that may be as narrow as its word. */
const BRIEF = 12;

/** "yes", "1.0 s": such a cell needs less room than one with a sentence. */
const brief = defineHastPlugin({
  name: 'brief cells',
  element: {
    filter: ['td'],
    visit(node, context) {
      if (node.properties.style !== undefined || node.properties.className !== undefined) return;
      if (context.textContent(node).length <= BRIEF)
        context.setProperty(node, 'className', ['brief']);
    },
  },
});

export const tables: readonly HastPluginEntry[] = [scrolling, figures, brief];
