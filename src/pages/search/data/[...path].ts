import type { APIRoute, GetStaticPaths } from 'astro';
import { besidePages } from '../../../site/beside-pages.ts';
import { dataFolder, searchFiles } from '../../../site/search/files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  besidePages(await searchFiles(), ({ path, body }) => ({
    params: { path: path.slice(dataFolder.length) },
    props: { body },
  }));

export const GET: APIRoute = ({ props }) => new Response(props['body'] as BodyInit);
