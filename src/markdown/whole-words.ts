import { defineHastPlugin } from 'satteri';
import { codeParts } from '#model/words/code-words.ts';

/** In the text, a word of code that holds a hyphen is not broken behind it. */
export const wholeWords = defineHastPlugin({
  name: 'whole words of code',
  element: {
    filter: ['code'],
    visit(node, context) {
      const [only, ...more] = node.children;
      // A listing is made of lines and colours; code in a sentence is one text.
      if (only?.type !== 'text' || more.length > 0 || only.value.includes('\n')) return;
      const parts = codeParts(only.value);
      if (!parts.some(({ whole }) => whole)) return;
      context.replaceNode(node, {
        ...node,
        children: parts.map(({ text, whole }) =>
          whole
            ? {
                type: 'element' as const,
                tagName: 'span',
                properties: { className: ['whole'] },
                children: [{ type: 'text' as const, value: text }],
              }
            : { type: 'text' as const, value: text },
        ),
      });
    },
  },
});
