import { expandSchedule } from '#model/stored.ts';
import { instantsOf } from '#model/turns.ts';
import { stepAt, trackOf } from '#timeline/slider.ts';
import { begin } from './begin.ts';
import type { Recording, ReplayData } from './data.ts';
import { momentAt, stepOfMoment } from './moment.ts';
import { keyStepsOf, keyStepsPart } from './parts/key-steps.ts';
import { lensPart } from './parts/lens.ts';
import type { Figure } from './parts/part.ts';
import { programPart } from './parts/program.ts';
import { sentencePart } from './parts/sentence.ts';
import { stripPart } from './parts/strip.ts';
import { transportPart } from './parts/transport.ts';
import type { Playing } from './player.ts';

/** What a figure that moves has and can: comes with the first press, beside the recording. */
export function moverOf(root: HTMLElement, data: ReplayData, recording: Recording) {
  const schedule = expandSchedule(recording.schedule);
  const instants = instantsOf(schedule);
  const last = schedule.steps.length - 1;
  const figure: Figure = {
    root,
    data,
    words: recording.words,
    schedule,
    instants,
    // Now: another position of a switch brings another list.
    keySteps: keyStepsOf(root),
    last,
  };
  // The lens asks how high its rows are: after all others have written, so that the page is laid out once.
  const makers = [stripPart, programPart, sentencePart, transportPart, keyStepsPart, lensPart];
  const parts = makers.map((make) => make(figure));
  return {
    figure,
    parts,
    /** Plays on from a step; returns what stops it. */
    begin: (now: number | undefined, playing: Playing, pause: () => void) =>
      begin(figure, now, playing, pause),
    momentAt: (step: number) => momentAt(figure, step),
    stepOf: (moment: string) => stepOfMoment(figure, moment),
    /** At a place of the slider. */
    stepAt: (unit: number) => stepAt(trackOf(schedule), unit),
  };
}

export type Mover = ReturnType<typeof moverOf>;
