/** Names of documents without 《》, right before an address: `依照企业所得税法|第六条`. */

export interface BareName {
  kind: 'bare';
  start: number;
  end: number;
  after: number;
  title: string;
}

/** Words before a bare name that are not its own. */
export const lawLead =
  /^.*(?:依照|按照|比照|违反|根据|依据|适用|或者|以及|以外|所称|符合|低于|取得|修改|删去|删除|执行|履行|参照|遵守|对照|触犯|行使|除|属于|支付|认定为?|具备|具有|超过|构成|援引|引用|满足|达到|有关|实施(?!条例|办法|细则|规定|规则)|视为|不服|应当|可以|不得|分别|直接|同时)(?=.{2,})|^(?:和|与|及|将|因|犯|依|按|在|对|有(?![线色机毒限害效]))(?=.{2,})/;

const bareEnd = /(?:法|法典|条例|规定|办法|细则|规则|规程|解释|章程|公约|协定)$/;

/**
 * The bare name that ends right before a locator: `依照企业所得税法|第六条` → 企业所得税法, from its first own character.
 * @param from where the locator before it ends: no name goes over that
 */
export function bareAnchor(text: string, at: number, from = 0): BareName | undefined {
  const run = /[\u4e00-\u9fff]{2,30}$/.exec(text.slice(Math.max(from, at - 30), at))?.[0];
  if (!run || !bareEnd.test(run)) return run === '宪法' ? make(at, run) : undefined;
  const led = run.replace(lawLead, '');
  const title = from > 0 && at - led.length === from ? led.replace(afterAddress, '') : led;
  if (title.length < 2 || generic.test(title)) return undefined;
  return make(at, title);
}

/** 规定的情形和|治安管理处罚法: what may part a name from the address before it. */
const afterAddress = /^.{0,18}?(?:(?<!共)和|与|以?及|或者?)(?=.{2,})/;
/** What names a kind of document and no document. */
const generic =
  /^(?:有关|相关|其他|上位|地方性?|部门|行政|国家|现行)?(?:法律|法规|规定|办法|方法|司法|执法|立法|违法|违规|非法|依法|合法|法)$|^[该新旧原][\u4e00-\u9fff]{0,4}(?:法|条例|规定|办法|细则|规则|规程|解释|章程)$/;

function make(end: number, title: string): BareName {
  return { kind: 'bare', start: end - title.length, end, after: end, title };
}
