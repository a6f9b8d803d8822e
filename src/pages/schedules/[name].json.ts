// Every schedule as a file, with the words that its figure says at each step.
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureWords } from '../../components/replay/figure-words.ts';
import type { Recording } from '../../components/replay/data.ts';
import { exampleNames, loadExample } from '#examples/load.ts';
import { storeSchedule, type StoredSchedule } from '#model/stored.ts';

export const getStaticPaths: GetStaticPaths = () =>
  exampleNames.map((name) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) => {
  const { schedule, program } = await loadExample(params.name ?? '', '/schedules/');
  const recording: Recording = {
    schedule: JSON.parse(storeSchedule(schedule)) as StoredSchedule,
    words: figureWords(schedule, program),
  };
  return new Response(JSON.stringify(recording), {
    headers: { 'Content-Type': 'application/json' },
  });
};
