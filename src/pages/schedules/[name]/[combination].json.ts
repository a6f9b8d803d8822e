// The schedule of every other position of an example's switches, with its words.
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordingFile } from '../../../components/replay/recording-file.ts';
import { combinationNames, loadCombination } from '#examples/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  combinationNames.map(({ example, combination }) => ({ params: { name: example, combination } }));

export const GET: APIRoute = async ({ params }) =>
  recordingFile(await loadCombination(params.name ?? '', params.combination ?? '', '/schedules/'));
