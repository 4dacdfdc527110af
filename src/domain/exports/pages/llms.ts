/** `llms.txt`: what a language model should read of this site, and how it must not be misread. */
import { escapeMarkdown } from '../documents/markdown.ts';
import { formPath } from '../forms.ts';
import type { Holding } from '../holding.ts';

/** Texts named one by one; beyond them the table of all. */
const most = 500;

export function llmsText(holding: Holding): string {
  const { addresses, archive, byWork, name } = holding;
  const newest = Array.from(byWork.values(), (texts) => texts.at(-1)!);
  const link = (title: string, path: string, about: string) =>
    `- [${escapeMarkdown(title)}](${addresses.file(path)}): ${about}\n`;
  const lines = newest.slice(0, most).map((text) => {
    const { state, basis, at } = text.status;
    const word = holding.words.state(state, basis);
    return link(
      text.version.instrument.title,
      formPath('md', text),
      `${at === '' ? '' : `截至${at}`}${word}`,
    );
  });
  return [
    `# ${escapeMarkdown(name)}\n\n`,
    `> 政府公报与法规的条文、版本和时效。${archive.horizon ? `资料截至${archive.horizon}。` : ''}非标准文本，以发布机关公布的文本为准。\n\n`,
    '效力为“未知”（unknown）的，不要说成有效或者无效；资料截止日之后的变化本库不知；标明“不完整”的文本不要当作全文引用。\n\n',
    '## 数据\n\n',
    link('全部文件', 'data/works.jsonl', '每行一个文件，附效力、理由、依据'),
    link('全部文本', 'data/versions.jsonl', '每行一个文本'),
    link('全部条文', 'data/provisions.jsonl', '每行一条、一款、一项，附网址'),
    link('全部地址的说明', 'data/openapi.json', 'OpenAPI'),
    '\n## 文本\n\n',
    ...lines,
    newest.length > most ? `\n另有${newest.length - most}个文件，见“全部文件”。\n` : '',
  ].join('');
}
