/**
 * Definitions in a run of text, by the forms that Chinese legal texts use. Each form is one row.
 *
 * `本规定所称网约车平台公司，是指…的营利法人。` · `网络预约出租汽车（以下简称网约车）` · `“精品支撑”是指…` · `“三防”（防扬散、防流失、防渗漏）`
 */

import { findShortNames } from '../names/index.ts';
import type { Span } from './find-locators.ts';

export type TermForm =
  /** 以下简称 */
  | 'short'
  /** 所称…是指 */
  | 'means'
  /** “…”（…） */
  | 'bracket'
  /** 甲、乙、丙等“…” */
  | 'enumeration'
  /** “…”原则。 followed by what it says */
  | 'principle'
  /** a list 下列用语的含义 */
  | 'list'
  /** 管理方（市政务服务数据管理局）。 */
  | 'role'
  /** a heading with “…”, explained by what stands under it */
  | 'heading';

/** A term where it is given. `start` and `end` are those of the term itself. */
export interface Definition extends Span {
  term: string;
  form: TermForm;
  /** What it means, in the text's own words. */
  meaning: string;
  /** 本章所称, 前款所称: the type of provision it holds in; absent: the whole text. */
  within?: 'part' | 'chapter' | 'section' | 'article';
}

const scopes: Readonly<Record<string, NonNullable<Definition['within']>>> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'article',
  项: 'article',
};

const called =
  /(?:([本前])(编|章|节|条(?!例)|款|项)|(?:第[（(]?[0-9〇一二三四五六七八九十百千]+[）)]?[条款项]、?)+)?[^，。；：“”]{0,12}?所称的?([^，。；：]{1,30}?)[，,]?(?:均|都)?(?:是指|系指|指的是|指|包括|不包括|即)([^。；]*[。；]?)/g;
const numbered = /第[（(]?[0-9〇零一二三四五六七八九十百千]+[）)]?[条款项](?:中|规定)?$/;
const sentence =
  /(?:^|[。；])(?:其中，)?“?([^，。；：“”\p{Ps}\p{Pe}]{2,16}?)”?，?(?:是指|系指|指的是)([^。]*。?)/gu;
const quotedIs = /“([^”，。；]{2,12})”(?:具体)?(?:是|包括|即|指)(?!否)([^。；]*[。；]?)/g;
const quotedBracket = /“([^”，。；]{2,12})”（([^（）]{2,60})）/g;
const enumerated = /(?:^|[，。；：])([^，。；：]{2,20}(?:、[^，。；：、]{1,20}){2,}?)等“([^”]{2,12})”/g;
const principle = /“([^”，。；、]{2,12})”(?:的)?(?:原则|制度|机制|方针)。([^。]*。)/g;

/** Every definition that a text gives by its own words, in order of place. */
export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = [...shortForms(text)];
  for (const match of text.matchAll(called)) {
    const [whole, , unit, words, meaning] = match as unknown as string[];
    const from = match.index + whole!.indexOf('所称') + 2;
    for (const term of split(words!.replace(/^的/, ''))) {
      const start = text.indexOf(term, from);
      if (start < 0) continue;
      // 《甲法》第六条第三款所称 is said of that place: it explains no other use of the word.
      const within =
        unit === undefined
          ? numbered.test(whole!.slice(0, whole!.indexOf('所称')))
            ? 'article'
            : undefined
          : scopes[unit];
      const whereIs = /(?:包括|不包括)$/.exec(text.slice(start, text.indexOf(meaning!, start)))?.[0] ?? '';
      found.push({
        term,
        form: 'means',
        meaning: `${whereIs}${meaning}`,
        start,
        end: start + term.length,
        ...(within ? { within } : {}),
      });
    }
  }
  add(found, text, sentence, 'means');
  add(found, text, quotedIs, 'means');
  add(found, text, quotedBracket, 'bracket');
  add(found, text, principle, 'principle');
  for (const match of text.matchAll(enumerated)) {
    const start = match.index + match[0].length - 1 - match[2]!.length;
    found.push({
      term: match[2]!,
      form: 'enumeration',
      meaning: match[1]!,
      start,
      end: start + match[2]!.length,
    });
  }
  return unique(found);
}

function add(found: Definition[], text: string, pattern: RegExp, form: TermForm): void {
  for (const match of text.matchAll(pattern)) {
    const [term, meaning] = [match[1]!, match[2]!];
    if (
      !isTerm(term) ||
      (form === 'bracket' && /^(?:以下|下称|简称|[0-9一二三四五六七八九十]+$)/.test(meaning))
    )
      continue;
    const start = text.indexOf(term, match.index);
    found.push({ term, form, meaning, start, end: start + term.length });
  }
}

/** Ordinary words before 是指 are no terms: 这是指, 主要是指. */
function isTerm(term: string): boolean {
  return (
    !/^(?:这|那|它|他|其|也|主要|一般|即|就|所|不|并|但|以下|上述|前款|本条)/.test(term) &&
    !/所称|(?:主要|一般|上述|应当)$/.test(term)
  );
}

function split(words: string): string[] {
  const bare = words.replace(/（[^（）]*）|[“”"]/g, '');
  const parts = bare.split('、');
  // 以上、内 are two words; 集会、游行、示威 may be one thing, but each of them is a word of its own.
  return (parts.every((part) => part.length <= 6) ? parts : [bare]).filter((part) => part !== '');
}

function shortForms(text: string): Definition[] {
  return findShortNames(text).flatMap(({ start, end, names, collective }) => {
    const before = text.slice(Math.max(0, start - 60), start);
    const phrase = (collective ? /[^，。；：（）()“”]*$/ : /[^，。；：、（）()“”]*$/).exec(before)?.[0] ?? '';
    return names.map((term): Definition => {
      const at = text.indexOf(term, start);
      const own = at >= 0 && at < end ? at : start;
      return { term, form: 'short', meaning: fullForm(phrase, term), start: own, end: own + term.length };
    });
  });
}

const lead =
  /^.*(?:(?<!面)向|对|由|及其(?!他)|分为[^，。；]*(?:和|或者)|规范|为了|根据|依据|应当|是指|负责|通过|属于|经营)(?=.{2,})/;

/** Verbs that a phrase may begin with: 做好|省人民代表大会代表, 为加强|泰山风景名胜区. */
const verbs =
  /^(?:为了?|并|是|进一步|加强|做好|明确|妥善|推动|推进|促进|维护|采取|委托|鼓励|贯彻|落实|保障(?!性|部)|保护(?!区|地|单位|对象)|规范(?!性)|安置(?!房|对象)|(?:对|与|和)(?!外))+(?=.{2,})/;

/** `为了规范网络预约出租汽车` for 网约车 → 网络预约出租汽车; a name that is no abbreviation takes the last noun: 公众. */
function fullForm(phrase: string, term: string): string {
  const abbreviated = abbreviates(phrase, term);
  const stripped = phrase.replace(lead, '').replace(verbs, '');
  if (abbreviated !== undefined) return stripped.endsWith(abbreviated) ? stripped : abbreviated;
  if (stripped.includes('、')) return stripped;
  const noun = stripped.slice(stripped.lastIndexOf('的') + 1);
  // 非公募基金会 is not any 基金会: what the name adds stands before its noun.
  return noun.length >= 2 && !term.endsWith(noun) ? noun : stripped;
}

/** The shortest ending of a phrase that holds all characters of a name in order. */
function abbreviates(phrase: string, term: string): string | undefined {
  let at = phrase.length;
  for (const c of [...term].reverse()) {
    at = phrase.lastIndexOf(c, at - 1);
    if (at < 0) return undefined;
    if (at === 0 && c !== term[0]) return undefined;
  }
  return phrase.slice(at);
}

function unique(found: Definition[]): Definition[] {
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ term, start }) => {
      const key = `${start} ${term}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
