/** Addresses of works, for the page of an address that leads nowhere. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { besidePages } from '../../site/beside-pages.ts';
import { nearestFiles, nearestFolder } from '../../site/nearest.ts';
import { holdings } from '../../site/site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  besidePages(nearestFiles(await holdings()), ({ path, body }) => ({
    params: { file: path.slice(nearestFolder.length) },
    props: { body },
  }));

export const GET: APIRoute = ({ props }) => new Response(props['body'] as string);
