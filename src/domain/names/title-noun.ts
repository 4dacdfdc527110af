/** The noun that a title ends in: what kind of document it is. */

/** Nouns of texts that lay down rules, the longer ones first. */
const ruling = words(
  '工作规则 实施细则 实施条例 实施办法 暂行条例 暂行规定 暂行办法 若干规定 法典 法 条例 规定 办法 细则 规则 规程 章程',
);
/** Nouns of notices, plans, letters and the like. */
const others = words(
  '修正案 规范 决定 决议 通知 通报 通告 公告 公报 意见 方案 规划 计划 纲要 要点 解释 批复 答复 函 令 标准 预案 指南 指引 目录 清单 准则 制度 守则 措施 公约 协定 纪要 报告 请示',
);

function words(list: string): readonly string[] {
  return list.split(' ');
}

/** All of them, the longer ones first where one ends in another. */
export const titleNouns: readonly string[] = [...ruling, ...others];

/** Nouns of texts that lay down rules. */
export const rulingNouns: ReadonlySet<string> = new Set(ruling);

/** The noun that names a kind of document in its title: `…奖励办法（试行）` → 办法; undefined where it ends otherwise. */
export function titleNoun(title: string): string | undefined {
  const bare = title.replace(/[（(][^（）()]*[）)]\s*$/, '').trim();
  return titleNouns.find((noun) => bare.endsWith(noun) && !(noun === '法' && bare.endsWith('办法')));
}
