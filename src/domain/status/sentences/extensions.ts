/**
 * Clauses by which a text prolongs others: 《甲》有效期延长至2024年5月31日 · 将《甲》的有效期延长三年 · 《甲》继续执行至2023年底 ·
 * 下列文件有效期届满后延长5年：a list.
 *
 * The documents stand in the sentence, in the list under it, in the sentence before (该办法, 其), or in the text's title.
 */
import type { Day, Instrument, Provision } from '../../model.ts';
import { type Mention, readMentions } from '../../names/index.ts';
import { formatDay } from '../../text/calendar.ts';
import { notObject } from './chains.ts';
import { sentencesWithLists } from './closing.ts';
import { listedIn } from './listed.ts';
import { type Period, parsePeriod, periodPattern } from './periods.ts';
import { inTitle, ownProvisions, ownText, type Sentence, splitSentences } from './sentences.ts';
import { endWords, lastDayOf } from './validity.ts';

export interface Extension {
  mention: Mention;
  /** The new last day; */
  lastDay?: Day;
  /** whose word 前 leaves open whether it counts; */
  open?: true;
  /** or how much is added to the old one. Neither: it is prolonged, and how long is not said. */
  period?: Period;
  rule?: string;
  eId: string;
  text: string;
}

/** 期限 alone, not 申报期限 or 征求意见期限. */
const lasting =
  '(?:有效期限?|试行期限?|执行期限?|实施期限?|施行期限?|适用期限?|政策期限|(?<![^的其该将把长续⟧），。；：])期限|有效时间)';
const prolongs = new RegExp(
  `${lasting}[^，。；]{0,12}?(?:延长|延续|延期|顺延|续期)|(?:延长|延续|顺延)[^，。；⟦]{0,8}${lasting}|` +
    `(?:延续|延期|延长|顺延|继续)(?:有效|执行|实施|施行|适用|使用|试行)|` +
    `仍然?有效|保留(?=至|到)|${lasting}[^，。；]{0,6}?(?:调整|变更|更改|确定)(?=为|至|到)|(?<=[⟧）再以])(?:延长|延续|延期|顺延|续期)(?:至|到)?(?:${periodPattern}|[12]\\d{3}年)`,
);
/** 2022年12月31日前，《甲》继续有效: whether that day is the first without it or the last with it, the words leave open. */
const stillBefore = new RegExp(
  `(?:^|[，；：在⟧）])(?:截至)?${endWords}(?:之?前|以前)，?[^，。；]{0,40}?(?:继续|仍然?有效)`,
);
const until = new RegExp(`(?:至|到|截至|止于|调整为|变更为|更改为|确定为)${endWords}`);
const added = new RegExp(
  `(?:延长|延续|延期|顺延|续期|继续(?:有效|执行|实施|施行|适用|试行))(?:有效期限?|执行期限?|实施期限?|期限|时间)?(?:为|至|实施|执行|有效)?(${periodPattern})`,
);
const own = /^(?:但|并|且)?(?:本|此)[一-龥]{1,12}(?:自|的|有效期|，)/;
const denied =
  /(?:不再|不予|不得|不能|未|是否|可以|可|需要|确需|应当|申请|建议|拟)(?:[^，。；]{0,6})?(?:延长|延续|延期|继续)/;
const under = /(?:下列|以下|如下|附件|附表|目录|清单)/;

/**
 * What an instrument prolongs.
 *
 * `《甲办法》（某府〔2016〕2号）有效期延长至2024年5月31日。` → { 甲办法, lastDay: 2024-05-31 }
 */
export function readExtensions(instrument: Instrument): Extension[] {
  const titled = titleObjects(instrument);
  let before: Mention[] = titled;
  return sentencesWithLists(instrument).flatMap((sentence) => {
    const mentions = objectsIn(sentence);
    const earlier = before;
    if (mentions.length > 0) before = mentions;
    const { masked, eId, text } = sentence;
    if (!prolongs.test(masked) || own.test(masked) || denied.test(masked)) return [];
    // A provision that speaks of the validity of licences prolongs no document.
    const named = mentions.length > 0 ? mentions : pointsBack(masked, titled) ? earlier : [];
    const all = under.test(masked) ? [...mentions, ...listedUnder(instrument, eId)] : named;
    const end = endOf(masked);
    // 取得的权利继续有效 prolongs no document: without a new end only a text made for it, or the word 有效期, counts.
    const vague = end.lastDay === undefined && end.period === undefined;
    if (vague && titled.length === 0 && !new RegExp(lasting).test(masked)) return [];
    return all.map((mention) => ({ mention, ...end, eId, text }));
  });
}

/** 其, 该办法, 上述文件; or no subject at all in a text whose title says that it prolongs. */
function pointsBack(masked: string, titled: readonly Mention[]): boolean {
  return titled.length > 0 || /(?:该|其|上述|前述|以上)(?:[一-龥]{0,6}?)(?:有效期|继续|延|执行)/.test(masked);
}

/** 《甲》规定的补贴标准继续执行: a thing that the document lays down, and not the document. */
const itsPart = /^(?:等[^，。；⟦]{0,12})?(?:中|所)?(?:规定|明确|确定|列明|载明)的(?!(?:[^，。；]{0,8})政策)/;

function objectsIn({ bare, masked }: Sentence): Mention[] {
  return readMentions(bare).filter(
    ({ from, end, scope }) =>
      scope === undefined && !notObject.test(masked.slice(0, from)) && !itsPart.test(masked.slice(end)),
  );
}

/** 关于延长《甲》有效期的通知, 关于继续执行《甲》的通知. */
function titleObjects({ title }: Instrument): Mention[] {
  const bare = title.replace(/\s/g, '');
  if (!/延长|延续|延期|顺延|继续(?:有效|执行|实施|施行|适用|试行)/.test(bare)) return [];
  return readMentions(bare).map((mention) => ({ ...mention, ...inTitle }));
}

function endOf(masked: string): Pick<Extension, 'lastDay' | 'open' | 'period' | 'rule'> {
  const early = stillBefore.exec(masked);
  const named = early && lastDayOf(early[1]!, early[2], early[3]);
  if (named) return { lastDay: named.day, open: true, rule: `原文载明${formatDay(named.day)}前继续有效` };
  const from = masked.slice(masked.search(prolongs));
  const match = until.exec(from);
  const last = match && lastDayOf(match[1]!, match[2], match[3]);
  if (last) return { lastDay: last.day, ...(last.rule ? { rule: last.rule } : {}) };
  const period = parsePeriod(added.exec(from)?.[1] ?? '');
  return period ? { period } : {};
}

/** The list that a sentence leads: lines below it, or the annexes. */
function listedUnder(instrument: Instrument, eId: string): Mention[] {
  const lines = linesAfter(instrument.provisions, eId);
  const annexed = instrument.annexes.flatMap(({ provisions }) => Array.from(ownProvisions(provisions)));
  return [...lines, ...annexed].flatMap(listedIn).map(({ mention }) => ({ ...mention, ...inTitle }));
}

function linesAfter(provisions: readonly Provision[], eId: string): Provision[] {
  const at = provisions.findIndex((provision) => provision.eId === eId);
  if (at < 0) return provisions.flatMap(({ children }) => linesAfter(children, eId));
  const after = provisions.slice(at + 1);
  const end = after.findIndex(
    (provision) => listedIn(provision).length === 0 || splitSentences(ownText(provision), '').length > 1,
  );
  const rows = end < 0 ? after : after.slice(0, end);
  return [...Array.from(ownProvisions(provisions[at]!.children)), ...rows];
}
