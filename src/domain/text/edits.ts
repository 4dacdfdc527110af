/** A change of one line, why it is made, and the classes of characters that decide it. */

/** A change of `[start, end)` of a line. */
export interface Edit {
  start: number;
  end: number;
  to: string;
  rule: string;
}

const han = /[\u3400-\u9fff\uf900-\ufaff〇○]|[\ud840-\ud87f][\udc00-\udfff]/;
const wide = /[\u3000-\u303f\uff00-\uffef“”‘’—…\u3400-\u9fff\uf900-\ufaff]/;
const digit = /[0-9０-９]/;

export const isHan = (c: string | undefined): boolean => c !== undefined && han.test(c);
/** Printed as wide as a Chinese character. */
export const isWide = (c: string | undefined): boolean => c !== undefined && wide.test(c);
export const isDigit = (c: string | undefined): boolean => c !== undefined && digit.test(c);

/** All matches of a pattern as edits of one rule. */
export function matchEdits(
  text: string,
  pattern: RegExp,
  rule: string,
  to: (found: string) => string,
): Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    to: to(match[0]),
    rule,
  }));
}

/** Why each rule changes the text: for the repairs page. */
export const reasons: Record<string, string> = {
  markup: '去除文件标记（列表符、加粗号、标题号等），不属于原文',
  escape: '去除文件标记的转义符，不属于原文',
  bullet: '去除序号之前的项目符号，不属于原文',
  'web-tag': '去除网页的排版标签，不属于原文',
  comment: '去除文件注释，不属于原文',
  'front-matter': '去除文件首部的说明字段，不属于原文',
  'page-number': '去除页码',
  'running-head': '去除书眉（每页重印的刊名与期号）',
  'table-rule': '去除表格分隔线',
  padding: '两字词为排版拉开的空格，合并',
  'digit-space': '汉字与数字之间的空格，合并',
  'label-space': '序号之后的空格，合并',
  'label-tab': '序号之后的制表符，改为空格',
  'prose-tab': '句中的制表符，按空白去除',
  'title-space': '标题转行留下的空格，合并',
  'dash-space': '连接号两侧的空格，合并',
  width: '中文语境中的半角标点，改为全角',
  digit: '全角数字，改为半角',
  quote: '中文语境中的直引号，改为弯引号',
  radical: '部首字形改为同形的汉字',
  lookalike: '序号中的形近字，改为所代的字',
  invisible: '去除不可见字符',
  entity: '还原网页字符代码',
  join: '换页或换行切断的段落，连接',
  row: '换页或换行切断的表格行，连接',
  caption: '题注分行，连接',
};
