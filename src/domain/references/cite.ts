/**
 * A citation as people type it → the provisions it means.
 *
 * `《网络预约出租汽车暂行规定》第六条第一款第三项`, `湛府〔2020〕68号`, `网约车 六条三项` → work, version, eId, text
 */
import type { Day, LocatorStep, Provision, Version, Work } from '../model.ts';
import { documentNumberKey, parseDocumentNumber, titleKey } from '../names/index.ts';
import { serializeProvisions } from '../structure/index.ts';
import { isDay } from '../text/dates.ts';
import { formatLocator } from './citation.ts';
import { type Reading, readCitation } from './citation-query.ts';
import { ancestorOf, indexProvisions, type ProvisionIndex } from './provision-index.ts';
import { resolveLocator } from './resolve-locator.ts';
import { titleNoun } from './self-words.ts';
import { versionAt, type WorkIndex } from './work-index.ts';

export interface Cited {
  work: Work;
  version: Version;
  /** Empty for the whole text. */
  eId: string;
  /** 第六条第三项; empty for the whole text. */
  label: string;
  /** 《…》（…令第3号）第六条第三项 */
  citation: string;
  text: string;
}

export interface CitationAnswer {
  query: string;
  results: Cited[];
  /** Works that the name may mean, where it does not say which. */
  candidates: Work[];
  /** Why there is no result, or what was assumed; in Chinese. */
  reasons: string[];
}

/**
 * @param at day whose text is asked for; without it the newest text
 */
export function cite(query: string, index: WorkIndex, at?: Day): CitationAnswer {
  const whole = citeOne(query, index, at);
  if (whole.results.length > 0 || whole.candidates.length > 0) return whole;
  // 刑法第五条；民法典第七条: two citations in one.
  const parts = query.slice(0, 2000).split(/[；;]\s*|(?<=[条款项目章节编])(?:和|与|及|以及|、)(?=[^第（(])/);
  const answers = parts.length < 2 ? [] : parts.map((part) => citeOne(part, index, at));
  if (!answers.some(({ results }) => results.length > 0)) return whole;
  return {
    query,
    results: answers.flatMap(({ results }) => results),
    candidates: answers.flatMap(({ candidates }) => candidates),
    reasons: answers.flatMap(({ reasons }) => reasons),
  };
}

function citeOne(query: string, index: WorkIndex, at?: Day): CitationAnswer {
  const answer: CitationAnswer = { query, results: [], candidates: [], reasons: [] };
  const fail = (reason: string): CitationAnswer => {
    answer.reasons.push(reason);
    return answer;
  };
  const trimmed = query.trim().slice(0, 2000);
  if (trimmed === '') return fail('没有写要查的引用');
  const readings = readCitation(trimmed);
  const reading = readings.find(({ name }) => worksNamed(name, index).length > 0) ?? readings[0]!;
  const { name } = reading;
  if (name === '') return fail('只有条款序号，没有写文件名称或文号');
  const works = worksNamed(name, index);
  if (works.length === 0) {
    answer.candidates = worksAlike(name, index);
    return fail(`本库没有名称或文号为“${name}”的文件`);
  }
  if (works.length > 1) {
    answer.candidates = works;
    return fail(`“${name}”可指${works.length}个文件，请写明全称或文号`);
  }
  const work = works[0]!;
  const version = textAsked(work, reading, at);
  if ('reason' in version) {
    answer.candidates = works;
    return fail(version.reason);
  }
  if (reading.locators.length === 0) {
    const result = { work, version, eId: '', label: '', text: work.title };
    answer.results.push({ ...result, citation: citationOf(version, work, index, '') });
    return answer;
  }
  place(answer, work, version, reading, index);
  return answer.results.length > 0 ? answer : (inEnclosed(answer, work, reading, index, at) ?? answer);
}

/** 某府办〔2023〕2号第三条: a cover has no 第三条, but what it issues has; undefined unless one of its texts alone has it. */
function inEnclosed(
  { query }: CitationAnswer,
  cover: Work,
  reading: Reading,
  index: WorkIndex,
  at: Day | undefined,
): CitationAnswer | undefined {
  const found = cover.carries.flatMap((id): CitationAnswer[] => {
    const work = index.works.get(id);
    const version = work && textAsked(work, reading, at);
    if (!work || !version || 'reason' in version) return [];
    const answer: CitationAnswer = { query, results: [], candidates: [], reasons: [] };
    place(answer, work, version, reading, index);
    answer.reasons.push(`“${reading.name}”所印发、公布的是《${work.title}》，以下为其条文`);
    return answer.results.length > 0 ? [answer] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The text that is asked for: of a day, of a year, or the newest. */
function textAsked(work: Work, { date, year }: Reading, at: Day | undefined): Version | { reason: string } {
  if (work.versions.length === 0) return { reason: `《${work.title}》：原文未载于本库` };
  if (year !== undefined) {
    const texts = work.versions.filter((version) => yearsOf(version).includes(year));
    return texts.length === 1
      ? texts[0]!
      : { reason: `本库没有《${work.title}》${year}年的文本，或者不止一个` };
  }
  if (date !== undefined && !isDay(date)) return { reason: `日期“${date}”不存在，应写作 YYYY-MM-DD` };
  const day = date ?? at;
  if (day === undefined) return work.versions.at(-1)!;
  return versionAt(work, day) ?? { reason: `本库没有《${work.title}》${day}的文本` };
}

/** Years of a text: of its day, and of the last event that its caption tells. */
function yearsOf({ date, instrument }: Version): number[] {
  return [date, instrument.caption?.events.at(-1)?.date ?? ''].map((day) => Number(day.slice(0, 4)));
}

/** Finds the addresses; each that is not there, or whose words are not held, says so. */
function place(
  answer: CitationAnswer,
  work: Work,
  version: Version,
  { locators, dashed }: Reading,
  index: WorkIndex,
): void {
  const provisions = indexProvisions(version.instrument.provisions);
  const inserted = dashed === undefined ? undefined : provisions.numbered.get(`article ${dashed}`)?.[0];
  for (const locator of locators) {
    const found = resolveLocator(provisions, locator);
    if (found.ok && inserted) {
      answer.reasons.push(
        `“${dashed}”可指${formatLocator(locator)}，也可指${placeName(provisions, inserted)}`,
      );
      continue;
    }
    if (!found.ok && !inserted) {
      answer.reasons.push(`${formatLocator(locator)}：${found.reason}`);
      continue;
    }
    for (const eId of found.ok ? found.eIds : [inserted!.eId]) {
      const provision = provisions.byId.get(eId)!;
      const label = placeName(provisions, provision);
      if (provision.missing) answer.reasons.push(`${label}：曾有条文，原文未载于本库`);
      const text = serializeProvisions([provision]).join('\n');
      answer.results.push({
        work,
        version,
        eId,
        label,
        citation: citationOf(version, work, index, label),
        text,
      });
    }
  }
}

/** Works of that number, title or alias; else works whose title holds all the words. */
function worksNamed(name: string, index: WorkIndex): Work[] {
  const whole = worksCalled(name, index);
  // What stands after 》 must be a number in brackets: anything else has not been understood.
  const quoted = /《(.+)》(?:\s*[（(][^（）()]*[）)])?$/.exec(name)?.[1];
  return whole.length > 0 || quoted === undefined ? whole : worksCalled(quoted, index);
}

function worksCalled(name: string, index: WorkIndex): Work[] {
  if (index.works.has(name)) return [index.works.get(name)!];
  if (parseDocumentNumber(name)) {
    const numbered = index.byNumber.get(documentNumberKey(name));
    if (numbered) return numbered.map(({ work }) => work);
  }
  const exact = index.byTitle.get(titleKey(name));
  if (exact) return [...exact];
  const keys = name
    .split(/\s+/)
    .map(titleKey)
    .filter((key) => key !== '');
  // 反恐怖主义法 is not the 上海市实施《反恐怖主义法》办法: what ends as a title does must end it.
  const last = titleNoun(name) === undefined ? undefined : keys.at(-1);
  const fits = (title: string, key: string): boolean =>
    key === last
      ? titleKey(title.replace(/[（(][^（）()]*[）)]$/, '')).endsWith(key)
      : titleKey(title).includes(key);
  const holds = (work: Work): boolean =>
    keys.every((key) => [work.title, ...work.aliases].some((title) => fits(title, key)));
  const found = keys.length === 0 ? [] : [...index.works.values()].filter(holds);
  // 关于修改《甲规定》的决定 holds the name of 甲规定: the text itself is meant.
  const own = found.filter((work) => !/关于(?:修改|印发|废止|公布)/.test(work.title));
  return own.length > 0 ? own : found;
}

/** Works whose title holds the characters of a short name in their order: 网约 → 网络预约… Offered, never assumed. */
function worksAlike(name: string, index: WorkIndex): Work[] {
  const key = titleKey(name);
  if (key.length < 2) return [];
  const alike = (title: string): boolean => {
    let at = 0;
    for (const c of title) if (c === key[at]) at++;
    return at === key.length;
  };
  return [...index.works.values()]
    .filter((work) => [work.title, ...work.aliases].some((title) => alike(titleKey(title))))
    .slice(0, 10);
}

/** 《名称》（湛江市人民政府令第3号公布，令第7号修改）第六条第一款第三项; with a 文号 《名称》（湛府〔2020〕68号） */
function citationOf(version: Version, work: Work, index: WorkIndex, label: string): string {
  const events = version.instrument.caption?.events ?? [];
  const made = events.find(({ event, documentNumber }) => event === 'promulgated' && documentNumber);
  const carrier = version.instrument.carriedBy ? index.works.get(version.instrument.carriedBy) : undefined;
  const amended =
    events.some(({ event }) => event === 'amended') && carrier?.kind === 'order'
      ? carrier.documentNumber
      : undefined;
  const source = made ? `${made.by}公布${amended ? `，${amended}修改` : ''}` : (work.documentNumber ?? '');
  return `《${nested(work.title)}》${source ? `（${source}）` : ''}${label}`;
}

/** Title marks inside a title: 关于修改《甲》的决定 → 关于修改〈甲〉的决定 */
function nested(title: string): string {
  return title.replace(/《/g, '〈').replace(/》/g, '〉');
}

/**
 * A provision's address in words. An article's only 款 is not named for itself (立法技术规范), but is as the
 * place of an item: 第六条 · 第六条第一款第三项. Levels of a plan go by their printed numbers: 一（二）3.
 */
export function placeName(index: ProvisionIndex, provision: Provision): string {
  const path: Provision[] = [];
  for (let at: Provision | undefined = provision; at; at = index.parentOf.get(at)) path.unshift(at);
  const article = ancestorOf(index, provision, 'article');
  if (!article) return path.map(stepName).join('');
  const steps: LocatorStep[] = path
    .slice(path.indexOf(article))
    .filter((step) => step.type !== 'paragraph' || step !== provision || paragraphs(article) > 1)
    .map((step) => ({ type: step.type, number: step.number }));
  return formatLocator({ steps });
}

function paragraphs(article: Provision): number {
  return article.children.filter((child) => child.type === 'paragraph').length;
}

function stepName(step: Provision): string {
  if (step.type === 'level') return step.label.replace(/[、.．]$/, '');
  if (step.type === 'paragraph') return `第${step.number}段`;
  if (step.type === 'figure' || step.type === 'table') return step.label || `表${step.number}`;
  return step.label || step.heading || '';
}
