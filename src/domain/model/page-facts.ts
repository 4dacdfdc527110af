/** What fields of a page say of a text. */

/** What the head of a text does not say: a page may print it below the text, too, and the archive shows it as it is. */
export const factsBesideHead = [
  'index', // 索引号
  'subject', // 主题分类
  'keywords', // 主题词
  'validity', // 有效性, 时效性
  'ended', // 失效日期, 废止日期
  'other',
] as const;
