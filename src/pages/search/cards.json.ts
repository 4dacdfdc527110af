import type { APIRoute } from 'astro';
import { cardsOf } from '../../site/search/cards.ts';
import { holdings } from '../../site/site.ts';

export const GET: APIRoute = async () => Response.json(cardsOf(await holdings()));
