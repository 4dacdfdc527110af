import type { APIRoute, GetStaticPaths } from 'astro';
import { searchFiles } from '../../../site/search/files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await searchFiles()).map(({ path, body }) => ({ params: { path }, props: { body } }));

export const GET: APIRoute = ({ props }) => new Response(props['body'] as BodyInit);
