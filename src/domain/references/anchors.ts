/**
 * Names of documents in a text: 《…》, 文号, 本办法, short names, 该法, and bare names before an article.
 *
 * An anchor is what the locator after it is counted in: `《甲法》第十条`, `本法第三条`, `企业所得税法第六条`, `该法第二条`.
 */
import type { Span } from './find-locators.ts';
import { type FoundNumber, findDocumentNumbers } from './names.ts';
import { findSelfWords, titleNoun } from './self-words.ts';
import { findShortNames } from './short-names.ts';
import { findTitles } from './titles.ts';

export interface Anchor extends Span {
  kind: 'title' | 'number' | 'self' | 'short' | 'said' | 'bare';
  title?: string;
  documentNumber?: string;
  noun?: string;
  /** Where what follows it begins: after a bracket with its number or short name. */
  after: number;
}

/** Short names of documents, as given so far in an instrument. */
export type ShortTitles = Map<string, string>;

const bracket = /^[ \u00a0]*[（(][^（）()]{0,120}[）)]/;
const said =
  /(?:该|上述|前述)(法|条例|办法|规定|决定|细则|规则|通知|意见|解释)(?=的?第[0-9０-９一二三四五六七八九十百千])|该(法(?![院官人律规庭定])|条例)/g;
/** 及其实施条例 after a short name makes another name of it. */
const continued = /^(?:实施|修正案|司法解释)/;

/** Every anchor of a text, in order, without overlap. New short names are added to `shorts`. */
export function findAnchors(text: string, shorts: ShortTitles): Anchor[] {
  const numbers = findDocumentNumbers(text);
  const titles = findTitles(text).map((title) => titleAnchor(text, title, numbers));
  const anchors: Anchor[] = [
    ...titles,
    ...numbers.map(
      ({ start, end, key }): Anchor => ({ kind: 'number', start, end, after: end, documentNumber: key }),
    ),
    ...findSelfWords(text).map(
      ({ start, end, noun }): Anchor => ({ kind: 'self', start, end, after: end, noun }),
    ),
    ...Array.from(text.matchAll(said), (match): Anchor => {
      const end = match.index + match[0].length;
      return { kind: 'said', start: match.index, end, after: end, noun: match[1] ?? match[2]! };
    }),
    ...shortAnchors(text, titles, shorts),
  ];
  return withoutOverlap(anchors).map((anchor) => longTitle(anchor, shorts));
}

/** 《绿化办法》 after （以下简称《绿化办法》） is the document that was given the name. */
function longTitle(anchor: Anchor, shorts: ShortTitles): Anchor {
  const title = anchor.kind === 'title' ? shorts.get(anchor.title!) : undefined;
  return title === undefined ? anchor : { ...anchor, title };
}

function titleAnchor(
  text: string,
  { start, end, title }: Span & { title: string },
  numbers: FoundNumber[],
): Anchor {
  let after = end;
  let documentNumber: string | undefined;
  for (let i = 0; i < 2; i++) {
    const next = bracket.exec(text.slice(after, after + 130));
    if (!next) break;
    const [from, to] = [after, after + next[0].length];
    documentNumber ??= numbers.find((number) => number.start >= from && number.end <= to)?.key;
    after = to;
  }
  return { kind: 'title', start, end, after, title, ...(documentNumber ? { documentNumber } : {}) };
}

/** Uses of short names given before, and those that this text gives, from where it gives them. */
function shortAnchors(text: string, titles: readonly Anchor[], shorts: ShortTitles): Anchor[] {
  const from = new Map<string, number>(Array.from(shorts.keys(), (name) => [name, 0]));
  for (const { start, end, names } of findShortNames(text)) {
    const owner =
      titles.find((title) => title.end <= start && title.after >= end)?.title ??
      bareTitle(text, start, names);
    if (owner === undefined) continue;
    for (const name of names) {
      if (name.length < 2) continue;
      shorts.set(name, owner);
      from.set(name, end);
    }
  }
  return Array.from(from).flatMap(([name, at]) => {
    const found: Anchor[] = [];
    for (let start = text.indexOf(name, at); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      // 本办法 is the text itself whatever else is called 办法.
      if (text[start - 1] === '本' || continued.test(text.slice(end, end + 4))) continue;
      found.push({ kind: 'short', start, end, after: end, title: shorts.get(name)! });
    }
    return found;
  });
}

/** `根据中华人民共和国企业所得税法（以下简称企业所得税法）` → the full name without 《》, where the short one ends it. */
function bareTitle(text: string, at: number, names: readonly string[]): string | undefined {
  const run = /[\u4e00-\u9fff]{4,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].replace(lawLead, '');
  if (!run?.startsWith('中华人民共和国') || titleNoun(run) === undefined) return undefined;
  return names.some((name) => run.endsWith(name) && run.length > name.length) ? run : undefined;
}

/** Words before a bare name that are not its own. */
export const lawLead =
  /^.*(?:依照|按照|违反|根据|依据|适用|或者|以及|以外|所称|符合|低于|取得|修改|删去|删除|执行|参照|遵守|对照|触犯|行使|除|属于|支付|认定|具备|超过|构成|援引|引用|满足|达到|有关)(?=.{2,})|^(?:和|与|及|将|因|犯|依|按|在|对)(?=.{2,})/;

const bareEnd = /(?:法|法典|条例|规定|办法|细则|规则|规程|解释|章程|公约|协定)$/;

/** The bare name that ends right before a locator: `依照企业所得税法|第六条` → 企业所得税法, from its first own character. */
export function bareAnchor(text: string, at: number): Anchor | undefined {
  const run = /[\u4e00-\u9fff]{2,30}$/.exec(text.slice(Math.max(0, at - 30), at))?.[0];
  if (!run || !bareEnd.test(run)) return run === '宪法' ? make(at, run) : undefined;
  const title = run.replace(lawLead, '');
  if (
    title.length < 2 ||
    /^(?:规定|办法|方法|司法|执法|立法|违法|非法|依法|合法)|[本该新旧原]..?.?$/.test(title)
  )
    return undefined;
  return make(at, title);
}

function make(end: number, title: string): Anchor {
  return { kind: 'bare', start: end - title.length, end, after: end, title };
}

function withoutOverlap(anchors: Anchor[]): Anchor[] {
  const order: Record<Anchor['kind'], number> = { title: 0, number: 1, self: 2, said: 3, short: 4, bare: 5 };
  anchors.sort((a, b) => a.start - b.start || order[a.kind] - order[b.kind] || b.end - a.end);
  let end = 0;
  return anchors.filter((anchor) => {
    if (anchor.start < end) return false;
    end = anchor.end;
    return true;
  });
}
