/** Data of a large archive, beside the desk: names, and events in shards. A small archive has none. */
import type { APIRoute } from 'astro';
import { holdings } from '../../../site/site.ts';
import { dataFiles } from '../../../site/status/data.ts';

export async function getStaticPaths() {
  const { files } = dataFiles(await holdings());
  return Array.from(files, ([file, body]) => ({ params: { file }, props: { body } }));
}

export const GET: APIRoute = ({ props }) => new Response(String(props['body']));
