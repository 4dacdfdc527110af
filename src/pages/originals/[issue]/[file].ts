import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFile, holdings } from '../../../site/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { sources } = await holdings();
  return Array.from(sources.values()).flatMap(({ issue, originals }) =>
    originals.map(({ path }) => ({
      params: { issue, file: path.slice(path.lastIndexOf('/') + 1) },
      props: { path },
    })),
  );
};

export const GET: APIRoute = async ({ props }) =>
  new Response((await contentFile(props['path'])) as BodyInit);
