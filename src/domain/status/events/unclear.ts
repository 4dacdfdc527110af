/**
 * Words about the force of a document that no reader here understands: they end or change something, and what, cannot be
 * told. Nothing is claimed of the document from the day of those words on, and they are shown.
 *
 * 《甲》由本通知代管后不再保留 → 甲: unclear · 本办法自2015年4月1日起施行，上级政策调整时终止 → this text: unclear
 */
import type { Day, Instrument, LegalEvent } from '../../model.ts';
import { isDocumentTitle, leftOut, type Mention, readMentions, titleKey } from '../../names/index.ts';
import { addDays } from '../../text/calendar.ts';
import { findDays } from '../../text/dates.ts';
import { listAround, notObject } from '../sentences/chains.ts';
import { sentencesWithLists } from '../sentences/closing.ts';
import { periodPattern } from '../sentences/periods.ts';
import { readLists } from '../sentences/repeal-lists.ts';
import { inConflict, proposes } from '../sentences/repeals.ts';
import { besideSelf } from '../sentences/self.ts';
import { type Sentence, sentencesOf, splitSentences } from '../sentences/sentences.ts';
import { saidOn } from './adoption.ts';
import { evidenceOf, type Finding, type Reading } from './reading.ts';

const applied = '(?:执行|施行|实施|适用|使用|有效)';
const ends =
  `废止|废除|失效|作废|无效|效力|撤销|撤回|取消|停用|停止${applied}|终止|中止|暂停|暂缓|冻结|` +
  `停止在[^，。；⟦]{1,12}${applied}|不再(?:单独|另行)?(?:${applied}|作为|保留|延|按[^，。；]{1,12}${applied})|仍然?有效|届满|到期|期满|有效期|试行期|(?:继续|恢复|延长|延期|推迟)${applied}|保留|` +
  '替代|代替|取代|合并(?=[，。；])|(?:合并|整合|归并)(?=(?:修订|修改|制定)?[为成到至进入后])|拆分为|分拆为|并入|(?:纳入|归入)$|吸收|过期|不得(?:再|继续)?(?:作为|适用|执行)|推迟|延期|续期|顺延|[止至到]20[0-9]{2}年';
/** 并入《乙》, 更名为《乙》: what takes the place of the other lives on. */
const receiving = /(?:并入|纳入|归入|(?:合并|整合|归并)(?:修订|修改)?(?:为|到|至|进|入)|更名为|改名为|改称)$/;
const anyEnd = new RegExp(ends);
/** What stands behind its name and speaks of it, in the same clause or at the beginning of the next. */
const behind = new RegExp(
  `^(?:（□*）)?(?:等[^，。；⟦]{0,8})?[^，。；⟦]{0,20}?(?:，[^，。；⟦]{0,8}?)?(?:${ends})`,
);
/** The word whose object it is, or that tells of it as past: 取代《甲》, 已废止的《甲》. */
const ahead = new RegExp(
  `(?:^|[^或者、])(?:废止|废除|撤销|撤回|收回|取消|停用|停止${applied}|终止|中止|暂停|暂缓|冻结|不再${applied}|替代|代替|取代|推迟|延长)(?:了|的|原|以下|下列)*[：:]?$`,
);
/** 对《甲》进行了修订, 修订后的《甲》另行印发. */
const amends =
  /^(?:（□*）)?(?:的?部分(?:条款|内容))?(?:已|已经|作了?|作出|进行了?|予以|应)*(?:全面|部分|相应|重新)?(?:修改|修订|修正)/;
/** 《甲》修订后重新公布, 《甲》中“乙”修改为“丙”: no 对 stands before the name. */
const amended =
  /^(?:（□*）)?(?:(?:修改|修订|修正)后(?:的)?(?:重新)?(?:公布|发布|印发|施行|实施)|(?:的?部分(?:条款|内容|规定))?已[^，。；⟦]{0,4}(?:修改|修订|修正)(?!的)|(?:中|第)?[^，。；⟦]{0,24}?(?:修改|修正|更正|调整|改)为[：“])/;
/** 《甲》规定的期限届满, 《甲》施行时核发的许可继续有效: what it lays down or what came of it, and not the document. */
const content =
  /^[^，。；⟦]{0,16}?(?:作出|取得|核发|颁发|签订|发放|办理|批准|形成|设立)的|^(?:（□*）)?(?:等[^，。；⟦]{0,8})?(?:中|所|的|第[^，。；⟦]{1,12}[条款项])*(?:有关|相关|各项)?(?:规定|要求|明确|确定|设定|列入(?!废止|失效|撤销|修改)|所列|情形|行为|(?:正式)?(?:施行|实施|生效|公布|印发|出台)(?:之?[日时]|以?后|前|以来)|(?:执行|实施|落实)情况)/;
const against = /^(?:（□*）)?[^。；⟦]{0,16}?(?:不一致|不相一致|不符|抵触|冲突|矛盾)/;
const overridden = /(?:以|按照?|依照?|执行)(?:本|此|该)[一-龥]{1,8}/;
const supposed = /(?:建议|提请|申请|请求|拟|可以?|有权|应当|需要?|是否|能否|如|若|未|不得|不予)$/;

type Why = 'ends' | 'amends' | 'against';

/** What a sentence says of a document that it names, where that touches its force. */
function touches(sentence: Sentence, mentions: readonly Mention[], at: number): Why | undefined {
  const { bare, masked } = sentence;
  const [first, last] = listAround(masked, mentions, at);
  const mention = mentions[last]!;
  const next = mentions[last + 1];
  const told = bare.slice(mentions[first - 1]?.end ?? 0, mentions[first]!.from);
  // 建议废止《甲》，《乙》不再保留: the plan has its verb, and what follows is none of it.
  const plans = proposes(told);
  if (!plans && proposes(`${told}${bare.slice(mention.end, next?.from)}`)) return undefined;
  if (mention.scope !== undefined && isExcepted(sentence, mention) && anyEnd.test(masked)) return 'ends';
  const lead = masked.slice(0, mentions[first]!.from);
  const rest = masked.slice(mention.end + (mention.scope?.length ?? 0));
  const own = rest.slice(0, next && next.start > mention.end ? next.start - mention.end : undefined);
  if (against.test(rest) && overridden.test(rest)) return 'against';
  if (notObject.test(lead) || receiving.test(lead)) return undefined;
  if (!plans && ahead.test(lead) && !supposed.test(lead.replace(ahead, ''))) return 'ends';
  if (inConflict.test(lead) && anyEnd.test(`${lead}${own}`)) return 'ends';
  if (content.test(own)) return undefined;
  if (amended.test(own) || (/对$/.test(lead) && amends.test(own))) return 'amends';
  return behind.test(own) ? 'ends' : undefined;
}

const understood: Readonly<Record<Exclude<Why, 'against'>, ReadonlySet<LegalEvent['kind']>>> = {
  ends: new Set(['repealed', 'suspended', 'resumed', 'expires', 'confirmed', 'commenced']),
  amends: new Set(['amended', 'republished', 'repealed']),
};

/**
 * What a text says of its own force and of that of others without being understood.
 * @param found what the readers have found in it
 */
export function unclearIn(reading: Reading, found: readonly Finding[]): Finding[] {
  const date = saidOn(reading.origin);
  return [
    ...ofItself(reading, found),
    ...ofOthers(reading.instrument, found, date),
    ...inLists(reading.instrument, date),
    ...sentencesOf(reading.instrument)
      .filter(({ masked }) => leavesOut.test(masked))
      .map((sentence) => finding('unlisted', reading.instrument, sentence, date)),
  ];
}

/** 凡未列入本目录的规范性文件一律停止执行, 除附件所列文件外，其他文件不再执行. */
const leavesOut = new RegExp(
  `(?:(?:未|没有|不)(?:列入|纳入|收入|保留|公布|在)[^。；]{0,30}|除[^。；]{1,30}(?:目录|清单|附件|附表|所列|列明)[^。；]{0,12}外[^。；]{0,12})(?:文件|规定|规章)[^。；]{0,16}(?:${ends})`,
);

/** Rows with an end that is no day. */
function inLists(instrument: Instrument, date: Day | undefined): Finding[] {
  return readLists(instrument)
    .filter(({ verb }) => verb === 'unclear')
    .map(({ mention, ...from }) => finding(mention, instrument, from, date));
}

function finding(
  about: Finding['about'],
  instrument: Instrument,
  from: { eId: string; text: string },
  date: Day | undefined,
  scope?: string,
): Finding {
  return {
    kind: 'unclear',
    about,
    evidence: evidenceOf(instrument, from),
    ...(date ? { date } : {}),
    ...(scope ? { scope } : {}),
  };
}

function ofOthers(instrument: Instrument, found: readonly Finding[], date: Day | undefined): Finding[] {
  const told = found.flatMap(({ about, kind }) =>
    typeof about === 'string' ? [] : [{ kind, keys: keysOf(about) }],
  );
  const sentences = [...splitSentences(instrument.title, ''), ...sentencesWithLists(instrument)];
  const seen = new Set<string>();
  return sentences.flatMap((sentence) => {
    if (!quick.test(sentence.masked)) return [];
    const mentions = readMentions(sentence.bare);
    return mentions.flatMap((mention, i): Finding[] => {
      if (mention.title !== undefined && !mention.number && !isDocumentTitle(mention.title)) return [];
      const why = touches(sentence, mentions, i);
      const keys = keysOf(mention);
      const key = `${why === 'against'}${keys.join(' ')}`;
      if (why === undefined || keys.includes(titleKey(instrument.title)) || seen.has(key)) return [];
      const isTold = told.some(
        (one) =>
          why !== 'against' && understood[why].has(one.kind) && one.keys.some((each) => keys.includes(each)),
      );
      const kept = isExcepted(sentence, mention);
      if (isTold || (kept && mention.scope === undefined)) return [];
      seen.add(key);
      const scope =
        why === 'against' ? `与《${instrument.title}》不一致的规定` : kept ? undefined : mention.scope;
      return [
        finding(mention, instrument, sentence, past.test(sentence.masked) ? pastDay(sentence) : date, scope),
      ];
    });
  });
}

/** 此前的规定（《甲》第二条除外）同时废止, 除《甲》第二条外: what stands before it is kept. */
const excepted = new RegExp(`^[^，。；⟦]{0,6}?${leftOut}`);
const exceptedBehind = /^[^，。；⟦]{0,10}外/;

/** True where a mention says what is kept of others, or of the text that it names. */
function isExcepted({ masked }: Sentence, { start, end, scope = '' }: Mention): boolean {
  const rest = masked.slice(end + scope.length);
  return excepted.test(rest) || (/除$/.test(masked.slice(0, start)) && exceptedBehind.test(rest));
}

/** 已废止的《甲》, 《甲》已于2021年5月1日废止, 《甲》废止后: it has ended before. */
const past = new RegExp(
  `(?:已|曾|早)[^，。；⟦]{0,20}?(?:${ends})|(?:废止|失效|撤销|停止执行)(?:之?后|以来|以后)`,
);

function pastDay({ bare }: Sentence): Day | undefined {
  return findDays(/已于?([^，。；]{6,14}日)/.exec(bare)?.[1] ?? '')[0]?.day;
}

const quick = new RegExp(`${ends}|收回|修改|修订|修正|一致|不符|抵触|冲突|矛盾`);

function keysOf({ title, number }: Mention): string[] {
  return [...(title ? [titleKey(title)] : []), ...(number ? [number] : [])];
}

const ownEnds =
  /失效|废止|终止|停止执行|期满|届满|到期|(?:有效|试行|执行|实施)期|为期|[时日]止|为止|试行[^，。；]{1,3}[年月]|年度?内?有效|适用于[^，。；]{4}年/;
const ownEndsBehind = new RegExp(`^(?:的|自)?[^，]{0,12}?(?:${ownEnds.source})`);
/** 许可证有效期届满, 此前的规定同时废止: something that the text is about. */
const things = /证|许可|合同|资质|资格|登记|⟦|此前|以前|以往|原|凡/;
/** 调整后的票价自2022年8月1日起执行，暂定执行两年: the term of what the text decides. */
const provisional = new RegExp(`^暂定?(?:执行|施行|实施|试行)(?:期限?)?(?:为)?${periodPattern}$`);
const bareTerm = /^(?:(?:有效|试行|执行|实施)期|[^，]{4}年度?内?有效)/;

/** The clause by which a text ends itself, where no reader understands it: it held on its first day. */
function ofItself({ instrument, own, start }: Reading, found: readonly Finding[]): Finding[] {
  const told = new Set<LegalEvent['kind']>(['expires', 'unclear']);
  if (found.some(({ about, kind, scope }) => about === 'self' && told.has(kind) && !scope)) return [];
  const ofParts = found.filter(({ about, kind }) => about === 'self' && kind === 'expires');
  const sentence = sentencesOf(instrument).find(({ eId, text, masked }) => {
    if (ofParts.some(({ evidence }) => evidence.text === text)) return false;
    const all = masked.split(/[，。；]/).filter((clause) => ownEnds.test(clause));
    const clauses = all.filter((clause) => !things.test(clause));
    const beside = own.filter((one) => one.eId === eId);
    if (beside.some((one) => one.text === text)) return clauses.length > 0;
    if (masked.split(/[，。；]/).some((clause) => provisional.test(clause))) return true;
    return all.some(speaks) || (beside.length > 0 && clauses.some((clause) => bareTerm.test(clause)));
  });
  const first = start.latest ?? start.date;
  return sentence ? [finding('self', instrument, sentence, first && addDays(first, 1))] : [];
}

/** 本办法有效期…: the words right behind its own name. */
function speaks(clause: string): boolean {
  const rest = besideSelf(clause);
  return rest !== undefined && rest !== clause && ownEndsBehind.test(rest);
}
