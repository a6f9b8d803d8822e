import type { RecordedExample } from '#examples/load.ts';
import { storeSchedule, type StoredSchedule } from '#model/stored.ts';
import type { Recording } from './data.ts';
import { figureWords } from './figure-words.ts';

/** What a replay fetches when its reader first moves: the schedule, and the words of each step. */
export function recordingFile({ schedule, program }: RecordedExample): Response {
  const recording: Recording = {
    schedule: JSON.parse(storeSchedule(schedule)) as StoredSchedule,
    words: figureWords(schedule, program),
  };
  return new Response(JSON.stringify(recording), {
    headers: { 'Content-Type': 'application/json' },
  });
}
