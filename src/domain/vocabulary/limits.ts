/**
 * Words that bind an instruction of a decision: with one of them it is no plain change of the text.
 *
 * The lists are ours. All their words but 届时, 假如, 不过 and 勿 stand in laws, regulations and notices that were looked
 * at for them: 暂时调整 and 暂时停止适用 in 立法法 (2023) articles 16 and 79, 不在此限 in 海洋倾废管理条例, 除外 in 刑法, 境内 and
 * 地区 in 中关村国家自主创新示范区条例, 试点 in 国办函〔2018〕71号, 原则上 in the interpretation on 刑事赔偿 of 2015-12-28. Add a word where a decision bound an
 * instruction and the computed text did not.
 */
import { words } from './words.ts';

/** A time of its own. */
export const times = words('期间 期满 届满 届时 以前 之前 以后 之后 暂时 临时');
/** A place of its own. */
export const places = words('范围 区域 辖区 境内 地区 试点 试验区');
/** What the name of a place ends in: 在甲区, 在乙镇. */
export const placeEndings = words('区 市 县 州 省 镇 乡 街道 内');
/** Words that open a condition. */
export const ifs = words('如 若 假如 除 仅 只 限 凡 符合 涉及');
/** Words that open what takes a part back. */
export const contrasts = words('但 不过 然而 其中');
/** A condition or an exception, wherever it stands. */
export const conditions = words('条件 情况下 除外 以外 之外 仅限 限于');
/** A denial, or a stop. */
export const denials = words('不 未 暂 勿 无须 无需 停止 中止 停用');
/** What is proposed and not yet laid down. */
export const proposals = words('建议 拟 考虑 可以 可将 可对 希望 征求 草案 原则上 研究');
