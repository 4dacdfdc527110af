/**
 * Formulas that close a document below all its levels. Looked at: lines of the texts of `test/`, most of them invented after
 * gazettes. Seen there: 特此公告, 特此通知, 特此更正, 此复. Seen in no text: 专此, 此令, 此布, 此告, 此函; these are ours.
 */
import { words } from './words.ts';

/** Such a formula begins so, and says in a word what the document does: 特此公告, 专此函达. */
export const closingOpenings = words('特此 专此');
/** Such a formula alone. */
export const closingWords = words('此复 此令 此布 此告 此函');

/**
 * What a body submits, in the sentence that asks for it to be passed on: 以上意见如无不妥，请批转各地执行. Source: 以上意见 with
 * 批转 closes an opinion of 1996 that the State Council's office passed on; the other words of both lists are ours.
 */
export const submitted = words('意见 报告 请示 方案 建议');
/** What is asked for. */
export const submittedTo = words('批转 转发 批示 批复 审批');
