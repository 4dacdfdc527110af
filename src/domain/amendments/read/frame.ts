/** The lines of a decision that change nothing: title, preamble, effect, republication; and its general clauses. */
import type { Adjustment, Change } from '../../model.ts';

export type FrameKind = 'enact' | 'effect' | 'republish' | 'general' | 'repeal' | 'order';

const numbering =
  /(?:条文|条款|条、款|章节|章、节|款项|条次|章条|法条|各条|条|款|项)?(?:的)?(?:排列)?(?:顺序|序号|次序|编号|条序|条次|款序|项序)[^。；“]{0,20}(?:调整|顺延|变动|变更|修改|重新编排|重新排列|排序|递推)/;
const wording =
  /(?:文字|用语|表述|标点符号?|词句|措辞|字词)[^。；“]{0,16}(?:调整|修改|修正|修订|订正|技术处理|技术性处理)|对(?:部分|个别)(?:条款|条文)(?:作|进行)[^。；“]{0,8}(?:文字|技术)/;

const frames: readonly [FrameKind, RegExp][] = [
  [
    'republish',
    /(?:重新(?:公布|发布|印发|颁布)|作相应(?:的)?修[改正订]后|根据(?:本|此|以上|上述)[^，。]{0,12}作(?:出)?相应(?:的)?(?:修[改正订]|调整))/,
  ],
  [
    'effect',
    /^(?:本|以上|上述|此|该|其中|修改后的)[^，。；“]{0,30}(?:自|从|于)[^。]{1,40}(?:施行|实施|生效|执行|停止执行)/,
  ],
  ['effect', /^(?:自|从)(?:发布|公布|印发|\d{4}年|本)[^。]{0,30}(?:施行|实施|生效|执行)/],
  ['enact', /(?:决定|决议|经研究|现)[^。“]{0,80}(?:修改|修正|修订|调整)(?:如下)?[：:。]?$/],
  [
    'enact',
    /(?:作|做)(?:出)?(?:如下|以下|了?部分|下列|相应)?(?:的)?(?:修改|修正|修订)(?:和(?:补充|完善))?[：:。]?$/,
  ],
  ['enact', /^(?:[^“。]{0,40})?(?:修改|修正|修订)(?:内容)?如下[：:。]?$/],
  [
    'order',
    /^[^“]{2,40}(?:令|公告)$|^第[〇零一二三四五六七八九十百千\d]+号$|^[（(][^）)]*(?:通过|批准|公布|发布|修正|修订)[^）)]*[）)]$/,
  ],
];

/** The kind of frame that a line outside quotations is, or undefined. */
export function frameOf(text: string): FrameKind | undefined {
  return frames.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * What a line allows in general: `此外，对条文顺序和个别文字作相应调整和修改。` → both.
 */
export function adjustmentsOf(text: string): Adjustment[] {
  // 对部分条文的文字作如下修改： heads a list of what is adjusted.
  if (/(?:如下|以下|下列)(?:文字)?(?:修改|修正|调整)[：:]?$/.test(text)) return [];
  if (citing.test(text) && numbering.test(text)) return ['citations'];
  const found: Adjustment[] = [];
  if (numbering.test(text)) found.push('numbering');
  if (wording.test(text)) found.push('wording');
  return found;
}

/** 条文中引用民法典条文序号作相应调整: the numbers are those of another law. */
const citing =
  /(?:引用|援引|援用|所引|涉及)(?!本|该)(?:的)?(?:有关|相关)?(?:\p{Ps}?(?<law>[^，。；“”\p{Ps}\p{Pe}]{1,38}?(?:法|典|条例|规定|办法|细则|规则))\p{Pe}?)?(?:的)?(?:有关|相关)?(?:条文|条款|法条|条|款)/u;

/** The law that an adjustment of citations speaks of, without 《》: `引用灯会条例相关条文序号` → 灯会条例 */
function citedLaw(text: string): string | undefined {
  const name = citing.exec(text)?.groups?.law;
  return name === undefined || /^(?:其他|有关|相关)/.test(name) ? undefined : name;
}

/** The operation of a general clause. */
export function adjusting(text: string, adjusts: Adjustment[]): Change {
  return {
    op: 'general',
    targets: [],
    adjusts,
    cites: adjusts.includes('citations') ? citedLaw(text) : undefined,
  };
}

/** True where a line says to do something to a provision, whoever may understand it. */
export function looksLikeInstruction(text: string): boolean {
  return instruction.test(text);
}

const instruction =
  /(?:修改为|修改成|修[改订]第[^，。；]{1,14}为|修订为|修正为|改为|更改为|变更为|调整为|替换为|增加|增设|增写|新增|增列|删[去除掉]|变为第|合并|拆分|分拆|移至|移到|移入|作为第|单列|顺延|互换|[对调]换|对调|停止适用第|更名|改名|改称|[仅只]保留第|加上|分为|分成|调整[至到]|置于|[以用](?:“[^”]{0,400}”|[\ue000-\uebff])?(?:替换|代替|取代|替代)|不再适用第|(?:取消|去掉|去除|废止)(?:本[\u4e00-\u9fff]{1,4}的?)?第[^，。；]{1,12}[条款项目章节]|(?:补充|添加|加入|插入|增补)[一二两三四五六七八九十\d]{1,3}[条款项目章节])/;
