import { importsOf, resolveImport, type Import } from '#tools/imports.ts';

/** Who may import whom below src/. */
export type Layers = Readonly<Record<string, readonly string[]>>;

/** A file below src/ by its path, such as `timeline/layout.ts`, and what is in it. */
export type Sources = ReadonlyMap<string, string>;

/** Every import that the layers do not allow, each with its cure. */
export function layerFaults(layers: Layers, sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, source]) => {
    const room = roomOf(file);
    const allowed = layers[room];
    if (allowed === undefined) {
      return [
        `src/${file} is in "${room}", which is no room. Add it to the table in src/layers.test.ts.`,
      ];
    }
    return importsOf(file, source).flatMap(({ specifier }) => {
      const target = resolveImport(file, specifier);
      if (target === undefined) {
        const isD3 = /^d3($|-|\/)/.test(specifier);
        if (!isD3 || room === 'timeline') return [];
        return [
          `src/${file} imports "${specifier}". Only src/timeline may: ` +
            'put the computation there and import its answer.',
        ];
      }
      const other = roomOf(target);
      if (other === room || allowed.includes(other)) return [];
      const mayImport = allowed.length === 0 ? 'nothing of ours' : allowed.join(', ');
      return [
        `src/${file} imports "${specifier}". "${room}" may import ${mayImport}. Move what both need ` +
          `down to a room that both may import, or hand it in from above.`,
      ];
    });
  });
}

/** Imports that would make a reader's browser load what only the build needs, each with its cure. */
export function shippingFaults(sources: Sources): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, chain: readonly string[], imports: readonly Import[]): void => {
    for (const { specifier, isType } of imports) {
      if (isType) continue;
      const target = resolveImport(file, specifier);
      if (target === undefined) {
        if (isForBrowsers(specifier)) continue;
        const path = [...chain, file].map((one) => `src/${one}`).join(' → ');
        faults.push(
          `${path} imports "${specifier}", and reaches readers' browsers. ` +
            (specifier === 'zod'
              ? 'Keep the schema in a file of its own and write: import type { … }.'
              : 'Compute it at build time and hand the answer over in the HTML.'),
        );
      } else if (!seen.has(target)) {
        seen.add(target);
        const source = sources.get(target);
        if (source !== undefined) visit(target, [...chain, file], importsOf(target, source));
      }
    }
  };
  for (const [file, source] of sources) {
    const imports = importsOf(file, source);
    if (file.endsWith('/element.ts')) visit(file, [], imports);
    else
      visit(
        file,
        [],
        imports.filter(({ ships }) => ships),
      );
  }
  return faults;
}

/** d3 by module, and MiniSearch, are the only packages whose code is sent to readers. */
function isForBrowsers(specifier: string): boolean {
  return /^(d3(-[a-z-]+)?|minisearch)$/.test(specifier);
}

/** The first folder, or `root`; a test at the root of src belongs to the tools. */
export function roomOf(file: string): string {
  const slash = file.indexOf('/');
  if (slash > 0) return file.slice(0, slash);
  return file.endsWith('.test.ts') ? 'tools' : 'root';
}
