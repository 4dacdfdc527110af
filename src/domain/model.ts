/**
 * Every type that two stages share. Imports nothing of ours.
 *
 * Vocabulary: 编 part · 章 chapter · 节 section · 条 article · 款 paragraph · 项 item · 目 point ·
 * 文号 documentNumber · 令 order · 公布 promulgate · 印发 issue · 施行 commence · 废止 repeal · 失效 lapse.
 */

export type * from './model/amendments.ts';
export type * from './model/checks.ts';
export type * from './model/messages.ts';
export type * from './model/places.ts';
export type * from './model/references.ts';
export type * from './model/status.ts';
export type * from './model/structure.ts';
export type * from './model/text.ts';
export type * from './model/works.ts';
