/**
 * Words by which a question is a question, and which no provision need hold: 疑问代词, 语气词, 结构助词 and words of asking
 * (吕叔湘主编《现代汉语八百词》). An editor may add to them; each stands for itself.
 */
const listed = `
  谁 谁来 哪 哪里 哪儿 哪个 哪些 哪家 哪位 什么 什么时候 何时 怎么 怎么办 怎样 怎么样 如何 为什么 为何
  多少 多久 多大 多长 几 几个 几天 几年 是否 能否 可否 能不能 可不可以 是不是 要不要 有没有 会不会
  吗 呢 吧 啊 呀 么 了 的 得 地 着
  请问 我 我想 想 想问 问 请 一下 是 在 把 被 和 与 能 要 可以 应该 需要 才 就 都 也 还 去 到 给 找
`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const questionWords = setOf(listed);

/** Words that ask for a person in charge. */
export const askingWho = setOf('谁 哪位 哪个领导 哪位领导 领导 分管 主管 负责 管');

/** Words that ask what a report is worth. */
export const askingReward = setOf('举报 奖励 奖金 有奖 奖 多少钱 多少 金额 标准');
