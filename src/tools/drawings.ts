import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { MermaidSyntaxError, type Drawer } from '#sequence/drawer.ts';
import { hashOf } from '#sequence/hash.ts';
import { unreadable } from '#sequence/overlaps.ts';
import { readDrawing } from '#sequence/drawing.ts';
import { slim } from '#sequence/slim.ts';
import { AuthorError } from '#tools/examples.ts';
import { writeAtomically } from '#tools/write.ts';

/** What is drawn ahead, and whether that is done. */

export const DIAGRAMS = new URL('../../content/diagrams/', import.meta.url);

/** A text to be drawn, and where it lies. */
export interface Source {
  /** The id of its figure. */
  readonly id: string;
  /** As a person types it after `npm run draw`. */
  readonly name: string;
  /** Path of the text, from the project's folder, and its folder. */
  readonly path: string;
  readonly folder: URL;
  /** File names without their ending. */
  readonly file: string;
  readonly text: string;
  /** Whether the text is made by us, and written with the drawing. */
  readonly isMade: boolean;
}

export function diagramSources(folder: URL = DIAGRAMS): Source[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mmd'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.mmd$/, '');
      const text = readFileSync(new URL(file, folder), 'utf8');
      const path = `content/diagrams/${file}`;
      return { id: name, name, path, folder, file: name, text, isMade: false };
    });
}

/** What is not as drawing it would leave it, each with its cure. Starts no browser. */
export function staleDrawings(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const { name, path, text, isMade } = source;
    const type = `Type \`npm run draw ${name}\`.`;
    const svg = read(source, 'svg');
    if (svg === undefined) return [`${path} is not drawn. ${type}`];
    if (isMade && read(source, 'mmd') !== text)
      return [`${path} is not what the recording says now. ${type}`];
    if (readDrawing(svg).hash !== hashOf(text))
      return [`${path} has changed since it was drawn, or how things are drawn has. ${type}`];
    return [];
  });
}

/** Drawings whose text is gone. */
export function leftDrawings(folder: URL, sources: readonly Source[]): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /\.(svg|mmd)$/.test(file))
    .filter((file) => !sources.some((source) => file.replace(/\.(svg|mmd)$/, '') === source.file));
}

export function removeLeft(folder: URL, sources: readonly Source[]): readonly string[] {
  const left = leftDrawings(folder, sources);
  for (const file of left) rmSync(new URL(file, folder));
  return left;
}

/**
 * Draws one text and writes what changed; answers with the names of the files written. Throws an
 * AuthorError, and leaves what is there, when Mermaid does not take it or it cannot be read.
 */
export async function drawSource(drawer: Drawer, source: Source): Promise<readonly string[]> {
  const { id, path, folder, file, text } = source;
  const layout = await drawer.draw(text).catch((error: unknown) => {
    if (!(error instanceof MermaidSyntaxError)) throw error;
    const line = error.line === undefined ? '' : `:${error.line}`;
    throw new AuthorError(`${path}${line}: Mermaid does not take this.\n${error.message}`);
  });
  if (layout.title === '' || layout.description === '')
    throw new AuthorError(
      `${path}: It has no ${layout.title === '' ? 'accTitle' : 'accDescr'}. Readers who cannot see it get these: ` +
        'add `accTitle: …` and `accDescr: …` below the first line.',
    );
  const faults = unreadable(layout);
  if (faults.length > 0)
    throw new AuthorError([`${path}: It cannot be read.`, ...faults].join('\n'));
  const svg = slim(layout, { id, hash: hashOf(text) });
  const files = source.isMade ? { mmd: text, svg } : { svg };
  return Object.entries(files).flatMap(([ending, content]) => {
    if (read(source, ending) === content) return [];
    writeAtomically(new URL(`${file}.${ending}`, folder), content);
    return [path.replace(/mmd$/, ending)];
  });
}

function read({ folder, file }: Source, ending: string): string | undefined {
  const url = new URL(`${file}.${ending}`, folder);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

/** Bytes of each drawing: as it lies there, and as it travels. */
export function bytesTable(sources: readonly Source[]): string {
  const rows = sources.flatMap((source) => {
    const svg = read(source, 'svg');
    if (svg === undefined) return [];
    const { sayings, width, height } = readDrawing(svg);
    return [
      [
        source.id,
        String(sayings.length),
        `${width} × ${height}`,
        String(Buffer.byteLength(svg)),
        String(brotliCompressSync(svg).length),
      ],
    ];
  });
  const all = [['drawing', 'hand-overs', 'pixels', 'bytes', 'brotli'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
