// Every program as a file, as it was run.
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleNames, loadExample } from '#examples/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  exampleNames.map((example) => ({ params: { example } }));

export const GET: APIRoute = async ({ params }) => {
  const { program } = await loadExample(params.example ?? '', '/examples/');
  return new Response(program, { headers: { 'Content-Type': 'text/x-python' } });
};
