import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { authorError } from './author-error.ts';
import { headingFaults, type Heading } from './heading-faults.ts';

/** Every heading gets a link to itself; a heading without a lasting id stops the build. */
export const headings: HastPluginEntry = () => {
  const found: Heading[] = [];
  return defineHastPlugin({
    name: 'headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        const id = typeof node.properties.id === 'string' ? node.properties.id : undefined;
        const text = context.textContent(node).trim();
        found.push({ depth: Number(node.tagName.slice(1)), text, id });
        if (id === undefined) return;
        // Beside the heading and empty, so that neither its name nor its text in lists holds a “#”.
        const anchor = {
          type: 'element' as const,
          tagName: 'a',
          properties: { className: ['anchor'], href: `#${id}`, ariaLabel: `Link to “${text}”` },
          children: [],
        };
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['heading', `heading-${node.tagName}`] },
          children: [anchor],
        });
      },
    },
    after(_root, context) {
      const [fault] = headingFaults(found);
      if (fault) throw authorError(context.fileURL, fault.problem, fault.cure);
    },
  });
};
