import { AstroError } from 'astro/errors';
import type { Schedule } from '#model/schedule.ts';

/** What an author chose to show of a recording, from the text of a prop; a wrong name stops the build with the right ones. */

interface Asked {
  readonly name: string;
  readonly page: string;
}

/** "main, fetch 0, loop" as numbers of lanes, in that order. */
export function chosenLanes(
  { lanes }: Schedule,
  text: string | undefined,
  { name, page }: Asked,
): readonly number[] | undefined {
  return text?.split(',').map((part) => {
    const number = lanes.findIndex((lane) => lane.name === part.trim());
    if (number >= 0) return number;
    throw new AstroError(
      `The page ${page} shows the lane \`${part.trim()}\` of \`${name}\`, which it does not have.`,
      `Use some of: ${lanes.map((lane) => lane.name).join(', ')}.`,
    );
  });
}

/** "3-6, 9" as numbers of lines; without a text all of them. */
export function chosenLines(
  program: string,
  text: string | undefined,
  { name, page }: Asked,
): readonly number[] {
  const count = program.trimEnd().split('\n').length;
  const all = Array.from({ length: count }, (_, i) => i + 1);
  if (text === undefined) return all;
  const ranges = text.split(',').map((part) => {
    const [, from = '', to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    if (from !== '' && Number(from) >= 1 && Number(from) <= Number(to) && Number(to) <= count)
      return { from: Number(from), to: Number(to) };
    throw new AstroError(
      `The page ${page} shows the lines \`${text}\` of \`${name}\`, and \`${part.trim()}\` is none of them.`,
      `Its lines are 1 to ${count}. Type the ones that you want: lines="1-${Math.min(4, count)}, ${count}".`,
    );
  });
  return all.filter((line) => ranges.some(({ from, to }) => from <= line && line <= to));
}

/** The step of a key step's slug; nothing when the author named none. */
export function openedStep(
  keySteps: Readonly<Record<string, number>>,
  slug: string | undefined,
  { name, page }: Asked,
): number | undefined {
  if (slug === undefined) return undefined;
  const step = keySteps[slug];
  if (step !== undefined) return step;
  throw new AstroError(
    `The page ${page} names the key step \`${slug}\` of \`${name}\`, which it does not have.`,
    `Use one of: ${Object.keys(keySteps).join(', ')}. Or add it under \`steps:\` in content/examples/${name}/example.yaml.`,
  );
}
