import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { underBase } from '#links/base.ts';
import { resolveLink, type Addresses } from '#links/resolve.ts';
import { authorError } from './author-error.ts';

/**
 * Links between pages: under the base of this build, checked against the pages there are. A link to a
 * planned page is shown as text until the page is written.
 */
export function links(base: string, addresses: () => Addresses): HastPluginEntry {
  return defineHastPlugin({
    name: 'links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = String(node.properties.href ?? '');
        const resolved = resolveLink(href, addresses());
        if (resolved.kind === 'page')
          context.setProperty(node, 'href', underBase(base, resolved.path));
        if (resolved.kind === 'dead') {
          throw authorError(context.fileURL, resolved.problem, resolved.cure);
        }
        if (resolved.kind === 'unwritten') {
          context.replaceNode(node, {
            type: 'element',
            tagName: 'span',
            properties: { className: ['unwritten'] },
            children: [...node.children],
          });
        }
      },
    },
  });
}
