import type { Element, ElementContent } from 'hast';
import type { ShikiTransformer, ThemeRegistrationRaw } from 'shiki';
import { parseFenceMeta } from './fence-meta.ts';

type Properties = Record<string, unknown>;

/**
 * Classes of tokens and the scopes they colour. The stylesheet gives each class its colour in both
 * schemes; what is not listed has the colour of text.
 */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  prompt: ['punctuation.prompt'],
  string: ['string', 'punctuation.definition.string', 'storage.type.string'],
  number: ['constant.numeric', 'constant.language', 'constant.character', 'storage.type.format'],
  keyword: ['keyword.control', 'storage', 'keyword.operator.logical.python', 'markup.heading'],
  name: ['entity.name.function', 'entity.name.type', 'entity.command', 'entity.name.tag'],
  error: ['invalid.name', 'invalid.marks'],
};

// Shiki hands a transformer only the colour of a token: each class gets one that stands for it.
const classOf = new Map<string, string>(
  Object.keys(scopesOf).map((name, index) => [`#0000${String(index + 10)}`, name]),
);

/** A theme of colours that stand for classes; codeClasses turns the one into the other. */
export const codeTheme: ThemeRegistrationRaw = {
  name: 'interleave',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    {
      scope: [
        'string meta.embedded',
        'string constant.character.format',
        'meta.fstring meta.interpolation',
      ],
      settings: { foreground: '#000000' },
    },
    ...[...classOf].map(([foreground, name]) => ({
      scope: [...(scopesOf[name] ?? [])],
      settings: { foreground },
    })),
  ],
};

function takeClass(properties: Properties): string | undefined {
  const style = String(properties.style ?? '');
  delete properties.style;
  const colour = /color:(#[0-9a-f]{6})/i.exec(style)?.[1];
  return colour === undefined ? undefined : classOf.get(colour.toLowerCase());
}

/** Class names instead of style attributes, which the site's Content-Security-Policy forbids. */
export const codeClasses: ShikiTransformer = {
  name: 'code-classes',
  pre(node) {
    node.properties = { tabindex: 0 };
  },
  span(node) {
    const name = takeClass(node.properties);
    node.properties = name === undefined ? {} : { class: `tk-${name}` };
    const [text] = node.children;
    // In code, `await` wears the mark that a wait has in the figures.
    if (text?.type === 'text' && text.value.trim() === 'await') node.properties.class = 'tk-await';
  },
  line(node, number) {
    const { marked } = parseFenceMeta(this.options.meta?.__raw ?? '');
    node.properties.class = marked.has(number) ? 'line marked' : 'line';
    node.children = node.children.flatMap((child) =>
      child.type === 'element' ? trimmed(child) : [child],
    );
  },
};

/** A token without the space before it, which is no part of its mark; without a class, only its text. */
function trimmed(token: Element): ElementContent[] {
  const [text] = token.children;
  if (token.properties.class === undefined || text?.type !== 'text') return token.children;
  const word = text.value.trimStart();
  const space = text.value.slice(0, text.value.length - word.length);
  text.value = word;
  return space === '' ? [token] : [{ type: 'text', value: space }, token];
}

/** Letters of a first line that end before the button for copying, on a phone and on a desk. */
const FIRST = { phone: 33, desk: 64 };

/** A block without a title, whose first line would end under the button, keeps a line free for it. */
export function roomForButton(code: string, title?: string): string[] {
  const [first = '', ...more] = code.trimEnd().split('\n');
  if (title !== undefined || more.length === 0 || first.length <= FIRST.phone) return [];
  return [first.length > FIRST.desk ? 'head-long' : 'head-phone'];
}

/** The frame of a code block: its file's name above, its caption below, its language for the script. */
export const codeFrame: ShikiTransformer = {
  name: 'code-frame',
  root(root) {
    const { title, caption, numbers } = parseFenceMeta(this.options.meta?.__raw ?? '');
    const [pre] = root.children;
    if (pre?.type !== 'element') return;
    const text = (tagName: string, name: string, value: string | undefined): Element[] =>
      value === undefined
        ? []
        : [
            {
              type: 'element',
              tagName,
              properties: { class: name },
              children: [{ type: 'text', value }],
            },
          ];
    root.children = [
      {
        type: 'element',
        tagName: 'figure',
        properties: {
          class: [
            'code',
            ...(numbers ? ['numbered'] : []),
            ...roomForButton(this.source, title),
          ].join(' '),
          'data-language': this.options.lang,
        },
        children: [
          ...text(caption === undefined ? 'figcaption' : 'div', 'code-title', title),
          pre,
          ...text('figcaption', 'code-caption', caption),
        ],
      },
    ];
  },
};
