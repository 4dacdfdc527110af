/** Texts for the bench: the archive at hand, a folder of further texts, and generated ones up to the wanted size. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Work } from '../../src/domain/model.ts';
import { searchDocuments } from '../../src/domain/search/documents.ts';
import type { SearchDocument, SearchVersion } from '../../src/domain/search/types.ts';
import { parseInstruments } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';
import { loadContent } from '../../src/site/load.ts';

/** A generator of numbers in [0, 1) that gives the same ones in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Documents of a content folder. */
export function contentDocuments(dir: string): SearchDocument[] {
  return searchDocuments(loadContent(dir).archive.works);
}

/** Documents of every text below a folder, one work a file; none for a folder that is not there. */
export function folderDocuments(dir: string): SearchDocument[] {
  let names: string[];
  try {
    names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  const works = names
    .filter((name) => /\.(md|txt)$/.test(name))
    .sort()
    .map((name, i): Work => {
      const file = new VFile({ path: name });
      const instrument = parseInstruments(
        readText(readFileSync(join(dir, name), 'utf8'), file),
        file,
        name,
      )[0]!;
      const { title, kind } = instrument;
      const work = `text-${i}`;
      const date = `${1990 + (i % 35)}-01-01`;
      return {
        ...{ id: work, title, kind, aliases: [], carries: [] },
        versions: [{ work, date, origin: 'published', instrument, source: { path: name } }],
      };
    });
  return searchDocuments(works);
}

export function characters(documents: readonly SearchDocument[]): number {
  return documents.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * Documents with so many characters: first the given ones, then copies in which a fifth of the characters is written
 * otherwise, each copy in its own way, so that the vocabulary grows as it does with real texts.
 */
export function grow(given: readonly SearchDocument[], wanted: number): SearchDocument[] {
  const list: SearchDocument[] = [];
  let total = 0;
  // What numbers and names the provisions stays: an article is called as it is numbered.
  const letters = [...new Set(given.flatMap(({ text }) => [...text]))].filter(
    (c) => /\p{Script=Han}/u.test(c) && !/[第零〇一二三四五六七八九十百千编章节条款项目之]/.test(c),
  );
  for (let copy = 0; total < wanted; copy++) {
    const next = random(copy + 1);
    const other = new Map<string, string>();
    if (copy > 0) {
      for (const c of letters) if (next() < 0.2) other.set(c, letters[Math.floor(next() * letters.length)]!);
    }
    const write = (text: string): string =>
      copy === 0 ? text : [...text].map((c) => other.get(c) ?? c).join('');
    const versions = new Map<SearchVersion, SearchVersion>();
    for (const document of given) {
      if (total >= wanted) break;
      let version = versions.get(document.version);
      if (!version) {
        const { work, title, aliases } = document.version;
        version = {
          ...document.version,
          work: `${work}-${copy}`,
          title: write(title),
          aliases: aliases.map(write),
        };
        versions.set(document.version, version);
      }
      const { label, heading, crumbs, text } = document;
      list.push({
        ...document,
        ...{
          version,
          label: write(label),
          heading: write(heading),
          crumbs: crumbs.map(write),
          text: write(text),
        },
      });
      total += text.length;
    }
  }
  return list;
}
