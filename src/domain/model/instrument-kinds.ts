/** Kinds of texts, in the one order that packed data counts them by. */
export const instrumentKinds = [
  'law', // 法, 法典, 宪法
  'regulation', // 条例
  'rules', // 规定, 规则
  'measures', // 办法, 细则
  'interpretation', // 司法解释
  'decision', // 决定, which amends or repeals
  'amendment', // 修正案
  'order', // 令
  'notice', // 通知, 通报, 报告, 纪要
  'letter', // 函, 复函, 批复, 请示
  'announcement', // 公告, 通告
  'opinions', // 意见
  'plan', // 规划, 方案, 纲要
  'other',
] as const;

type Kind = (typeof instrumentKinds)[number];

/** Kinds that lay down rules in articles of their own. */
export const ruleKinds: ReadonlySet<Kind> = new Set(instrumentKinds.slice(0, 5));

/** Kinds whose text is enacted; all others are documents. */
export const enactedKinds: ReadonlySet<Kind> = new Set(instrumentKinds.slice(0, 8));
