import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As it is written: `#model/schedule.ts`, `./element.ts`, `d3`. */
  readonly specifier: string;
  /** `import type` and `export type`: gone before the code runs. */
  readonly isType: boolean;
  /** In a `<script>` of an .astro file, so that it reaches a reader's browser. */
  readonly ships: boolean;
}

/** The imports of a .ts, .mjs or .astro file, in the order they are written. */
export function importsOf(file: string, source: string): readonly Import[] {
  if (!file.endsWith('.astro')) return inCode(source, false);
  const [whole = '', matter = ''] = /^---\n(.*?)\n---/s.exec(source) ?? [];
  const scripts = source.slice(whole.length).matchAll(/<script\b[^>]*>(.*?)<\/script>/gs);
  return [...inCode(matter, false), ...[...scripts].flatMap(([, code = '']) => inCode(code, true))];
}

function inCode(source: string, ships: boolean): Import[] {
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, isType: boolean): void => {
    if (name !== undefined && ts.isStringLiteralLike(name)) {
      found.push({ specifier: name.text, isType, ships });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest));
  return found;
}

/** The file below `src` that an import names, with `/` between names; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(join(dirname(from), specifier).replaceAll('\\', '/')).replace(/\?.*$/, '');
}
