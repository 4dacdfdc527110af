/** 本办法, 本决定 …: the text speaking of itself. */
import { titleNoun, titleNouns } from '../names/index.ts';

/** A self reference in a text. */
export interface SelfWord {
  start: number;
  end: number;
  /** 办法 of 本办法. */
  noun: string;
}

/** What must not follow a noun: 本法院, 本函数, 本规划区 are other words. */
const others: Readonly<Record<string, string>> = {
  法: '(?![院官人庭律典]|规(?!定))',
  令: '(?!人)',
  函: '(?![授数件])',
  报告: '(?![期人书])',
  规划: '(?!区|设计|部门)',
  计划: '(?!生育)',
  意见: '(?![书人]|建议)',
  标准: '(?!件)',
  通知: '(?![书单])',
  决定: '(?!书)',
  公告: '(?![栏牌])',
};

/** 基本法, 日本法律, 样本目录 hold no 本. */
const pattern = new RegExp(
  `(?<![资基根日样版标文副书剧读课范]|(?<![构造完形组])成)本(${titleNouns.map((noun) => noun + (others[noun] ?? '')).join('|')})`,
  'g',
);

/** Every self reference of a text. `本办法第三条` → 本办法 */
export function findSelfWords(text: string): SelfWord[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    noun: match[1]!,
  }));
}

/** True where 本<noun> can mean a document of this title: 本规定 in a 暂行规定, 本法 in a 法典. */
export function answersTo(title: string, noun: string): boolean {
  const own = titleNoun(title);
  if (own === undefined) return false;
  return (
    own === noun ||
    (own.endsWith(noun) && !(noun === '法' && own === '办法')) ||
    (noun === '法' && own === '法典')
  );
}
