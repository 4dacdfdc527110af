/**
 * What the columns of a register of documents are called, and the words that stand in them.
 *
 * The headings are those of the lists that governments publish of their rules and normative documents (目录, 清理结果,
 * 国家法律法规数据库 and 国家规章库 with their 时效性, 公布日期, 施行日期) and of the ledgers of document offices. A word
 * that stands here for the first time needs nothing else to be read.
 */

import type { RegisterStatement } from '../../domain/model.ts';

/** What a column holds. */
export type Field =
  | 'id'
  | 'title'
  | 'number'
  | 'issuer'
  | 'aliases'
  | 'promulgated'
  | 'commenced'
  | 'ended'
  | 'state'
  | 'amends'
  | 'repeals';

type StatedState = NonNullable<RegisterStatement['state']>;

const headings: Readonly<Record<Field, readonly string[]>> = {
  id: ['网址编号', 'id'],
  title: [
    ...['标题', '名称', '题名', '题目', '文件', '规章', '法规'],
    ...['文件名', '文件名称', '文件标题', '规章名称', '法规名称', '规范性文件名称', '规范性文件标题'],
    ...['政策名称', '政策文件名称', '制度名称', '法律名称', '法律法规名称'],
  ],
  number: [
    ...['文号', '发文字号', '发文文号', '文件编号', '文件文号', '文件字号', '字号', '令号', '公布令号'],
    ...['发布文号', '公布文号', '印发文号', '颁布文号', '规章文号'],
  ],
  issuer: [
    ...['制定机关', '发布机关', '公布机关', '发文机关', '发文单位', '制定单位', '发布单位', '制发机关'],
    ...['制定主体', '印发机关', '印发单位', '颁布机关', '颁布单位', '发布部门', '制定部门'],
  ],
  aliases: ['简称', '别名', '曾用名', '别称'],
  promulgated: [
    ...['公布日期', '发布日期', '印发日期', '发文日期', '颁布日期', '公布时间', '发布时间', '印发时间'],
    ...['发文时间', '颁布时间', '成文日期', '成文时间'],
  ],
  commenced: ['施行日期', '实施日期', '生效日期', '施行时间', '实施时间', '生效时间', '执行日期'],
  ended: [...['失效日期', '废止日期', '失效时间', '废止时间', '废止失效日期', '终止日期']],
  state: [
    '时效性',
    '时效',
    '效力',
    '状态',
    '效力状态',
    '时效状态',
    '有效性',
    '清理结果',
    '清理意见',
    '文件状态',
  ],
  amends: ['修改', '修改文件', '修改的文件', '所修改的文件', '修改对象', '被修改文件'],
  repeals: ['废止', '废止文件', '废止的文件', '所废止的文件', '替代', '替代文件', '被废止文件'],
};

const states: Readonly<Record<StatedState, readonly string[]>> = {
  'not-yet': ['尚未生效', '未生效', '尚未施行', '未施行', '尚未实施', '待施行'],
  'in-force': ['有效', '现行有效', '现行', '继续有效', '继续施行', '继续实施', '保留'],
  superseded: ['已修改', '已被修改', '已修订', '已修正'],
  repealed: ['废止', '已废止', '予以废止', '被废止', '全文废止'],
  lapsed: ['失效', '已失效', '宣布失效', '自行失效'],
};

const byHeading = reversed(headings);
const byWord = reversed(states);

function reversed<K extends string>(lists: Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> {
  const entries = Object.entries(lists) as [K, readonly string[]][];
  return new Map(entries.flatMap(([key, words]) => words.map((word) => [word, key] as const)));
}

/** A heading without white space, brackets and what stands in them: `发布 日期（年月日）` → 发布日期 */
const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s:*]/g, '')
    .toLowerCase();

/** What a column is by its heading; undefined for any other. */
export const fieldOf = (heading: string): Field | undefined => byHeading.get(bare(heading));

/** True for a row that counts the others: it begins with 合计, 总计, 共计 or 小计. */
export const isSum = (cells: readonly string[]): boolean =>
  /^(?:合|总|共|小)计/.test(bare(cells.find((cell) => cell.trim() !== '') ?? ''));

/** The state that a cell names; undefined for any other word. */
export const stateOf = (words: string): StatedState | undefined => byWord.get(bare(words));
