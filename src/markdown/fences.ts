import { defineMdastPlugin } from 'satteri';
import { authorError } from './author-error.ts';
import { fenceLanguages } from './code-languages.ts';
import { parseFenceMeta } from './fence-meta.ts';

/** Stops the build at a code fence whose language or meta nothing knows, and says what to type. */
export const fences = defineMdastPlugin({
  name: 'fences',
  code(node, context) {
    const lang = node.lang ?? '';
    if (!fenceLanguages.includes(lang)) {
      const problem = lang
        ? `No code is written in \`${lang}\`.`
        : 'A code fence names no language.';
      const list = fenceLanguages.map((one) => `\`${one}\``).join(', ');
      throw authorError(
        context.fileURL,
        problem,
        `After the three backticks, type one of: ${list}.`,
      );
    }
    try {
      parseFenceMeta(node.meta ?? '');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw authorError(context.fileURL, `A code fence in \`${lang}\` has a fault.`, error.message);
    }
  },
});
