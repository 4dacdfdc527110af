/** The addresses and titles in the words of a clause: what each names, and where it stands. */
import type { Locator, LocatorStep, Target } from '../../model.ts';
import { findTitles } from '../../names/index.ts';
import { findLocators } from '../../references/locator.ts';
import { rankOf } from '../../references/steps.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { isContainer, typeOf } from '../text/locators.ts';
import { lastNumber } from '../text/targets.ts';

type WithoutLocator<P> = P extends { locator: Locator } ? Omit<P, 'locator'> : P;
/** What of the provisions an address names is meant, or what it names that is no provision. */
type Part = WithoutLocator<Target>;
type Inside = WithoutLocator<Extract<Target, { locator: Locator }>>;

/** What an address of a clause names. */
export interface Address {
  locators: Locator[];
  part: Part;
}

/** True for a part that provisions have. */
export function isInside(part: Part): part is Inside {
  return !outside.has(part.kind);
}

const outside: ReadonlySet<Target['kind']> = new Set([
  'text',
  'title',
  'introduction',
  'contents',
  'annex',
  'others',
]);
const provision = { kind: 'provision' } as const;

export interface Piece {
  start: number;
  end: number;
  address?: Address;
  title?: string;
}

/** A name without 《》 before an address: 刑法第五十条, 本条例第三条. Verbs before it are no part of it. */
const shortName =
  /[\u4e00-\u9fff]{0,20}(?:法|法典|宪法|条例|规定|办法|细则|规则|解释|章程|规程)(?:正文)?(?:的)?$/;
const verbsBefore =
  /^(?:(?:并|同时|另|再|相应)?(?:将|把|对(?!外)|在|于|从|删去|删除|修改|修正|增加|取消|其中|依照|按照))+/;

const specials: readonly ['introduction' | 'title' | 'annex' | 'contents', RegExp][] = [
  ['introduction', /(?:引言|导言|引语|导语|首部)(?:部分)?/g],
  [
    'title',
    /(?<=^|[\s，。；：、将把对在》及和与\ue000-\uebff]|》的)(?:(?:该|本)?(?:法规|规章|文件|条例|办法|规定|解释|规范性文件|法律|决定|法)的?|其)?(?:名称|题目|题名|标题)(?=[、和及由中的修改“：:\ue000-\uebff])/g,
  ],
  ['annex', /附(?:件|表|录|图|则后附)(?:[（(]?([一二三四五六七八九十\d]{1,3})[）)]?)?/g],
  // An annex by its own title: 收费标准表修改为：
  [
    'annex',
    /(?<=^|[。；：将把对\ue000-\uebff]|》的?)(?<name>(?![将把对]|附[件表录图])[\u4e00-\u9fff（）]{2,24}(?:表|清单|目录|名录|一览|图))(?=修改为|[中内]的?[“\ue000-\uebff])/g,
  ],
  [
    'contents',
    /(?<=^|[\s，。；：、将把对在》及和与\ue000-\uebff]|》的)(?:正文前的)?目录(?=[中作相应修改删的、和及])/g,
  ],
];
/** What is said of a text behind its title: （海关总署令第9号公布）, （以下简称《办法》）. */
const titleNote =
  /^\s*[（(](?:[^（）()\ue000-\uf8ff]|[（(][^（）()]*[）)])*(?:号|公布|发布|施行|通过|修[订正改]|简称|印发|颁布)(?:[^（）()\ue000-\uf8ff]|[（(][^（）()]*[）)])*[）)]/;
const headingAfter = /^(?:的)?(?:章名|节名|编名|分编名|章标题|节标题|编标题|标题|名称)/;
/** 章名修改为…, of the chapter named before. */
const bareHeading = /(?<=[，；。并将])(?:章名|节名|编名|分编名)(?=中|修改为|改为)/g;
/** 第二句修改为…, 删去最后一句, of the paragraph named before. */
const bareSentence =
  /(?<=[，；。、将与和]|删[去除]|取消)(?:第([一二三四五六七八九十\d]{1,3})句|(最后一句|末句|尾句)|(首句)|(前|最?后)([一二两三四五])句)(?=中|修改为|改为|合并|[，。；、与和\ue000-\uebff]|$)/g;
/** 第三十一条第一款（一）: an item without 第 and 项. */
const bracketAfter = /^[（(]([一二三四五六七八九十]{1,3})[）)](?=[中的删后修增\ue000-\uebff])/;
/** 修改后的第三条: counted in the text after. */
const latterBefore = /(?:修[改订正]|调整|变更|改号|重新编号|重新编排)[之以]?后的?新?$/;
/** 附则第七条: the name of its part before an article. */
const partBefore = /(?:总则|分则|附则)(?:部分)?(?:的|中的?)?$/;
const lastAfter = /^(?:的)?最后一([款项])/;
const sentenceAfter =
  /^(?:的|中的?)?(?:第([一二两三四五六七八九十\d]{1,3})句|(最后一句|末句|尾句)|(首句)|(前|最?后)([一二两三四五])句)(?:话)?/;
/** 第三条各项之前的部分 */
const leadAfter = /^(?:的|中)?(?:各项(?:之前|以前|前)的?(?:部分|规定|内容|文字)|引导语|引语)/;

/** 第三条第一款但书 */
const provisoAfter = /^(?:中?的)?但书(?:部分|规定|条款)?(?=$|[，。；修改为删予以全的])/;
/** 第三条第一款后半句 */
const halfAfter = /^(?:的|中的?)?([前后])半句(?:话)?/;

/** 第二句 → 2 to 2, 最后一句 → -1 to -1, 前两句 → 1 to 2, 后两句 → -2 to -1 */
function sentencesOf([, nth, last, first, side, count]: readonly (string | undefined)[]): Part {
  const some = parseNumeral(count ?? '') ?? 1;
  if (side) return { kind: 'sentences', first: side === '前' ? 1 : -some, last: side === '前' ? some : -1 };
  const only = last ? -1 : first ? 1 : (parseNumeral(nth!) ?? 0);
  return { kind: 'sentences', first: only, last: only };
}

type Ending = readonly [RegExp, (match: RegExpExecArray) => Part];
const headingEnd: Ending = [headingAfter, () => ({ kind: 'heading' })];
/** What stands behind an address and narrows it, tried in this order. */
const endings: readonly Ending[] = [
  [leadAfter, () => ({ kind: 'lead' })],
  [provisoAfter, () => ({ kind: 'proviso' })],
  [halfAfter, ([, half]) => ({ kind: 'half', half: half === '前' ? 'first' : 'last' })],
  [sentenceAfter, sentencesOf],
];
/** The same without an address, of the place named before. */
const bare: readonly Ending[] = [
  [bareSentence, sentencesOf],
  [bareHeading, () => ({ kind: 'heading' })],
];

export function findPieces(body: string): Piece[] {
  const titles: Piece[] = findTitles(body).map(({ title, start, end }) => ({
    title,
    start,
    end: end + (titleNote.exec(body.slice(end, end + 300))?.[0].length ?? 0),
  }));
  const inTitle = (at: number) => titles.some(({ start, end }) => at >= start && at < end);
  const pieces: Piece[] = [];
  for (const match of findLocators(body)) {
    if (inTitle(match.start)) continue;
    const piece: Piece = {
      start: match.start,
      end: match.end,
      address: { locators: match.locators, part: provision },
    };
    const latter = latterBefore.exec(body.slice(Math.max(0, match.start - 8), match.start));
    const part = partBefore.exec(body.slice(Math.max(0, match.start - 6), match.start));
    if (part) piece.start -= part[0].length;
    if (latter) {
      piece.start -= latter[0].length;
      for (const locator of match.locators) locator.latter = true;
    }
    const after = body.slice(match.end, match.end + 12);
    const bracket = bracketAfter.exec(after);
    const above =
      match.locators.length === 1 && !match.locators[0]!.through && match.locators[0]!.steps.at(-1);
    if (bracket && above && rankOf(above.type) >= rankOf('article') && rankOf(above.type) < rankOf('item')) {
      match.locators[0]!.steps.push({ type: 'item', number: String(parseNumeral(bracket[1]!) ?? 0) });
      piece.end += bracket[0].length;
    }
    const last = lastAfter.exec(after);
    if (last && match.locators.length === 1) {
      const type = last[1] === '款' ? 'paragraph' : 'item';
      match.locators[0]!.steps.push({ type, number: lastNumber });
      piece.end += last[0].length;
    }
    const container = isContainer(typeOf(match.locators[0]));
    for (const [pattern, partOf] of container ? [headingEnd, ...endings] : endings) {
      const told = pattern.exec(after);
      if (!told) continue;
      piece.address!.part = partOf(told);
      piece.end += told[0].length;
      break;
    }
    pieces.push(piece);
    const name = shortName
      .exec(body.slice(Math.max(0, piece.start - 24), piece.start))?.[0]
      .replace(verbsBefore, '');
    if (name && !inTitle(piece.start - 1))
      pieces.push({ start: piece.start - name.length, end: piece.start, title: name.replace(/的$/, '') });
  }
  for (const match of body.matchAll(/第([一二三四五六七八九十]{1,3})段(?!落)/g)) {
    const number = parseNumeral(match[1]!);
    if (number === undefined || inTitle(match.index)) continue;
    const locators = [{ steps: [{ type: 'paragraph' as const, number: String(number) }] }];
    const address = { locators, part: provision };
    pieces.push({ start: match.index, end: match.index + match[0].length, address });
  }
  for (const [pattern, partOf] of bare)
    for (const match of body.matchAll(pattern)) {
      const address: Address = { locators: [], part: partOf(match) };
      pieces.push({ start: match.index, end: match.index + match[0].length, address });
    }
  for (const [kind, pattern] of specials) {
    for (const match of body.matchAll(pattern)) {
      if (inTitle(match.index)) continue;
      const number = kind === 'annex' && match[1] !== undefined ? parseNumeral(match[1]) : undefined;
      const name = match.groups?.name ?? (number === undefined ? undefined : String(number));
      const address: Address = { locators: [], part: kind === 'annex' ? { kind, name } : { kind } };
      const end = match.index + match[0].length;
      // 附件1《收费标准》: the title behind it is its own.
      const own = kind === 'annex' ? titles.find(({ start }) => start === end) : undefined;
      pieces.push({ start: match.index, end: own?.end ?? end, address });
    }
  }
  const sorted = joinPossessive(
    body,
    [...pieces, ...titles].sort((a, b) => a.start - b.start || b.end - a.end),
  );
  let end = 0;
  return sorted.filter((piece) => {
    if (piece.start < end) return false;
    end = piece.end;
    return true;
  });
}

/** 第四十二条的第一款 is one address. */
function joinPossessive(body: string, sorted: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of sorted) {
    const before = out.at(-1);
    const [upper, ...others] = before?.address?.part.kind === 'provision' ? before.address.locators : [];
    const lower = piece.address?.locators ?? [];
    const joins =
      upper &&
      others.length === 0 &&
      !upper.through &&
      /^(?:的|[\u4e00-\u9fff]{2,16}职权)?$/.test(body.slice(before!.end, piece.start)) &&
      lower.every(({ steps }) => goesUnder(upper, steps[0]));
    if (!joins || lower.length === 0) {
      out.push(piece);
      continue;
    }
    const locators = lower.map((locator) => ({
      ...locator,
      steps: [...upper.steps, ...locator.steps],
      ...(locator.through ? { through: [...upper.steps, ...locator.through] } : {}),
    }));
    out[out.length - 1] = { start: before!.start, end: piece.end, address: { ...piece.address!, locators } };
  }
  return out;
}

function goesUnder(upper: Locator, step: LocatorStep | undefined): boolean {
  const last = upper.steps.at(-1);
  return step?.number !== undefined && last !== undefined && rankOf(step.type) > rankOf(last.type);
}
