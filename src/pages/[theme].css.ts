/** The colour of the city, where its register names one: `/theme.css`. */
import type { APIRoute } from 'astro';
import { holdings } from '../site/site.ts';
import { themeCss } from '../site/theme.ts';

export async function getStaticPaths() {
  const { colour } = (await holdings()).archive.site;
  return colour ? [{ params: { theme: 'theme' }, props: { css: themeCss(colour) } }] : [];
}

export const GET: APIRoute = ({ props }) => new Response(props['css'] as string);
