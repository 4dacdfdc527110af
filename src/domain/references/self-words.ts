/** 本办法, 本决定 …: the text speaking of itself, and the noun that a title ends in. */

const nouns = [
  '实施细则',
  '实施条例',
  '实施办法',
  '暂行条例',
  '暂行规定',
  '暂行办法',
  '若干规定',
  '工作规则',
  '修正案',
  '法典',
  '法',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '规程',
  '规范',
  '决定',
  '决议',
  '通知',
  '通报',
  '通告',
  '公告',
  '公报',
  '意见',
  '方案',
  '规划',
  '计划',
  '纲要',
  '要点',
  '解释',
  '批复',
  '答复',
  '函',
  '令',
  '章程',
  '标准',
  '预案',
  '指南',
  '指引',
  '目录',
  '清单',
  '准则',
  '制度',
  '守则',
  '措施',
  '公约',
  '协定',
  '纪要',
  '报告',
  '请示',
] as const;

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
  `(?<![资基根日样版标文副书剧读课范]|(?<![构造完形组])成)本(${nouns.map((noun) => noun + (others[noun] ?? '')).join('|')})`,
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

/** The noun that names a kind of document in its title: `…奖励办法（试行）` → 办法; undefined where it ends otherwise. */
export function titleNoun(title: string): string | undefined {
  const bare = title.replace(/[（(][^（）()]*[）)]\s*$/, '').trim();
  return nouns.find((noun) => bare.endsWith(noun) && !(noun === '法' && bare.endsWith('办法')));
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

/** Nouns of texts that lay down rules; the others are of notices, plans and letters. */
export const normativeNouns: ReadonlySet<string> = new Set([
  '法',
  '法典',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '实施细则',
  '实施条例',
  '实施办法',
  '暂行条例',
  '暂行规定',
  '暂行办法',
  '若干规定',
  '章程',
  '规程',
]);
