/** Changes of a law as a whole: its title, introduction, annex, chapters, and words throughout. */
import {
  articlesOf,
  type Chapter,
  type Chooser,
  everywhere,
  type Law,
  n,
  nth,
  type Paragraph,
  printParagraphs,
} from './model.ts';
import { marked, plain, type Telling } from './telling.ts';

/** Where a law stands before a change of the whole, and what it may use. */
export interface Whole {
  before: Law;
  after: Law;
  choose: Chooser;
  fresh(): number;
}

export type WholeChange = (whole: Whole) => Telling | undefined;

const retitle: WholeChange = ({ before, after, choose: { among } }) => {
  after.title = '示例规定';
  const form = among([
    '将名称修改为《示例规定》',
    '名称修改为：“示例规定”',
    '将名称中的“办法”修改为“规定”',
    `将《${before.title}》更名为《示例规定》`,
  ]);
  return () => `${form}。`;
};

const introduce: WholeChange = ({ after, choose: { among } }) => {
  if (after.introduction === undefined) return undefined;
  after.introduction = '为了规范灯会，制定本办法';
  return () => `${among(['将引言修改为', '引言修改为'])}：“${after.introduction}。”`;
};

const annex: WholeChange = ({ after, choose: { among } }) => {
  if (after.annex.length === 0) return among([undefined, () => '目录作相应修改。']);
  if (among([true, false, false])) {
    after.annex = [];
    return () => `${among(['删去附件1', '删除附件'])}。`;
  }
  if (among([true, false])) {
    after.annex = after.annex.map((line) => line.replace('二十元', '三十元'));
    return () => `将附件${among(['', '1'])}中的“二十元”修改为“三十元”。`;
  }
  after.annex = ['甲类摊位五元。', '乙类摊位六元。'];
  return () => `将附件1修改为：“${after.annex.join('\n')}”`;
};

/** Words throughout, some articles left alone. */
const throughout: WholeChange = ({ before, after, choose: { among, below } }) => {
  const now = among(['严格按照国家有关规定', '']);
  const all = articlesOf(before);
  const left = among([[], [below(all.length)]]);
  for (const [at, { id }] of all.entries())
    if (!left.includes(at))
      for (const paragraph of paragraphsOf(after, id))
        paragraph.text = paragraph.text.replaceAll(everywhere, now);
  const except = left.map((at) => nth(at + 1)).join('');
  const verb = now === '' ? '' : `修改为“${now}”`;
  const forms =
    now === ''
      ? [`删去本办法中的“${everywhere}”`]
      : [
          `将本办法中的“${everywhere}”${among(['统一', '均', ''])}${verb}`,
          `将全文中的“${everywhere}”${verb}`,
          `本办法各条中的“${everywhere}”一律${verb}`,
        ];
  const form = among(forms);
  const outside = `${form}，但${except}除外`;
  return () => `${except === '' ? form : among([outside, `除${except}外，${form}`])}。`;
};

function paragraphsOf(law: Law, id: number): Paragraph[] {
  return articlesOf(law).find((article) => article.id === id)?.paragraphs ?? [];
}

const headed = ({ chapters }: Law): Chapter[] => chapters.filter(({ heading }) => heading !== '');

const renameChapter: WholeChange = ({ before, after, choose: { among } }) => {
  const chapters = headed(before);
  if (chapters.length === 0) return undefined;
  const { id, heading } = among(chapters);
  const chapter = after.chapters.find((one) => one.id === id);
  if (!chapter) return undefined;
  const now = `${heading}事项`;
  chapter.heading = now;
  const old = `第${n(id + 1)}章`;
  const form = among([
    `${old}章名修改为“${now}”`,
    `将${old}“${heading}”修改为“${now}”`,
    `将章名“${old}　${heading}”修改为“${old}　${now}”`,
    `将${old}的名称修改为：“${old}　${now}”`,
    `将${old}章名中的“${heading}”修改为“${now}”`,
  ]);
  return () => `${form}。`;
};

const addChapter: WholeChange = ({ after, choose: { among, below }, fresh }) => {
  if (headed(after).length === 0) return undefined;
  const articles = Array.from({ length: 1 + below(2) }, (_, i) => ({
    id: fresh(),
    paragraphs: [plain(`夜市的第${i + 1}项事务由村民自行安排`)],
  }));
  const chapter: Chapter = { id: fresh(), heading: '夜市', articles, sections: [] };
  after.chapters.splice(below(after.chapters.length + 1), 0, chapter);
  return ({ article, chapter: chapterNumber }) => {
    const now = `第${n(chapterNumber(chapter.id))}章`;
    const lines = articles.flatMap(({ id, paragraphs }) =>
      printParagraphs(paragraphs).map((line) => `“${nth(article(id))}　${line}`),
    );
    return `${among(['增加一章，作为', '增加一章作为'])}${now}：${among([`“${now}　夜市`, '“夜市'])}\n${lines.join('\n')}”`;
  };
};

const dropChapter: WholeChange = ({ before, after, choose: { among } }) => {
  const chapters = headed(before);
  if (chapters.length < 2) return undefined;
  const { id, articles } = among(chapters);
  const at = after.chapters.findIndex((one) => one.id === id);
  const same = at >= 0 && JSON.stringify(after.chapters[at]) === JSON.stringify(before.chapters[id]);
  if (!same || articles.length === 0) return undefined;
  after.chapters.splice(at, 1);
  return () => `${among(['删去', '删除'])}第${n(id + 1)}章。`;
};

const moveChapter: WholeChange = ({ before, after, choose: { among } }) => {
  const same = JSON.stringify(before.chapters) === JSON.stringify(after.chapters);
  if (!same || headed(before).length < 3) return undefined;
  after.chapters.splice(0, 2, after.chapters[1]!, after.chapters[0]!);
  return () => `将第一章${among(['移至', '调整至'])}第二章${among(['后', '之后'])}。`;
};

const inSections: WholeChange = ({ before, after, choose: { among } }) => {
  const chapters = headed(before);
  if (chapters.length === 0) return undefined;
  const { id } = among(chapters);
  const chapter = after.chapters.find((one) => one.id === id);
  if (!chapter || chapter.articles.length < 2) return undefined;
  const size = 1;
  chapter.sections = [
    { heading: '集市', size },
    { heading: '庙会', size: chapter.articles.length - size },
  ];
  return ({ article }) => {
    const numbers = chapter.articles.map((one) => article(one.id));
    const range = (from: number, to: number) => (from === to ? nth(from) : `${nth(from)}至${nth(to)}`);
    const [one, two] = [range(numbers[0]!, numbers[0]!), range(numbers[1]!, numbers.at(-1)!)];
    return `第${n(id + 1)}章分为两节：第一节“集市”，包括${one}；第二节“庙会”，包括${two}。`;
  };
};

/** Made before the articles are changed: what they say of words throughout is of the old text. */
export const wholeBefore: readonly WholeChange[] = [throughout, introduce, retitle, annex];
/** Made when the articles stand: chapters are laid round them. */
export const wholeAfter: readonly WholeChange[] = [
  renameChapter,
  addChapter,
  dropChapter,
  moveChapter,
  inSections,
];

/** One change told of two texts at once; of the other text nothing is held. */
export function inSeveralTexts({ before, after, choose: { among } }: Whole): Telling | undefined {
  const old = articlesOf(before);
  const same = articlesOf(after).filter(({ id, paragraphs }) => {
    const was = old.find((article) => article.id === id);
    return was && JSON.stringify(was.paragraphs) === JSON.stringify(paragraphs);
  });
  if (same.length === 0) return undefined;
  const { id, paragraphs } = among(same);
  const place = `《${before.title}》${nth(old.findIndex((article) => article.id === id) + 1)}`;
  const home = after.chapters.find(({ articles }) => articles.some((article) => article.id === id));
  // A chapter in sections keeps an article for each.
  if (home && home.articles.length > home.sections.length && among([true, false, false])) {
    home.articles = home.articles.filter((article) => article.id !== id);
    return () => `删去${place}、《灯会条例》第二条。`;
  }
  const now = '严格按照国家有关规定';
  for (const paragraph of paragraphs) paragraph.text = paragraph.text.replaceAll(everywhere, now);
  const change = `中的${marked(everywhere)}修改为${marked(now)}`;
  const form = among([
    `将${place}、《灯会条例》第二条${change}。`,
    `将下列规章${change}：\n1.${place}\n2.《灯会条例》第二条`,
  ]);
  return () => form;
}
