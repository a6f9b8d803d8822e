import { KeyStepError } from '#model/key-steps.ts';
import { SequenceError } from '#sequence/conversation.ts';
import { describe, mermaidOf } from '#sequence/mermaid.ts';
import { tell } from '#sequence/tell.ts';
import { DIAGRAMS, diagramSources, type Source } from '#tools/drawings.ts';
import {
  AuthorError,
  exampleNames,
  EXAMPLES,
  readExample,
  type ExampleFolder,
} from '#tools/examples.ts';
import { readSchedule } from '#tools/recordings.ts';

/** Everything that is drawn ahead: diagrams by hand, and the sequences that examples ask for. */
export function allSources(): {
  readonly sources: readonly Source[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const told = exampleNames().flatMap((name) => {
    try {
      return sequenceSources(readExample(name));
    } catch (error) {
      if (!(error instanceof AuthorError)) throw error;
      faults.push(error.message);
      return [];
    }
  });
  return { sources: [...diagramSources(), ...told], faults };
}

/** The sequences of one example, each as Mermaid text. Throws an AuthorError that names the one that cannot be told. */
export function sequenceSources(folder: ExampleFolder): readonly Source[] {
  const { name, url, example, text: program } = folder;
  const all = Object.entries(example.sequences);
  if (all.length === 0) return [];
  const schedule = readSchedule(folder);
  return all.map(([key, choice]) => {
    try {
      const conversation = tell(schedule, { program, example, choice });
      const text = mermaidOf(conversation, {
        title: `${example.title}: who speaks to whom`,
        description: describe(conversation, schedule.provenance.python),
      });
      return {
        id: `${name}-sequence-${key}`,
        name: `${name}/${key}`,
        path: `content/examples/${name}/sequence.${key}.mmd`,
        folder: url,
        file: `sequence.${key}`,
        text,
        isMade: true,
      };
    } catch (error) {
      if (!(error instanceof SequenceError || error instanceof KeyStepError)) throw error;
      throw new AuthorError(
        `content/examples/${name}/example.yaml: the sequence \`${key}\`: ${error.message}`,
      );
    }
  });
}

/** The folders in which drawings lie, each with what belongs there. */
export function foldersOf(sources: readonly Source[]) {
  const diagrams = { folder: DIAGRAMS, path: 'content/diagrams/' };
  const examples = exampleNames().map((name) => ({
    folder: new URL(`${name}/`, EXAMPLES),
    path: `content/examples/${name}/`,
  }));
  return [diagrams, ...examples].map(({ folder, path }) => ({
    folder,
    path,
    sources: sources.filter((source) => source.folder.href === folder.href),
  }));
}
