/** Texts of any size for measuring: articles made of the paragraphs of a real text, each time a little different. */
import { formatNumeral } from '../../src/domain/text/index.ts';

const articlesPerChapter = 25;

/**
 * Generates a law.
 * @param source a text to take paragraphs from, with its marks and its typography
 * @param length characters wanted; the result is a little longer
 */
export function generatedLaw(source: string, length: number): string {
  const paragraphs = source.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const out = ['# 样本管理条例', '', '（2020年12月19日样本市人民政府令第7号公布）', ''];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const add = (line: string): void => {
      out.push(line, '');
      size += line.length + 2;
    };
    const number = (i % 9000) + 1;
    if (i % articlesPerChapter === 0)
      add(`## 第${formatNumeral(((i / articlesPerChapter) % 300) + 1)}章　样本${number}`);
    // The step is prime to most counts, so that neighbours differ from round to round.
    const at = (i * 37) % paragraphs.length;
    add(`**第${formatNumeral(number)}条**　${vary(paragraphs[at]!, i)}`);
    if (i % 3 === 0) {
      add('有下列情形之一的，依照前款规定处理：');
      for (const mark of ['一', '二', '三'])
        add(`- (${mark}) ${vary(paragraphs[(at + mark.charCodeAt(0)) % paragraphs.length]!, i)}`);
    }
  }
  return `${out.join('\n')}\n`;
}

/** The same paragraph without its label, cut to a length that changes. */
function vary(paragraph: string, seed: number): string {
  const words = paragraph.replace(
    /^[-*\s]*(?:第[^\s]{1,6}[条章节]|[（(][^（()）]{1,3}[）)]|\d+[.．、]|[一二三四五六七八九十]+、)?\s*/,
    '',
  );
  return `${words.slice(0, 60 + (seed % 5) * 40)}${seed % 7 === 0 ? ` ${seed} 日` : ''}`;
}
