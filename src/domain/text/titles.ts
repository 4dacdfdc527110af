/** What a title looks like. */

const titleEnd =
  /(?:通知|通报|决定|决议|办法|规定|规则|细则|条例|章程|规划|计划|方案|纲要|意见|公告|通告|批复|函|目录|清单|标准|规范|制度|说明|报告|法|令|解释|修正案)(?:\s*[（(][^（()）]{1,12}[）)])?(?:\s+目\s*录)?$/;

/** A line that reads as a title: no sentence, no cells, ends as titles end. */
export function looksLikeTitle(text: string): boolean {
  return text.length >= 6 && text.length <= 120 && !/[\t。；;！？]/.test(text) && titleEnd.test(text);
}
