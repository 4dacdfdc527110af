/**
 * Nouns that name a kind of document in its title, the longer ones first where one ends in another. Sources: 党政机关公文处理
 * 工作条例 (2012) article 8, 行政法规制定程序条例, 规章制定程序条例, and titles in gazettes.
 */
import { words } from './words.ts';

/** Texts that lay down rules. */
export const ruling = words(`
  工作规则 实施细则 实施条例 实施办法 暂行条例 暂行规定 暂行办法 若干规定 法典 法 条例 规定 办法 细则 规则 规程 章程
`);

/** Notices, plans, letters and the like. */
export const otherTexts = words(`
  修正案 规范 决定 决议 通知 通报 通告 公告 公报 意见 方案 规划 计划 纲要 要点 解释 批复 答复 函 令 标准 预案 指南 指引 目录
  清单 准则 制度 守则 措施 公约 协定 纪要 报告 请示
`);

/**
 * What lists and forms are called: annexes, and no texts of their own. Looked at: titles below 附件 and 附表. Seen in texts of
 * `test/`: 目录, 名录, 名单, 表, 书 (承诺书); in printed texts: 清单 (导弹及相关物项和技术出口管制清单), 图 (样图, 国办发〔2018〕114号).
 * Seen in no title of an annex: 一览表, 名册, 台账; these are ours.
 */
export const listNouns = words('目录 名录 名单 清单 一览表 表 书 名册 台账 图');
