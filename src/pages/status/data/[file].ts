/** Data of a large archive, beside the desk: names, and events in shards. A small archive has none. */
import type { APIRoute } from 'astro';
import { besidePages } from '../../../site/beside-pages.ts';
import { holdings } from '../../../site/site.ts';
import { dataFiles, dataFolder } from '../../../site/status/data.ts';

export async function getStaticPaths() {
  const { files } = dataFiles(await holdings());
  return besidePages(files, ({ path, body }) => ({
    params: { file: path.slice(dataFolder.length) },
    props: { body },
  }));
}

export const GET: APIRoute = ({ props }) => new Response(String(props['body']));
