import ts from 'typescript';

/** What switches TypeScript off for a place, each with its cure; `text` is a .ts or an .astro file. */
export function strictnessFaults(file: string, text: string): readonly string[] {
  return codeOf(file, text).flatMap((code) => [...typeFaults(file, code), ...orders(file, code)]);
}

const CURES = {
  any: 'Say what it is; where nobody can know, type `unknown` and ask before use.',
  twice:
    'A cast through `unknown` silences every doubt. Check the value (a schema, a guard) instead.',
  order: 'Mend what TypeScript says instead of hushing it.',
} as const;

/** TypeScript of a file: all of a .ts file, the front matter and the scripts of an .astro file. */
function codeOf(file: string, text: string): readonly string[] {
  if (!file.endsWith('.astro')) return [text];
  // What stands before is blanked, so that lines stay those of the file.
  const part = (found: RegExpMatchArray): string =>
    text.slice(0, found.index).replace(/[^\n]/g, '') + (found[1] ?? '');
  return [
    ...[...text.matchAll(/^(---\n[\s\S]*?\n)---$/gm)].slice(0, 1).map((found) => {
      return part(found).replace('---', '');
    }),
    ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(part),
  ];
}

function typeFaults(file: string, code: string): string[] {
  const source = ts.createSourceFile(file.replace(/astro$/, 'ts'), code, ts.ScriptTarget.Latest);
  const faults: string[] = [];
  const tell = (node: ts.Node, what: string, cure: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    faults.push(`${file}, line ${line + 1}: ${what}. ${cure}`);
  };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) tell(node, '`any`', CURES.any);
    if (
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
    )
      tell(node, '`as unknown as`', CURES.twice);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** Comments that are orders to the compiler. */
function orders(file: string, code: string): string[] {
  const pattern = /^.*?(?:\/\/|\/\*)[^\n]*?(@ts-(?:ignore|nocheck|expect-error))/;
  return code.split('\n').flatMap((line, index) => {
    const order = pattern.exec(line)?.[1];
    return order === undefined ? [] : [`${file}, line ${index + 1}: \`${order}\`. ${CURES.order}`];
  });
}
