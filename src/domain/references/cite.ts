/**
 * A citation as people type it → the provisions it means.
 *
 * `《网络预约出租汽车暂行规定》第六条第一款第三项`, `湛府〔2020〕68号`, `网约车 六条三项` → work, version, eId, text
 */
import type { Day, Locator, LocatorStep, Provision, Version, Work } from '../model.ts';
import { serializeProvisions } from '../structure/index.ts';
import { formatLocator, parseCitationLocator } from './citation.ts';
import { findLocators } from './find-locators.ts';
import { documentNumberKey, parseDocumentNumber, titleKey } from './names.ts';
import { ancestorOf, indexProvisions, type ProvisionIndex } from './provision-index.ts';
import { resolveLocator } from './resolve-locator.ts';
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
  const answer: CitationAnswer = { query, results: [], candidates: [], reasons: [] };
  const fail = (reason: string): CitationAnswer => {
    answer.reasons.push(reason);
    return answer;
  };
  const trimmed = query.trim().slice(0, 2000);
  if (trimmed === '') return fail('没有写要查的引用');
  const { name, locators } = splitCitation(trimmed);
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
  const version = at ? versionAt(work, at) : work.versions.at(-1);
  if (!version) {
    answer.candidates = works;
    return fail(
      work.versions.length === 0
        ? `《${work.title}》：原文未载于本库`
        : `本库没有《${work.title}》${at}的文本`,
    );
  }
  if (locators.length === 0) {
    answer.results.push({
      work,
      version,
      eId: '',
      label: '',
      citation: citationOf(version, work, index, ''),
      text: work.title,
    });
    return answer;
  }
  const provisions = indexProvisions(version.instrument.provisions);
  for (const locator of locators) {
    const found = resolveLocator(provisions, locator);
    if (!found.ok) {
      answer.reasons.push(`${formatLocator(locator)}：${found.reason}`);
      continue;
    }
    for (const eId of found.eIds) {
      const provision = provisions.byId.get(eId)!;
      const label = placeName(provisions, provision);
      answer.results.push({
        work,
        version,
        eId,
        label,
        citation: citationOf(version, work, index, label),
        text: serializeProvisions([provision]).join('\n'),
      });
    }
  }
  return answer;
}

/** `《甲办法》第六条第三项` → name `甲办法`, locator; `网约车 6-1-3` likewise. */
export function splitCitation(query: string): { name: string; locators: Locator[] } {
  const close = query.lastIndexOf('》');
  const at = findLocators(query).find(
    (match) => match.start > close && /^[\s。，,；;]*$/.test(query.slice(match.end)),
  );
  if (at) return { name: nameOf(query.slice(0, at.start)), locators: at.locators };
  // A loose form stands last, set off by a space, a bracket or the end of the name.
  const loose =
    /^(.*?[\s》〉）)号])\s*([^\s》]+)$/.exec(query) ??
    /^(.*?[^\d一二三四五六七八九十百千第])((?:第?[\d一二三四五六七八九十百千]+(?:条|-|款|项).*))$/.exec(
      query,
    );
  const locator = loose ? parseCitationLocator(loose[2]!) : undefined;
  if (loose && locator) return { name: nameOf(loose[1]!), locators: [locator] };
  return { name: nameOf(query), locators: [] };
}

function nameOf(words: string): string {
  return words.trim().replace(/[的之]$/, '');
}

/** Works of that number, title or alias; else works whose title holds all the words. */
function worksNamed(name: string, index: WorkIndex): Work[] {
  const whole = worksCalled(name, index);
  const quoted = /《(.+)》/.exec(name)?.[1];
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
  const holds = (work: Work): boolean =>
    keys.every((key) => [work.title, ...work.aliases].some((title) => titleKey(title).includes(key)));
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
