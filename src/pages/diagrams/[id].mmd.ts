// What every drawing was drawn from: GitHub, GitLab and many wikis draw it themselves.
import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureOf, pictures } from '../../components/diagram/pictures.ts';

export const getStaticPaths: GetStaticPaths = () => pictures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { mermaid } = pictureOf(params.id ?? '', '/diagrams/');
  return new Response(mermaid, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
