/**
 * The fate of documents that a text lists: an annexed table or list, or numbered lines under 「废止下列文件：」.
 *
 * A row whose own verdict says 修改 is no repeal, 继续有效 confirms; 部分失效 leaves the document in force.
 */
import type { Annex, Instrument, Provision } from '../../model.ts';
import { type Mention, mask, readMentions, titleKey } from '../../names/index.ts';
import { addDays } from '../../text/calendar.ts';
import { formatNumeral, numeralClass, parseNumeral } from '../../text/numerals.ts';
import { listAround } from './chains.ts';
import { type ResolvedDay, whenIn } from './commencement.ts';
import { listedIn, listsThings } from './listed.ts';
import { proposes, type Repeal, type RepealVerb } from './repeals.ts';
import { ownProvisions, ownText, type Sentence, sentencesOf } from './sentences.ts';
import { endWords, lastDayOf } from './validity.ts';

const fates: readonly [RegExp, RepealVerb][] = [
  [/宣布失效|失效|作废/, '失效'],
  [/废止|废除/, '废止'],
  [/撤销/, '撤销'],
  [/停止(?:执行|适用|施行|实施)|不再(?:执行|适用|施行|实施|有效)/, '停止执行'],
];
const kept = /继续有效|现行有效|保留|继续执行/;
const changed = /修改|修订|修正/;
const listWords = /附件|附表|目录|清单|下列|以下|如下|被废止/;
const documents = '(?:文件|规章|法规|条例|目录|清单|名录|一览表|明细表|汇总表)';
const fateWords = '(?:废止|失效|撤销|停止执行|继续有效|现行有效|保留)';
const listTitle = new RegExp(`${fateWords}(?:的|部分|一批)?[^，。]{0,20}${documents}`);
/** 一、予以废止的文件（2件）: a heading over its list. */
const listHeading = new RegExp(
  `^[^，。；]{0,12}${fateWords}(?:的)?[^，。；⟦]{0,20}${documents}(?:[（(][^（()）]*[）)])?[：:。]?$`,
);
const repealWords = /废止|失效|撤销|停止(?:执行|适用|施行|实施)|不再(?:作为|执行|适用|施行|实施|有效)/;
const clearance = /清理(?:结果|意见|情况)/;

/** `kept`: 继续有效; `no`: neither ended nor kept, or only proposed. */
type Verdict = RepealVerb | 'kept' | 'no' | undefined;

/** What a title or a cell says of the fate of what it lists: `废止的规范性文件目录` → 废止. */
function verdictOf(words: string): Verdict {
  if (proposes(words)) return 'no';
  const end = fates.find(([pattern]) => pattern.test(words));
  if (end) return end[1];
  if (kept.test(words)) return 'kept';
  return changed.test(words) ? 'no' : undefined;
}

/** A document of a list with what becomes of it. */
export interface Fated extends Omit<Repeal, 'verb'> {
  verb: RepealVerb | 'kept' | 'unclear';
  /** The first day on which it no longer holds, where the row gives it an end; two where the words leave it open. */
  ends?: ResolvedDay;
}

/**
 * Documents that an instrument's lists repeal, declare void or confirm.
 * @returns one a row, with the row as its text; none for instruments that do neither
 */
export function readLists(instrument: Instrument): Fated[] {
  const { title, annexes, provisions } = instrument;
  if (proposes(title)) return [];
  const clause = sentencesOf(instrument).filter(
    (s) => repealWords.test(s.masked) && listWords.test(s.masked),
  );
  const titled = /废止|失效|撤销/.test(title) || clearance.test(title);
  const listed = annexes.some((annex) => listTitle.test(annex.title) || clearance.test(annex.title));
  const headed = sentencesOf(instrument).some(({ bare }) => listHeading.test(bare));
  if (clause.length === 0 && !titled && !listed && !headed) return [];
  const general = verdictOf(unhedged(clause.map((s) => s.masked).join(''))) ?? verdictOf(title);
  const inPart = partial.test(title);
  const annexed = annexes.flatMap((annex) => {
    const rows = fromAnnex(annex, verdictFor(annex, instrument) ?? general);
    return inPart || partial.test(annex.title) ? rows.map(onlyPart) : rows;
  });
  const kept = new Set(clause.flatMap(exceptedIn));
  const isKept = ({ title: name = '', number = '' }: Mention): boolean =>
    kept.has(titleKey(name)) || kept.has(number);
  return [...annexed, ...fromBody(provisions)].filter(({ mention }) => !isKept(mention));
}

/** 除《甲》外，附件所列文件一并废止: titles and numbers that the sentence leaves out of its list. */
function exceptedIn({ bare, masked }: Sentence): string[] {
  const mentions = readMentions(bare);
  return mentions.flatMap(({ title, number }, i) => {
    const [first, last] = listAround(masked, mentions, i);
    const left =
      /除$/.test(masked.slice(0, mentions[first]!.from)) &&
      /^[^，。；⟦]{0,10}外/.test(masked.slice(mentions[last]!.end));
    return left ? [...(title ? [titleKey(title)] : []), ...(number ? [number] : [])] : [];
  });
}

/**
 * The sentence that sets the day for everything an instrument repeals.
 *
 * `凡被废止的文件，自本通知印发之日起一律停止执行` → anchor issued, with that sentence
 */
export function commonEffect(instrument: Instrument): Pick<Repeal, 'when' | 'effect'> {
  for (const { masked, eId, text } of sentencesOf(instrument)) {
    if (!repealWords.test(masked) || !listWords.test(masked)) continue;
    const when = whenIn(/(?:自|从)[^，。；]{2,30}?起/.exec(masked)?.[0]);
    if (when) return { when, effect: { eId, text } };
  }
  return {};
}

/** 及时修改、废止或宣布失效 asks others to act; it decides nothing. */
function unhedged(words: string): string {
  return words.replace(/及时修改|修改、废止(?:或者?(?:宣布)?失效)?/g, '');
}

/** 部分失效的文件目录, 部分条款废止: the documents live on. */
const partial = /部分(?:条款|内容|规定)?(?:失效|废止|有效)|(?:失效|废止)(?:的)?(?:条款|内容)/;

function onlyPart(repeal: Fated): Fated {
  const { mention } = repeal;
  return { ...repeal, mention: { ...mention, scope: mention.scope ?? '部分内容' } };
}

/** What the body says of this annex by its label: 列于本法附件二的……予以保留. */
function verdictFor(annex: Annex, instrument: Instrument): Verdict {
  const own = verdictOf(annex.title);
  const number = /附(?:件|表|录)([一二三四五六七八九十\d]+)/.exec(annex.label.replace(/\s/g, ''))?.[1];
  const value = number && parseNumeral(number);
  if (own || !value) return own;
  const named = new RegExp(`附(?:件|表|录)(?:${value}|${formatNumeral(value)})(?![一二三四五六七八九十\\d])`);
  const said = sentencesOf(instrument).filter(({ bare }) => named.test(bare));
  return verdictOf(unhedged(said.map(({ masked }) => masked).join('')));
}

function fromAnnex(annex: Annex, verdict: Verdict): Fated[] {
  if (listsThings(annex.title)) return [];
  return Array.from(ownProvisions(annex.provisions)).flatMap((provision) => fatedIn(provision, verdict));
}

/** `一、`, `二、` → `、`; `（一）` → `（）`: two lines numbered alike stand on one level. */
const styleOf = ({ label }: Provision): string => label.replace(new RegExp(`[${numeralClass}]+`, 'g'), '');

/** 有下列情形之一的，应当停止执行： lists cases in which something is done, and no documents. */
const casesFor = /(?:情形|情况|行为|条件)(?:之一)?的|应当|可以|不得|建议/;

/** Numbered lines under 「废止下列文件：」 or 「一、予以废止的文件」, or the paragraphs that follow such a line. */
function fromBody(provisions: readonly Provision[]): Fated[] {
  const found: Fated[] = [];
  let open: { verdict: Verdict } | undefined;
  let style = '';
  for (const provision of provisions) {
    if (provision.quoted) continue;
    // The list under 一、 ends with 二、.
    if (style !== '' && styleOf(provision) === style) open = undefined;
    // 你局《关于甲是否失效的请示》收悉，答复如下：the words of a title decide nothing.
    const text = mask(ownText(provision).trim());
    const leads =
      (/下列|以下|如下/.test(text) &&
        repealWords.test(text) &&
        /[：:。]$|^[^，。；：]{4,40}$/.test(text) &&
        !amendsOne(text) &&
        !casesFor.test(text)) ||
      (listHeading.test(text) && !listsThings(text)) ||
      // 现将清理结果公布如下： leaves it to the lines.
      (clearance.test(text) && /如下[：:]$/.test(text));
    if (leads) {
      open = { verdict: verdictOf(text) };
      style = styleOf(provision);
      for (const child of ownProvisions(provision.children)) found.push(...fatedIn(child, open.verdict));
      continue;
    }
    if (open) {
      const { verdict } = open;
      const rows = Array.from(ownProvisions([provision])).flatMap((each) => fatedIn(each, verdict));
      found.push(...rows);
      // A numbered line that names nothing does not end the list, nor the head of its columns; a sentence does.
      if (rows.length > 0 || provision.label !== '' || columnHead.test(text)) continue;
      open = undefined;
    }
    found.push(...fromBody(provision.children));
  }
  return found;
}

/** 序号　标题　文号　理由 */
const columnHead = /^[^\s。；：，]{1,12}(?:[\s\u3000]+[^\s。；：，]{1,12}){2,8}$/;

/** 对《甲》作如下修改, 将《甲》第三条修改为: a line that amends what it names, whatever list it stands in. */
function amendsOne(line: string): boolean {
  const masked = mask(line.replace(/\s/g, ''));
  return /⟦□+⟧/.test(masked) && changed.test(masked) && !repealWords.test(masked);
}

/** A row's own word counts before that of its list; a list that says nothing leaves it to the rows. */
function fatedIn(provision: Provision, verdict: Verdict): Fated[] {
  return listedIn(provision).flatMap(({ mention, fate, end, eId, text }): Fated[] => {
    if (!provision.rows && amendsOne(text)) return [];
    const ends = endOf(end ?? fate);
    const own = ends === undefined ? verdictOf(fate) : 'kept';
    const verb = own ?? verdict;
    if (verb === undefined || verb === 'no') return [];
    const part =
      mention.scope ?? (partial.test(fate) || /第[^，。]{1,8}[条款项]/.test(fate) ? fate : undefined);
    const from = { mention: { ...mention, ...(part ? { scope: part } : {}) }, eId, text };
    if (verb === 'kept') {
      if (ends !== undefined) return [{ ...from, verb, ends }];
      return [{ ...from, verb: end === undefined || lasting.test(end) ? verb : 'unclear' }];
    }
    // 自2023年7月1日起废止: the row's own day.
    const when = whenIn(
      /(?:自|从|于)[^，。；]{2,30}?(?:起|日)(?=[^，。；]{0,4}(?:废|失|停))/.exec(fate)?.[0],
    );
    return [{ ...from, verb, ...(when ? { when } : {}) }];
  });
}

/** 长期有效, 5年 behind the day of its issue: no end that is a day. */
const lasting = /长期|长效|永久|无固定|至今/;
const stops = '(?:自动|自行|即行|同时)?(?:废止|失效|作废|终止|停止执行)';
const endWithin = new RegExp(
  `(?:(?:有效期?|执行|实施|试行|保留|延长|延期|届满|到期|期满|截止)(?:至|到|日期|时间|为|：)*(?:截至|截止)?|[至到])${endWords}|${endWords}(?:止|到期|届满|期满|前|前有效)(?:，?${stops})?$`,
);
const stopIn = new RegExp(`(?:${stops}(?:日期|时间)[：:]?)${endWords}|^(?:于)?${endWords}${stops}$`);

/** The end that a row gives its document: 有效期至2022年12月31日 · 失效日期2020.12.31 · 2022年底失效. */
function endOf(words: string): ResolvedDay | undefined {
  const text = chineseDays(words);
  const stop = stopIn.exec(text);
  const match = stop ?? endWithin.exec(text);
  const at = match?.[1] === undefined ? 4 : 1;
  const last = match?.[at] && lastDayOf(match[at], match[at + 1], match[at + 2]);
  if (!match || !last) return undefined;
  const rule = `目录载明${words.replace(/\s/g, '')}`;
  const next = addDays(last.day, 1);
  return stop || /前/.test(match[0]) ? { date: last.day, latest: next, rule } : { date: next, rule };
}

/** 2022.12.31, 2022-12-31, 2022/12/31 → 2022年12月31日 */
function chineseDays(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/([12]\d{3})[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)/g, '$1年$2月$3日');
}
