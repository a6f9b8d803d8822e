import { defineHastPlugin } from 'satteri';

/** A table wider than the page scrolls inside a box, which the keyboard reaches too. */
export const tables = defineHastPlugin({
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
