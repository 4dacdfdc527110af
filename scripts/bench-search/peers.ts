/** The peers: a plain scan, MiniSearch, Orama. Each as well as its documentation tells how to for Chinese. */
import { create, insertMultiple, save, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import MiniSearch from 'minisearch';
import { brotli, type Engine, pairs } from './engine.ts';
import { answers } from './queries.ts';

/** Reads every text for every query. */
export function plainScan(): Engine {
  let bodies: string[] = [];
  let bytes = 0;
  return {
    name: 'plain scan',
    async build(corpus) {
      bodies = corpus.documents.map(({ body }) => body);
      bytes = brotli(bodies.join('\n'));
    },
    async search(query) {
      const ids: number[] = [];
      for (let id = 0; id < bodies.length; id++) if (answers(bodies[id]!, query)) ids.push(id);
      return ids;
    },
    indexBytes: () => bytes,
    firstBytes: async () => bytes,
  };
}

/** MiniSearch with pairs of characters as terms: its own tokenizer takes a whole clause for one word. */
export function miniSearch(): Engine {
  let index: MiniSearch<{ id: number; body: string }>;
  let bytes = 0;
  return {
    name: 'minisearch (pairs)',
    async build(corpus) {
      index = new MiniSearch({ fields: ['body'], tokenize: pairs });
      index.addAll(corpus.documents.map(({ id, body }) => ({ id, body })));
    },
    async search({ phrases }) {
      const terms = phrases.flatMap((phrase) =>
        phrase.length === 1 ? [phrase] : pairs(phrase).filter((t) => t.length > 1),
      );
      return index
        .search(terms.join(' '), { combineWith: 'AND', tokenize: () => terms, processTerm: (term) => term })
        .map(({ id }) => id as number);
    },
    indexBytes() {
      bytes ||= brotli(JSON.stringify(index));
      return bytes;
    },
    firstBytes: async () => bytes,
  };
}

/** Orama with its Mandarin tokenizer; without it a whole clause is one word. */
export function orama(): Engine {
  let index: Awaited<ReturnType<typeof make>>;
  let bytes = 0;
  let size = 0;
  const make = async () =>
    create({ schema: { body: 'string' } as const, components: { tokenizer: await createTokenizer() } });
  return {
    name: 'orama (mandarin)',
    async build(corpus) {
      index = await make();
      size = corpus.size;
      const documents = corpus.documents.map(({ id, body }) => ({ id: String(id), body }));
      await insertMultiple(index, documents, 5000);
    },
    async search({ phrases }) {
      const found = await search(index, { term: phrases.join(' '), limit: size, threshold: 0 });
      return found.hits.map(({ id }) => Number(id));
    },
    indexBytes() {
      bytes ||= brotli(JSON.stringify(save(index)));
      return bytes;
    },
    firstBytes: async () => bytes,
  };
}
