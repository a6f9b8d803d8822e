import type { LanguageRegistration } from 'shiki';

/** What may stand after the backticks of a code fence. */
export const fenceLanguages: readonly string[] = [
  'python',
  'console',
  'traceback',
  'js',
  'bash',
  'yaml',
  'mdx',
  'nginx',
  'text',
];

/** A shell or a Python prompt with what it printed: `$ `, `>>> ` and `... ` start what was typed. */
const consoleSession: LanguageRegistration = {
  name: 'console',
  scopeName: 'text.console',
  embeddedLangs: ['python'],
  patterns: [
    {
      match: '^(\\$ )(.*)$',
      captures: { 1: { name: 'punctuation.prompt' }, 2: { name: 'entity.command' } },
    },
    {
      begin: '^(>>> |\\.\\.\\. )',
      end: '$',
      beginCaptures: { 1: { name: 'punctuation.prompt' } },
      patterns: [{ include: 'source.python' }],
    },
    { include: 'text.traceback' },
  ],
  repository: {},
};

const traceback: LanguageRegistration = {
  name: 'traceback',
  scopeName: 'text.traceback',
  patterns: [
    {
      match: '^[ |+-]*((?:Exception Group )?Traceback \\(most recent call last\\):)$',
      captures: { 1: { name: 'markup.heading' } },
    },
    {
      match: '^[ |]*(File) ("[^"]*"), (line) (\\d+)(?:, (in) (.+))?$',
      captures: {
        1: { name: 'comment.word' },
        2: { name: 'string.file' },
        3: { name: 'comment.word' },
        4: { name: 'constant.numeric' },
        5: { name: 'comment.word' },
        6: { name: 'entity.name.function' },
      },
    },
    { match: '^[ |]*[~^]+$', name: 'invalid.marks' },
    {
      match:
        '^[ |+]*((?:[a-z_][\\w]*\\.)*[A-Z]\\w*(?:Error|Exception|Group|Interrupt|Exit|Warning|Iteration))(:.*)?$',
      captures: { 1: { name: 'invalid.name' } },
    },
    { match: '(\\w*(?:Error|Warning))(?=:)', name: 'invalid.name' },
  ],
  repository: {},
};

/** The grammars of our own, for Shiki. */
export const ownLanguages: LanguageRegistration[] = [traceback, consoleSession];
