/** What a title looks like. */

const titleEnd =
  /(?:通知|通报|决定|决议|办法|规定|规则|细则|条例|章程|规划|计划|方案|纲要|意见|公告|通告|批复|函|答复|解答|纪要|目录|名录|名单|清单|标准|规范|规程|通则|守则|准则|导则|指引|指南|预案|要点|程序|制度|说明|报告|安排|措施|公约|协定|协议|议定书|宣言|声明|须知|大纲|公报|大事记|命令|法|法典|令|解释|修正案)(?:\s*[（(][^（()）]{1,12}[）)])?(?:\s+目\s*录)?$/;

/** So long is a title at most, or a line that holds a part of one: the longest that was looked at have about 100. */
export const longestTitle = 120;

/** A line that reads as a title: no sentence, no cells, ends as titles end. */
export function looksLikeTitle(text: string): boolean {
  return (
    text.length >= 6 && text.length <= longestTitle && !/[\t。；;！？]/.test(text) && titleEnd.test(text)
  );
}
