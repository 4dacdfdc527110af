/**
 * What names of bodies end in. Sources: 国务院机构设置, 地方各级人民政府机构设置, signatures and addressees of gazettes of
 * the State Council, provinces, cities and counties.
 */
import { words } from './words.ts';

/** Bodies that sign. */
export const bodyNouns = words(`
  政府 委员会 委 局 厅 部 院 署 办公室 办公厅 办 会 处 所 行 司 中心 公司 集团 党组 总队 支队 大队 调查队 军区 代表大会 常务委员会 法院 检察院
  大会 学会 协会 管委会 社 编辑室 编辑部
`);

/** Bodies that are addressed. */
export const addresseeNouns = words(`
  人民政府 委员会 委 局 厅 部 院 办 署 公司 集团 中心 法院 检察院 单位
`);

/**
 * How a reply addresses a person. Looked at: lines that end in such a word and a colon. Seen: 代表 in the State Council's reply
 * 国办函〔2006〕69号, 委员 in an invented reply of `test/`. Seen in no text: 同志, 先生, 女士; these are ours.
 */
export const personNouns = words('委员 代表 同志 先生 女士');
