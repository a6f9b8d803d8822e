import type { APIRoute } from 'astro';
import { underBase } from '#links/base.ts';

export const GET: APIRoute = ({ site }) => {
  const map = site && new URL(underBase(import.meta.env.BASE_URL, '/sitemap.xml'), site).href;
  return new Response(`User-agent: *\nAllow: /\n${map ? `\nSitemap: ${map}\n` : ''}`);
};
