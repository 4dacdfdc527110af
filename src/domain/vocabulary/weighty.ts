/**
 * Words that no adjustment of 个别文字 may change: what is commanded, allowed or denied, and who acts.
 *
 * Sources: 全国人大常委会法工委《立法技术规范（试行）（一）》 on 应当、必须、不得、禁止, 《…（二）》 on 可以、有权; names of
 * bodies after 《国务院组织法》, 《地方各级人民代表大会和地方各级人民政府组织法》 and 《国务院行政机构设置和编制管理条例》.
 */
import { words } from './words.ts';

export const modals = words('应当 必须 不得 禁止 严禁 可以 有权 无权 免予 免于 不 未 无 非 须 应 可');
/** What the name of a body ends in. */
export const bodyEndings = words(`
  人民政府 政府 委员会 法院 检察院 办公厅 办公室 机关 机构 部门 局 厅 委 署 院 部 处 所 站 中心 银行 公司
`);
