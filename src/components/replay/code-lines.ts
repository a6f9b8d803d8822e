import { createHighlighter } from 'shiki';
import { codeClasses, codeTheme } from '#markdown/code-theme.ts';

/** The lines of a program as HTML, coloured by class names. */

const highlighter = createHighlighter({ themes: [codeTheme], langs: ['python', 'js'] });

export async function codeLines(
  program: string,
  lang: 'python' | 'js' = 'python',
): Promise<string[]> {
  const html = (await highlighter).codeToHtml(program.trimEnd(), {
    lang,
    theme: codeTheme.name ?? 'interleave',
    transformers: [codeClasses],
  });
  const inside = /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1] ?? '';
  return inside
    .split('\n')
    .map((line) => line.replace(/^<span class="line">/, '').replace(/<\/span>$/, ''));
}
