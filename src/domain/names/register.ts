/**
 * The register: which work a name means. Made once of all works; everything that looks a document up asks it.
 *
 * By number first, for a title is shortened and misprinted more often than a number. Two candidates give a reason, never
 * one of them.
 */
import type { Day } from '../model.ts';
import { documentNumberKey, isGivenBy, keyOfNumber, parseDocumentNumber } from './document-number.ts';
import { indexNames, type NameGrams, nearest } from './likeness.ts';
import { type Mention, unmarked } from './mention.ts';
import { bareNames, nationalLaws } from './national-laws.ts';
import { tailOf, titleKey, withoutEdition, withoutTrial } from './title.ts';
import { titleNoun } from './title-noun.ts';
import { keyOfGiven, keysOf, mayBeGivenBy, numbersOf, type Registered, titlesOf } from './work-names.ts';

/** What a text says of the document that it names. */
export type Named = Pick<Mention, 'title' | 'number' | 'issuer'> & {
  /** The title has no 《》 and may begin with words that are not its own. */
  bare?: boolean | undefined;
};

export interface Meant<W> {
  work: W;
  /** Day of the text that was promulgated under the number. */
  date?: Day;
  /** How it was found: by its number, by its title alone, or by a title without the number that the mention gives. */
  by: 'number' | 'title' | 'title without number';
  /** What had to be assumed, in Chinese. */
  note?: string;
  /** Of a bare name, the words that are the name, where the run holds more. */
  words?: string;
}

/** No one work: the candidates, and in Chinese why none of them is chosen. */
export interface NotMeant<W> {
  work?: undefined;
  candidates: readonly W[];
  reason: string;
  words?: string;
}

interface Numbered<W> {
  work: W;
  date?: Day;
}

/** Characters by which a title is looked up inside a run of text. */
export const headLength = 6;

export class Register<W extends Registered> {
  readonly #works = new Map<string, W>();
  /** With the day of the text that was promulgated under the number. */
  readonly #byNumber = new Map<string, Numbered<W>[]>();
  readonly #byTitle = new Map<string, W[]>();
  /** Titles from 关于 on. */
  readonly #byTail = new Map<string, W[]>();
  /** Short names that texts give for themselves, with the works that they mean and the texts that say so. */
  readonly #called = new Map<string, Map<W, string>>();
  /** Titles without a final （试行）. */
  readonly #byTrial = new Map<string, W[]>();
  #grams: NameGrams | undefined;
  #heads: Map<string, string[]> | undefined;

  constructor(works: Iterable<W>) {
    this.add(works);
  }

  /** Works by id, in the order in which they were added. */
  get works(): ReadonlyMap<string, W> {
    return this.#works;
  }

  /** Adds works that texts only name, when all texts have been read. */
  add(works: Iterable<W>): void {
    for (const work of works) {
      this.#works.set(work.id, work);
      for (const key of new Set(titlesOf(work).map(titleKey))) {
        put(this.#byTitle, key, work);
        put(this.#byTail, tailOf(key), work);
        put(this.#byTrial, withoutTrial(key), work);
      }
      for (const { number, ...day } of numbersOf(work)) {
        for (const key of keysOf(number, work.issuer)) {
          const list = this.#byNumber.get(key) ?? [];
          if (!list.some((other) => other.work === work)) list.push({ work, ...day });
          this.#byNumber.set(key, list);
        }
      }
    }
  }

  /**
   * Takes down short names that a text gives: each holds in that text alone, but people ask for it.
   * @param by title of the text
   */
  call(shorts: Iterable<readonly [name: string, title: string]>, by: string): void {
    for (const [name, title] of shorts) {
      const key = titleKey(name);
      const { work } = this.lookUp({ title });
      // 《办法》 names a kind, and 旧条例 one of two texts.
      if (!work || key.length < 3 || titleNoun(key) === key || /^[新旧原本该]/.test(key)) continue;
      this.callWork(key, work, by);
    }
  }

  /** Takes down one short name as `shortNames` gives it. */
  callWork(key: string, work: W, by: string): void {
    const called = this.#called.get(key) ?? new Map<W, string>();
    if (!called.has(work)) called.set(work, by);
    this.#called.set(key, called);
  }

  /** All short names that were taken down. */
  *shortNames(): Generator<{ key: string; work: W; by: string }> {
    for (const [key, works] of this.#called) for (const [work, by] of works) yield { key, work, by };
  }

  /** Works that texts call so for short, each with the title of a text that does. */
  called(name: string): ReadonlyMap<W, string> {
    return this.#called.get(titleKey(name)) ?? new Map();
  }

  /**
   * The one work that a mention means, or the candidates with the reason.
   *
   * `{ title: '关于…收费的通知', number: '湛发改价格〔2015〕26号' }` → the work of that number, with a note where its title
   * reads otherwise · 《甲办法》, the title of two works → both, and that it cannot be told which
   * @param may which works the place that names it can mean: no text repeals itself
   */
  lookUp(mention: Named, may: (work: W) => boolean = () => true): Meant<W> | NotMeant<W> {
    const { number, title } = mention;
    const numbered = number === undefined ? [] : this.#bearing(number);
    if (number !== undefined && numbered.length > 0) return this.#byNumberOf(number, title, numbered, may);
    if (title !== undefined) return this.#byTitleOf(mention, title, may);
    return { candidates: [], reason: `本档案未收录${documentNumberKey(number ?? '')}` };
  }

  #byNumberOf(
    number: string,
    title: string | undefined,
    bearing: readonly Numbered<W>[],
    may: (work: W) => boolean,
  ): Meant<W> | NotMeant<W> {
    const covers = bearing.map(({ work }) => work);
    // 《甲办法》（某府〔2012〕5号): the number may be that of the cover.
    const named = (title === undefined ? [] : (this.#byTitle.get(titleKey(title)) ?? [])).filter(
      (work) => covers.includes(work) || isCarriedBy(work, covers),
    );
    const found = (named.length > 0 ? named : covers).filter(may);
    const [work] = found;
    if (found.length > 1) {
      const reason = `文号${documentNumberKey(number)}对应${found.length}件文件，无法确定是哪一件`;
      return { candidates: found, reason };
    }
    if (!work) return { candidates: [], reason: `本档案未收录${documentNumberKey(number)}` };
    const { date } = bearing.find((one) => one.work === work) ?? {};
    const differs = title !== undefined && named.length === 0;
    return {
      work,
      by: 'number',
      ...(date ? { date } : {}),
      ...(differs ? { note: `按文号${documentNumberKey(number)}对应；其标题作“${work.title}”` } : {}),
    };
  }

  #byTitleOf(mention: Named, title: string, may: (work: W) => boolean): Meant<W> | NotMeant<W> {
    const by = mention.number === undefined ? 'title' : 'title without number';
    for (const words of mention.bare ? bareNames(title) : [title]) {
      const own = words === title ? {} : { words };
      const key = titleKey(words);
      const found = fitting(ofEdition(this.#byTitle.get(key) ?? [], words), mention).filter(may);
      const [work] = found;
      if (found.length === 1 && work) return { work, by, ...own };
      if (found.length > 1) {
        const reason = `有${found.length}件文件名为《${words}》，无法确定是哪一件`;
        return { candidates: found, reason, ...own };
      }
      if (mention.bare && nationalLaws.has(key))
        return { candidates: [], reason: `本档案未收录《${words}》`, ...own };
    }
    const key = titleKey(title);
    const tails = this.#byTitle.has(key) ? [] : this.#byTailOf(key);
    const found = fitting(tails, mention).filter(may);
    const [work] = found;
    if (found.length === 1 && work) return { work, by, note: `按略去发文机关的标题对应《${work.title}》` };
    const reason =
      found.length > 1
        ? `有${found.length}件文件的标题为“${title}”，无法确定是哪一件`
        : `本档案未收录《${title}》`;
    return { candidates: found, reason };
  }

  /** Works that have a number; for an order that names its issuer, none of another issuer. */
  numbered(number: string): readonly W[] {
    return this.#bearing(number).map(({ work }) => work);
  }

  #bearing(number: string): readonly Numbered<W>[] {
    const parts = parseDocumentNumber(number);
    if (!parts || !isGivenBy(parts)) return knownByMore(this.#byNumber.get(documentNumberKey(number)) ?? []);
    const found = knownByMore(this.#byNumber.get(keyOfGiven(parts)) ?? []);
    if (found.length > 0 || parts.organ === '') return found;
    const bare = this.#byNumber.get(keyOfNumber({ ...parts, organ: '' })) ?? [];
    return bare.filter(({ work }) => mayBeGivenBy(work, parts));
  }

  /** Works with a title; a title without its issuer finds the works that end so. */
  titled(title: string): readonly W[] {
    const key = titleKey(title);
    return ofEdition(this.#byTitle.get(key) ?? this.#byTailOf(key), title);
  }

  /** Works that a decision means by a title; it may leave out a final （试行）. */
  amended(title: string): readonly W[] {
    const found = this.titled(title);
    return found.length > 0 ? found : (this.#byTrial.get(withoutTrial(titleKey(title))) ?? []);
  }

  /** True where a work has a title, issuer and all. */
  hasTitle(title: string): boolean {
    return this.#byTitle.has(titleKey(title));
  }

  /** 关于收费的通知 is the tail of one issuer's title; two titles with different issuers are different documents. */
  #byTailOf(key: string): readonly W[] {
    const tail = tailOf(key);
    if (tail === undefined) return [];
    return (tail === key ? this.#byTail : this.#byTitle).get(tail) ?? [];
  }

  /** Works that a person means by an id, a number or a title, typed with 《》 or without. */
  typed(name: string): { how: 'id' | 'name'; works: readonly W[] } {
    const byId = this.works.get(name);
    if (byId) return { how: 'id', works: [byId] };
    const bare = unmarked(name);
    const numbered = parseDocumentNumber(bare) ? this.numbered(bare) : [];
    return { how: 'name', works: numbered.length > 0 ? numbered : this.titled(bare) };
  }

  /** True for a work that has the number, or whose cover has it. */
  bears(work: W, number: string): boolean {
    const numbered = this.numbered(number);
    return numbered.includes(work) || isCarriedBy(work, numbered);
  }

  /** Works whose names come near, the nearest first: offered, never assumed. The names are indexed for the first question. */
  near(words: string): readonly W[] {
    this.#grams ??= indexNames(this.#names());
    return nearest(this.#grams, words).map(({ id }) => this.works.get(id)!);
  }

  *#names(): Generator<{ id: string; name: string }> {
    for (const work of this.works.values()) {
      const { id } = work;
      for (const name of titlesOf(work)) yield { id, name };
      for (const { number } of numbersOf(work)) yield { id, name: inFull(number, work) };
    }
    for (const [name, works] of this.#called) for (const { id } of works.keys()) yield { id, name };
  }

  /** Works whose titles a run of text holds without marks, each with where its title begins in the key of the text. */
  within(text: string): { at: number; works: readonly W[] }[] {
    this.#heads ??= headsOf(this.#byTitle.keys());
    const key = titleKey(text);
    const found: { at: number; works: readonly W[] }[] = [];
    for (let at = 0; at + headLength <= key.length; at++) {
      const title = this.#heads.get(key.slice(at, at + headLength))?.find((one) => key.startsWith(one, at));
      if (title === undefined) continue;
      found.push({ at, works: this.#byTitle.get(title)! });
      at += title.length - 1;
    }
    return found;
  }
}

/**
 * Of works of one name, the one whose text is held: a person means what can be read. The others stand beside it.
 *
 * 甲法 of 2010, known by name, and 甲法 of 2020, held → the latter, beside it the former
 */
export function heldFirst<W extends Registered>(
  works: readonly W[],
): { works: readonly W[]; beside: readonly W[] } {
  const held = works.filter(({ versions }) => versions.length > 0);
  if (works.length < 2 || held.length !== 1) return { works, beside: [] };
  return { works: held, beside: works.filter((work) => work !== held[0]) };
}

function put<W>(map: Map<string, W[]>, key: string | undefined, work: W): void {
  if (!key) return;
  const list = map.get(key);
  if (!list) map.set(key, [work]);
  else if (!list.includes(work)) list.push(work);
}

/** Of several works that differ in （2019年修订） alone, those of the edition that a title tells. */
function ofEdition<W extends Registered>(works: readonly W[], title: string): readonly W[] {
  if (works.length < 2) return works;
  const editionOf = (name: string): string | undefined => withoutEdition(name).edition?.normalize('NFKC');
  const asked = editionOf(title);
  const same = works.filter((work) => titlesOf(work).some((name) => editionOf(name) === asked));
  return same.length > 0 ? same : works;
}

/** Without those known under another number; of several, those of the body named. */
function fitting<W extends Registered>(works: readonly W[], { number, issuer }: Named): readonly W[] {
  // Under an order a text is promulgated, or another amended: its number tells no texts apart.
  const apart = number !== undefined && parseDocumentNumber(number)?.scheme === 'document';
  const numbered = apart ? works.filter((work) => numbersOf(work).length === 0) : works;
  if (numbered.length < 2 || issuer === undefined) return numbered;
  const issued = numbered.filter((work) => work.issuer?.includes(issuer));
  return issued.length > 0 ? issued : numbered;
}

/** A work that is nothing but this number gives way to those that are known by more. */
function knownByMore<W extends Registered>(all: readonly Numbered<W>[]): readonly Numbered<W>[] {
  if (all.length < 2) return all;
  const known = all.filter(({ work }) => work.title !== work.documentNumber);
  return known.length > 0 ? known : all;
}

function isCarriedBy({ carriedBy }: Registered, covers: readonly Registered[]): boolean {
  return carriedBy !== undefined && covers.some(({ id }) => id === carriedBy);
}

/** 令第7号 → 某市人民政府令第7号: an order is known by who gave it. */
function inFull(number: string, { issuer = '' }: Registered): string {
  const parts = parseDocumentNumber(number);
  return parts && isGivenBy(parts) && parts.organ === '' ? issuer.replace(/\s/g, '') + number : number;
}

/** Titles by their first characters, the longest first. */
function headsOf(titles: Iterable<string>): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const title of titles) {
    if (title.length < headLength) continue;
    const head = title.slice(0, headLength);
    const list = heads.get(head);
    if (list) list.push(title);
    else heads.set(head, [title]);
  }
  for (const list of heads.values()) list.sort((a, b) => b.length - a.length);
  return heads;
}
