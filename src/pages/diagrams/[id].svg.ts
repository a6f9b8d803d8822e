// Every drawing as a picture that carries its own colors.
import type { APIRoute, GetStaticPaths } from 'astro';
import rules from '../../components/diagram/drawn.css?raw';
import { pictureOf, pictures } from '../../components/diagram/pictures.ts';
import tokens from '../../styles/tokens.css?raw';
import { colored } from '#sequence/colored.ts';

export const getStaticPaths: GetStaticPaths = () => pictures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { svg } = pictureOf(params.id ?? '', '/diagrams/');
  return new Response(colored(svg, tokens, rules), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
