/** Addresses in other laws that a decision adjusts without listing them: which articles a person has to check. */
import { type Draft, isLive, walk } from './draft.ts';

/**
 * Why an adjustment of citations is not carried out, with the articles that cite the law.
 * @param law its title; without one, any other text
 *
 * 灯会条例 → `…没有列明新的条号，须逐条核对：第二条`
 */
export function citationsLeft(root: Draft, law: string | undefined): string {
  const articles = citing(root, law);
  const name = law === undefined ? '其他文件' : `《${law}》`;
  const reason = `引用${name}的条文序号没有列明新的条号，未作调整`;
  return articles.length > 0
    ? `${reason}，须对照修改后的${name}逐条核对：${articles.map(({ label }) => label).join('、')}`
    : `${reason}；没有找到引用${name}条文的条款`;
}

/** Articles in words of the old text that cite an article of the law. */
export function citing(root: Draft, law: string | undefined): Draft[] {
  const pattern =
    law === undefined
      ? /(?:》|(?<![本该])(?:法|典|条例|规定|办法|细则|规则))(?:的)?第[^，。；]{1,12}条/
      : new RegExp(
          `${escaped(law.replace(/^中华人民共和国/, ''))}》?(?:[（(][^）)]*[）)])?(?:的)?第[^，。；]{1,12}条`,
        );
  const cites = (draft: Draft): boolean =>
    draft.fate.is !== 'replaced' &&
    isLive(draft) &&
    ((draft.old !== undefined && pattern.test(draft.text)) || draft.children.some(cites));
  return walk(root).filter((draft) => draft.type === 'article' && cites(draft));
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
