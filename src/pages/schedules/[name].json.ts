// Every schedule as a file, with the words that its figure says at each step.
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordingFile } from '../../components/replay/recording-file.ts';
import { exampleNames, loadExample } from '#examples/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  exampleNames.map((name) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) =>
  recordingFile(await loadExample(params.name ?? '', '/schedules/'));
