/**
 * What keeps an address without a name from being taken for one of the text that says it.
 *
 * `依照《甲法》第十条处罚；违反第十二条的…`: whose 第十二条 is not said, so it is linked to neither.
 */
import type { Locator } from '../model.ts';
import type { Anchor } from './anchor.ts';
import type { LocatorMatch } from './find-locators.ts';
import { formatLocator } from './format-locator.ts';
import type { FoundReference } from './found.ts';
import { inForeignQuote } from './quotation.ts';
import type { Lead, Reader } from './reader.ts';
import { rankOf } from './steps.ts';
import type { TextUnit } from './texts.ts';

/** A locator read before in the same run of text, with the name it was counted in. */
export interface Said extends LocatorMatch {
  anchor?: Anchor;
}

/** True for the name of another document. */
export function isOther(anchor: Anchor | undefined): boolean {
  return anchor !== undefined && anchor.kind !== 'self';
}

/** Words that mean a document without saying which: 新条例, 有关法律, 合同, 其, 附件一. */
const unnamed =
  /(?:附(?:件|录|表)[一二三四五六七八九十0-9ⅠⅡⅢⅣⅤ]{0,3}|[新旧原]?(?:法|法律|法规|条例|规定|办法|细则|规则|规章|规程|章程)|合同|协议|公约|条约|协定|议定书|公告|通告|通知|通报|决定|决议|命令|意见|批复|解释|文件|目录|标准|规范|准则|守则|纪要|方案|预案|计划|规划|纲要|指南|其)的?$/;

/** Why an address cannot be counted in the text itself, in Chinese; undefined where nothing speaks against it. */
export function doubtOf(
  unit: TextUnit,
  match: LocatorMatch,
  anchor: Anchor | undefined,
  before: readonly Said[],
  { leads }: Reader,
): string | undefined {
  const { text } = unit;
  const first = match.locators[0]!.steps[0]!;
  const words = text.slice(match.start, match.end);
  if (!isOther(anchor) && inForeignQuote(text, match.start))
    return `“${words}”在引号内，是所引文件的文字，须由该文件确定`;
  if (anchor) return undefined;
  const previous = before.at(-1);
  if (first.relative !== undefined) {
    const touching = previous?.end === match.start && first.relative < 0;
    return touching ? `“${text.slice(previous.start, match.end)}”的写法有两解，不能确定` : undefined;
  }
  if (rankOf(first.type) <= rankOf('article')) {
    const name = unnamed.exec(text.slice(Math.max(previous?.end ?? 0, match.start - 8), match.start))?.[0];
    if (name !== undefined) return `“${name}${words}”未写明是哪一件文件`;
    const other = firstOf(saidInSentence(text, match.start, before), (one) => one.anchor !== undefined);
    const foreign = other ? otherName(other.anchor, text) : leadOver(unit, leads)?.other;
    return foreign === undefined ? undefined : besides(foreign, words);
  }
  const head = headOf(text, match.start, first, before);
  const other = head ? otherName(head.anchor, text) : leadOver(unit, leads)?.other;
  return other === undefined ? undefined : besides(other, words);
}

function besides(name: string, words: string): string {
  return `前文引有${name}，“${words}”未写明是其中的还是本文的`;
}

function otherName(anchor: Anchor | undefined, text: string): string | undefined {
  if (!anchor || !isOther(anchor)) return undefined;
  return anchor.title === undefined ? `“${text.slice(anchor.start, anchor.end)}”` : `《${anchor.title}》`;
}

const governs = /(?:违反|违背|触犯|有|属于|符合|具备|实施|存在)$/;

/** Reads the last sentence of a lead-in; undefined where it names nothing that the list could be counted in. */
export function leadOf(text: string, anchors: readonly Anchor[], said: readonly Said[]): Lead | undefined {
  if (!/[：:]$/.test(text)) return undefined;
  const from = text.lastIndexOf('。') + 1;
  const names = [
    ...anchors.filter(({ kind }) => kind !== 'number').map((anchor) => ({ start: anchor.start, anchor })),
    ...said.map(({ start, anchor, locators }) => ({
      start: anchor?.start ?? start,
      anchor,
      locator: locators.at(-1)!,
    })),
  ];
  const last = names
    .filter(({ start }) => start >= from && governs.test(text.slice(Math.max(0, start - 4), start)))
    .sort((a, b) => a.start - b.start || ('locator' in a ? 1 : 0) - ('locator' in b ? 1 : 0))
    .at(-1);
  const other = otherName(last?.anchor, text);
  if (other !== undefined) return { other };
  return last && 'locator' in last ? { locator: last.locator } : undefined;
}

function leadOver({ eId }: TextUnit, leads: ReadonlyMap<string, Lead>): Lead | undefined {
  const up = eId.lastIndexOf('__');
  return up < 0 ? undefined : leads.get(eId.slice(0, up));
}

/** What was said before in the sentence, the nearest first; not farther than sentences go. */
function* saidInSentence(text: string, at: number, before: readonly Said[]): Generator<Said> {
  const near = Math.max(0, at - 600);
  const from = near + text.slice(near, at).lastIndexOf('。') + 1;
  for (let i = before.length - 1; i >= 0 && before[i]!.start >= from; i--) yield before[i]!;
}

/** The nearest address of the sentence that a bare 款 or 项 can hang under. */
function headOf(
  text: string,
  at: number,
  step: Locator['steps'][number],
  before: readonly Said[],
): Said | undefined {
  return firstOf(saidInSentence(text, at, before), ({ locators }) =>
    locators.at(-1)!.steps.some(({ type }) => rankOf(type) < rankOf(step.type)),
  );
}

function firstOf<T>(all: Iterable<T>, fits: (one: T) => boolean): T | undefined {
  for (const one of all) if (fits(one)) return one;
  return undefined;
}

/**
 * What a bare 款 or 项 is under the address before it: `违反第十条第一款的…；违反第二款的…` → 第十条第二款,
 * `有前款行为，属于第二项情形的` → 前款第二项. Resolution weighs it against the article that says it.
 */
export function carriedFrom(
  unit: TextUnit,
  match: LocatorMatch,
  i: number,
  before: readonly Said[],
  { leads }: Reader,
): Pick<FoundReference, 'carried'> {
  const locator = match.locators[i]!;
  const first = locator.steps[0]!;
  if (first.relative !== undefined || rankOf(first.type) <= rankOf('article') || locator.preamble) return {};
  const said = headOf(unit.text, match.start, first, before);
  const head = said ? said.locators.at(-1)! : leadOver(unit, leads)?.locator;
  if (!head) return {};
  const above = head.steps.filter(({ type }) => rankOf(type) < rankOf(first.type));
  const { through } = locator;
  const top = head.steps[0]!;
  // 第十条第一项至第三项 lies in one 条; 第十条至第十二条 does not.
  const several =
    head.through !== undefined && !above.every(({ number }, n) => number === head.through?.[n]?.number);
  // 违反第十条的，有第一款行为，属于第二项情形: the 第一款 is itself in doubt.
  const bare = top.relative === undefined && rankOf(top.type) > rankOf('article');
  const higher = bare && said ? headOf(unit.text, said.start, top, before) : undefined;
  return {
    carried: {
      locator: {
        ...locator,
        steps: [...above, ...locator.steps],
        ...(through ? { through: [...above, ...through] } : {}),
      },
      under: formatLocator(head),
      weight:
        several || higher ? 'none' : bare || top.type !== 'article' || top.relative === 0 ? 'more' : 'equal',
    },
  };
}
