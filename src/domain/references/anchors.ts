/**
 * Names of documents in a text: 《…》, 文号, 本办法, short names, 该法, and bare names before an article.
 *
 * An anchor is what the locator after it is counted in: `《甲法》第十条`, `本法第三条`, `企业所得税法第六条`, `该法第二条`.
 */

import { type FoundNumber, findDocumentNumbers, findTitles } from '../names/index.ts';
import type { Anchor } from './anchor.ts';
import type { Span } from './find-locators.ts';
import { findSelfWords } from './self-words.ts';
import { type ShortTitles, shortAnchors } from './short-anchors.ts';

const bracket = /^[ \u00a0]*[（(][^（）()]{0,120}[）)]/;
const said =
  /(?:该|上述|前述|(?<![合共会协等相不])同)(法|条例|办法|规定|决定|细则|规则|通知|意见|解释)(?=的?第[0-9０-９一二三四五六七八九十百千])|该(法(?![院官人律规庭定])|条例)/g;

const formerly = /(?:修订|修正|修改)前的?$|[原旧]$/;
/** 《甲条例》（2017年10月1日废止，以下简称旧条例） */
const superseded = /(?:日|已|被)废止|简称[“\p{Ps}]?[旧原]/u;
const inYear = /^[（(]((?:19|20)\d{2})年?(?:\d{1,2}月\d{1,2}日)?(?:修正|修订|修改|版|文本)?(?:本|版)?[）)]$/;

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
  const title = anchor.kind === 'title' ? shorts.titleOf(anchor.title!) : undefined;
  return title === undefined ? anchor : { ...anchor, title };
}

function titleAnchor(
  text: string,
  { start, end, title }: Span & { title: string },
  numbers: FoundNumber[],
): Anchor {
  let after = end;
  let documentNumber: string | undefined;
  let edition: Anchor['edition'] = formerly.test(text.slice(Math.max(0, start - 6), start))
    ? 'former'
    : undefined;
  for (let i = 0; i < 2; i++) {
    const next = bracket.exec(text.slice(after, after + 130));
    if (!next) break;
    const [from, to] = [after, after + next[0].length];
    documentNumber ??= numbers.find((number) => number.start >= from && number.end <= to)?.key;
    const year = inYear.exec(next[0])?.[1];
    if (year) edition ??= Number(year);
    if (superseded.test(next[0])) edition ??= 'former';
    after = to;
  }
  return {
    kind: 'title',
    start,
    end,
    after,
    title,
    ...(documentNumber ? { documentNumber } : {}),
    ...(edition ? { edition } : {}),
  };
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
