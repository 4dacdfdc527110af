/**
 * A citation as people type it → the provisions it means.
 *
 * `《网络预约出租汽车暂行规定》第六条第三项`, `湛府〔2020〕68号`, `网约车 六条三项` → work, version, eId, text. The inverse of
 * `citationOf`: what this program writes for a place leads back to it.
 */
import type { Day, Provision, Version, Work } from '../model.ts';
import { serializeProvisions } from '../structure/index.ts';
import { simplify } from '../text/simplify.ts';
import { citationOf } from './citation.ts';
import { type Reading, readCitation } from './citation-query.ts';
import { type TextAsked, textAsked } from './cited-text.ts';
import {
  type CitationKeys,
  keysOfReadings,
  numberDoubt,
  type WorksMeant,
  worksMeant,
} from './cited-works.ts';
import { formatLocator } from './format-locator.ts';
import { formerPlace } from './former-place.ts';
import { placeNames } from './place-names.ts';
import { indexProvisions } from './provision-index.ts';
import { resolveLocator } from './resolve-locator.ts';
import type { Library } from './text-meant.ts';

export interface Cited {
  work: Work;
  version: Version;
  /** Empty for the whole text. */
  eId: string;
  /** 第六条第三项; empty for the whole text. */
  label: string;
  /** 《…》（…令第3号，2018年12月31日文本）第六条第三项 */
  citation: string;
  text: string;
}

export interface CitationAnswer {
  query: string;
  results: Cited[];
  /** Works that the name may mean, where it does not say which; beside a result, others of the same title. */
  candidates: Work[];
  /** Why there is no result, or not all that was asked for; in Chinese. */
  reasons: string[];
  /** What was assumed, where the answer is whole. */
  notes: string[];
}

/** Longest citation that is read. */
const longest = 2000;

/**
 * @param at day whose text is asked for; without it the newest text
 */
export function cite(query: string, library: Library, at?: Day): CitationAnswer {
  const whole = citeOne(query, library, at);
  if (whole.results.length > 0) return whole;
  const answers = partsOf(query).map((part) => citeOne(part, library, at));
  if (!answers.some(({ results }) => results.length > 0)) return whole;
  return {
    query,
    results: answers.flatMap(({ results }) => results),
    candidates: answers.flatMap(({ candidates }) => candidates),
    reasons: answers.flatMap(({ reasons }) => reasons),
    notes: answers.flatMap(({ notes }) => notes),
  };
}

/** 刑法第五条；民法典第七条 → the two citations in one; none where there is but one. */
function partsOf(query: string): string[] {
  const parts = query
    .slice(0, longest)
    .split(/[；;]\s*|(?<=[条款项章节编目])(?:和|与|及|以及|、)(?=[^第（(])/);
  return parts.length < 2 ? [] : parts;
}

/** All readings of what is typed, the likeliest first. */
function readingsOf(query: string): Reading[] {
  const trimmed = query.trim().slice(0, longest);
  const plain = simplify(trimmed);
  return [...readCitation(trimmed), ...(plain === trimmed ? [] : readCitation(plain))];
}

/**
 * What a query may mean, before any text is opened: for an archive that is far away, whose works and texts are fetched
 * for the question.
 *
 * 甲市停车管理办法第三条 → [{ works: [甲市停车管理办法], by: 'name' … }]
 */
export function worksCited(query: string, library: Library): WorksMeant[] {
  return [query, ...partsOf(query)].flatMap((one) => Array.from(worksMeant(readingsOf(one), library)));
}

/** Under what `cite` may look works up: works that have none of these keys are not found by it. */
export function keysOfCitation(query: string): CitationKeys {
  const readings = [query, ...partsOf(query)].flatMap(readingsOf);
  return keysOfReadings(readings);
}

function citeOne(query: string, library: Library, at?: Day): CitationAnswer {
  const trimmed = query.trim().slice(0, longest);
  const refused = (reason: string, candidates: Work[] = []) => ({
    query,
    results: [],
    candidates,
    reasons: [reason],
    notes: [],
  });
  if (trimmed === '') return refused('没有写要查的引用');
  const readings = readingsOf(query);
  if (readings[0]!.name === '') return refused('只有条款序号，没有写文件名称或文号');
  let first: CitationAnswer | undefined;
  for (const meant of worksMeant(readings, library)) {
    const answer = answerOf(query, meant, library, at);
    if (answer.results.length > 0) return answer;
    first ??= answer;
  }
  const { name } = readings[0]!;
  return first ?? refused(`本库没有名称或文号为“${name}”的文件`, [...library.register.near(name)]);
}

function answerOf(
  query: string,
  { reading, works, beside, note }: WorksMeant,
  library: Library,
  at: Day | undefined,
): CitationAnswer {
  const answer: CitationAnswer = { query, results: [], candidates: [...beside], reasons: [], notes: [] };
  const unread = reading.qualifier?.unread ?? [];
  if (unread.length > 0) answer.reasons.push(`没有看懂“${unread.join('”“')}”，不能断定所引是哪一文本`);
  else if (works.length > 1)
    answer.reasons.push(`“${reading.name}”可指${works.length}个文件，请写明全称或文号`);
  if (answer.reasons.length > 0) return { ...answer, candidates: [...works] };
  const work = works[0]!;
  const asked = textAsked(work, reading, library, at);
  if ('reason' in asked) return { ...answer, candidates: [...works], reasons: [asked.reason] };
  const doubt = numberDoubt(work, reading.qualifier?.numbers ?? [], library);
  if (doubt?.refused) return { ...answer, candidates: [...works], reasons: [doubt.reason] };
  for (const said of [note, asked.note, doubt?.reason]) if (said !== undefined) answer.notes.push(said);
  if (reading.place === '') {
    answer.results.push(citedPlace(work, asked.version, '', library));
    return answer;
  }
  place(answer, work, asked, reading, library);
  return answer.results.length > 0 ? answer : (inEnclosed(answer, work, reading, library, at) ?? answer);
}

/** 某府办〔2023〕2号第三条: a cover has no 第三条, but what it issues has; undefined unless one of its texts alone has it. */
function inEnclosed(
  { query }: CitationAnswer,
  cover: Work,
  reading: Reading,
  library: Library,
  at: Day | undefined,
): CitationAnswer | undefined {
  const found = cover.carries.flatMap((id): CitationAnswer[] => {
    const work = library.register.works.get(id);
    const asked = work && textAsked(work, reading, library, at);
    if (!work || !asked || 'reason' in asked) return [];
    const answer: CitationAnswer = { query, results: [], candidates: [], reasons: [], notes: [] };
    place(answer, work, asked, reading, library);
    answer.notes.push(`“${reading.name}”所印发、公布的是《${work.title}》，以下为其条文`);
    return answer.results.length > 0 ? [answer] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Finds the addresses; each that is not there, or whose words are not held, says so. */
function place(
  answer: CitationAnswer,
  work: Work,
  { version }: Extract<TextAsked, { version: Version }>,
  reading: Reading,
  library: Library,
): void {
  const { reasons } = answer;
  const found = placesNamed(version, reading);
  for (const one of found) {
    if (!('reason' in one)) addPlace(answer, work, version, one.eId, library);
    else {
      const earlier = formerPlace(work, version, (other) => onlyPlace(other, reading));
      const usable = earlier?.eId !== undefined && found.length === 1;
      reasons.push(earlier ? `${one.reason}；${earlier.reason}` : one.reason);
      if (usable) addPlace(answer, work, version, earlier.eId!, library);
    }
  }
  if (reading.within && answer.results.length > 0)
    answer.notes.push(`“${reading.within}”没有单独的地址，以下是它所在的${answer.results.at(-1)!.label}`);
}

function addPlace(answer: CitationAnswer, work: Work, version: Version, eId: string, library: Library): void {
  const result = citedPlace(work, version, eId, library);
  if (placeNames(version.instrument).provision(eId)?.missing)
    answer.reasons.push(`${result.label}：曾有条文，原文未载于本库`);
  answer.results.push(result);
}

function citedPlace(work: Work, version: Version, eId: string, { register }: Library): Cited {
  const names = placeNames(version.instrument);
  const provision = names.provision(eId);
  const annex = version.instrument.annexes.find(
    ({ provisions }) => eId !== '' && provisions.some((one) => one.eId.startsWith(`${eId}__`)),
  );
  const text = provision
    ? serializeProvisions([provision]).join('\n')
    : annex
      ? [annex.title, ...serializeProvisions(annex.provisions)].join('\n')
      : work.title;
  const label = names.nameOf(eId) ?? '';
  return { work, version, eId, label, citation: citationOf(version, work, register.works, eId), text };
}

type Place = { eId: string } | { reason: string };

/** The places that a reading names in a text: by the one name that this program gives a place, else as an address. */
function placesNamed(version: Version, { place, locators, dashed }: Reading): Place[] {
  const names = placeNames(version.instrument);
  const exact = names.placeOf(place.replace(/[\s\u3000]/g, '')) ?? (names.nameOf(place) && place);
  if (exact) return [{ eId: exact }];
  const heading = locators.length === 0 ? placeHeaded(version, place) : undefined;
  if (heading !== undefined) return [{ eId: heading }];
  if (locators.length === 0) return [{ reason: `没有看懂“${place.slice(0, 40)}”，或者该文本没有这一处` }];
  const provisions = indexProvisions(version.instrument.provisions);
  const inserted = dashed === undefined ? undefined : provisions.numbered.get(`article ${dashed}`)?.[0];
  return locators.flatMap((locator): Place[] => {
    const found = resolveLocator(provisions, locator);
    if (inserted && found.ok) {
      const other = names.nameOf(inserted.eId);
      return [{ reason: `“${dashed}”可指${formatLocator(locator)}，也可指${other}` }];
    }
    if (inserted) return [{ eId: inserted.eId }];
    if (!found.ok) return [{ reason: `${formatLocator(locator)}：${found.reason}` }];
    return found.eIds.map((eId) => ({ eId }));
  });
}

/** 合同编, 第一编总则: the only part or chapter of that heading. */
function placeHeaded({ instrument }: Version, place: string): string | undefined {
  const places: string[] = [];
  const wanted = place.replace(/[\s\u3000]/g, '');
  const walk = (list: readonly Provision[]): void => {
    for (const { type, label, heading = '', eId, children } of list) {
      if (type !== 'part' && type !== 'chapter') continue;
      const words = heading.replace(/[\s\u3000]/g, '');
      if (words !== '' && [words, `${words}编`, `${label}${words}`].includes(wanted)) places.push(eId);
      walk(children);
    }
  };
  walk(instrument.provisions);
  const parts = places.filter((eId) => /^(?:.*__)?part_[\d-]+$/.test(eId));
  const [only, ...more] = parts.length > 0 ? parts : places;
  return more.length === 0 ? only : undefined;
}

function onlyPlace(version: Version, reading: Reading): string | undefined {
  const places = placesNamed(version, reading);
  const [one] = places;
  return places.length === 1 && one && 'eId' in one ? one.eId : undefined;
}
