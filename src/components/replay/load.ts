import { expandSchedule } from '#model/stored.ts';
import { instantsOf } from '#model/turns.ts';
import type { ReplayData } from './data.ts';
import { fetchRecording } from './fetch-recording.ts';
import { keyStepsPart } from './parts/key-steps.ts';
import { lensPart } from './parts/lens.ts';
import { partOf, type Figure, type Part } from './parts/part.ts';
import { programPart } from './parts/program.ts';
import { sentencePart } from './parts/sentence.ts';
import { stripPart } from './parts/strip.ts';
import { transportPart } from './parts/transport.ts';

/** A figure's recording, and the parts that follow it. */
export interface Loaded {
  readonly figure: Figure;
  readonly parts: readonly Part[];
}

export async function load(root: HTMLElement): Promise<Loaded> {
  const source = partOf(root, 'script[type="application/json"]').textContent;
  const data = JSON.parse(source) as ReplayData;
  const { schedule: stored, words } = await fetchRecording(data.source);
  const schedule = expandSchedule(stored);
  const instants = instantsOf(schedule);
  const last = schedule.steps.length - 1;
  const figure: Figure = { root, data, words, schedule, instants, last };
  // The lens asks how high its rows are: after all others have written, so that the page is laid out once.
  const makers = [stripPart, programPart, sentencePart, transportPart, keyStepsPart, lensPart];
  return { figure, parts: makers.map((make) => make(figure)) };
}
