/** The types of provisions, as every text and format names them. */
export const provisionTypes = [
  'part', // 编, 分编
  'chapter', // 章
  'section', // 节
  'article', // 条
  'paragraph', // 款, or an unnumbered paragraph of a notice or plan
  'item', // 项
  'point', // 目
  'level', // 一、（一） 1. （1） of notices, plans and decisions
  'figure', // a caption whose picture the source does not hold
  'table', // rows of cells
] as const;
