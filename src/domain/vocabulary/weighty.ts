/**
 * Words that no adjustment of 个别文字 may change: what is commanded, allowed or denied, and who acts.
 *
 * The lists are ours, made from laws, regulations and notices that were read for them: all words stand there, 应当 5,520
 * times, 可以 1,947, 不得 1,080, 禁止 268, 必须 137, 严禁 14 (in 刑法 among others), 无权 13, 免于 2; names of
 * bodies end there in 部门, 机关, 人民政府, 机构, 委员会, 法院, 局, 银行, 署, 厅, 中心 and the others listed.
 */
import { words } from './words.ts';

export const modals = words('应当 必须 不得 禁止 严禁 可以 有权 无权 免予 免于 不 未 无 非 须 应 可');
/** What the name of a body ends in. */
export const bodyEndings = words(`
  人民政府 政府 委员会 法院 检察院 办公厅 办公室 机关 机构 部门 局 厅 委 署 院 部 处 所 站 中心 银行 公司
`);
