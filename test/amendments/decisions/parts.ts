/** Changes of paragraphs and items inside an article, each in the phrasings in use. */
import { deed, n, nth, thing } from './model.ts';
import { type Change, clause, marked, paragraphWhere, placeOf, plain, quoted } from './telling.ts';

const addParagraph: Change = (site) => {
  const { article, number, choose } = site;
  const { among, below } = choose;
  const { id, paragraphs } = article;
  const total = paragraphs.length;
  const at = below(total + 1);
  const made = plain(`${thing(id)}应当标明尺寸`);
  paragraphs.splice(at, 0, made);
  const [old, now] = [nth(number), `第${n(at + 1)}款`];
  const wording = quoted([made], site);
  const inline = marked(`${made.text}。`);
  const moved = Array.from({ length: total - at }, (_, i) => [at + 1 + i, at + 2 + i] as const);
  const then = among([
    '',
    moved.length > 0 ? `原${moved.map(([from, to]) => `第${n(from)}款改为第${n(to)}款`).join('，')}。` : '',
    moved.length > 1
      ? `原${moved.map(([from]) => `第${n(from)}款`).join('、')}依次改为${moved.map(([, to]) => `第${n(to)}款`).join('、')}。`
      : '',
    moved.length > 0 ? '其后各款依次顺延。' : '',
  ]);
  const forms = [
    `${old}${among(['增加一款，作为', '增加一款作为', '中增加一款，列为'])}${now}：${wording}${then}`,
    `在${old}增加${inline}作为${now}。`,
    `${old}增加${now}：${wording}`,
  ];
  if (at > 0) forms.push(`${old}第${n(at)}款后增加一款，作为${now}：${wording}${then}`);
  if (at > 0 && at < total) forms.push(`在${old}第${n(at)}款、第${n(at + 1)}款之间增加一款：${inline}`);
  if (at === total) forms.push(`${old}${among(['增加规定', '增加如下规定'])}：${inline}`);
  if (at === 0 && total === 1) forms.push(`${old}增加一款，作为第一款：${inline}，原条文作为第二款。`);
  const form = among(forms);
  return clause(() => form);
};

const dropParagraph: Change = ({ article, number, choose: { among, below } }) => {
  const { paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  const at = below(paragraphs.length);
  paragraphs.splice(at, 1);
  const [old, which] = [nth(number), `第${n(at + 1)}款`];
  const form = among([
    `删去${old}${which}`,
    `删除${old}${which}`,
    `${old}删去${which}`,
    `将${old}${which}予以删除`,
    `${old}${which}删去`,
  ]);
  return clause(() => `${form}。`);
};

const keepParagraph: Change = ({ article, number, choose: { among, below } }) => {
  const { paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  const at = below(paragraphs.length);
  article.paragraphs = [paragraphs[at]!];
  const [old, which] = [nth(number), `第${n(at + 1)}款`];
  const form = among([
    `删去${old}中除${which}以外的各款`,
    `除${old}${which}外，${old}其他各款予以删除`,
    `除${old}${which}外，删去${old}其他各款`,
    `${old}仅保留${which}`,
    `保留${old}${which}，删去其他各款`,
  ]);
  return clause(() => `${form}。`);
};

const giveParagraph: Change = (site) => {
  const {
    article,
    number,
    choose: { among, below },
  } = site;
  const { id, paragraphs } = article;
  const at = below(paragraphs.length);
  paragraphs[at] = plain(`${thing(id)}不得转让`);
  const wording = quoted([paragraphs[at]], site);
  const old = placeOf(site, at);
  if (paragraphs.length === 1) return clause(() => `${among(['将', ''])}${nth(number)}修改为：${wording}`);
  return clause(() => `${among(['将', ''])}${old}${among(['修改为', '改为', '的内容修改为'])}：${wording}`);
};

/** Words added or struck, and then the whole wording. */
const giveTwice: Change = (site) => {
  const {
    article,
    choose: { among },
  } = site;
  const at = paragraphWhere(site, ({ items }) => items.length === 0);
  if (at < 0) return undefined;
  const strikes = article.paragraphs[at]!.text.includes('由镇政府');
  const text = `${thing(article.id)}每日公开`;
  article.paragraphs[at] = plain(text);
  const change = strikes && among([true, false]) ? '删去“由镇政府”' : '增加“每日公开”';
  const same = article.paragraphs.length > 1 ? '将该款' : '将该条';
  return clause(() => `${placeOf(site, at)}${change}，${among(['', same])}修改为：${marked(`${text}。`)}`);
};

const inTwoParagraphs: Change = ({ article, number, choose: { among } }) => {
  const texts = [0, 1].map((k) => `${thing(article.id)}的${deed(k + 1)}按年进行`);
  article.paragraphs = texts.map(plain);
  const [one, two] = texts.map((text) => marked(`${text}。`));
  const old = nth(number);
  const form = among([
    `${old}分为两款，第一款为：${one}第二款为：${two}`,
    `${old}修改为两款：${one}${two}`,
    `将${old}修改为两款，作为第一款、第二款：${one}${two}`,
  ]);
  return clause(() => form);
};

const mergeParagraphs: Change = ({ article, number, choose: { among } }) => {
  const { id, paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  const text = `${thing(id)}的事务一并办理`;
  paragraphs.splice(0, 2, plain(text));
  const both = `${nth(number)}第一款${among(['、', '和', '与'])}第二款`;
  return clause(
    () =>
      `将${both}合并${among(['', '为一款'])}，${among(['作为第一款，', ''])}修改为：${marked(`${text}。`)}`,
  );
};

const exchangeParagraphs: Change = ({ article, number, choose: { among } }) => {
  const { paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  paragraphs.splice(0, 2, paragraphs[1]!, paragraphs[0]!);
  const old = nth(number);
  const form = among([
    `将${old}第一款与第二款对调`,
    `${old}第一款、第二款互换`,
    `${old}第一款改为第二款，第二款改为第一款`,
    `${old}第一款移至第二款之后`,
    `${old}第一款、第二款分别改为第二款、第一款`,
  ]);
  return clause(() => `${form}。`);
};

const addItem: Change = ({ article, number, style, choose: { among } }) => {
  const [first] = article.paragraphs;
  if (!first || first.items.length < 2) return undefined;
  const item = `夜间的${thing(article.id)}`;
  first.items.splice(1, 0, item);
  const old = `${nth(number)}第一款`;
  const ended = among(['；', '']);
  const [inline, stop] = [`“（二）${item}${ended}”`, ended === '' ? '。' : ''];
  if (style === 'ministry') return clause(() => `${old}增加一项，作为第二项：（二）${item}；\n`);
  const form = among([
    `${old}增加一项，作为第二项：${inline}${stop}`,
    `${old}增加一项：${inline}${stop}`,
    `在${old}增加${inline}作为第二项。`,
    `${old}增加第二项：${inline}${stop}`,
    `${old}第一项后增加一项，作为第二项：${inline}，其后各项依次顺延。`,
    `${old}第一项、第二项之间增加一项：“${item}”。`,
  ]);
  return clause(() => form);
};

const dropItem: Change = ({ article, number, choose: { among, below } }) => {
  const [first] = article.paragraphs;
  if (!first || first.items.length < 3) return undefined;
  const old = `${nth(number)}第一款`;
  if (among([true, false])) {
    const at = below(3);
    first.items.splice(at, 1);
    const then =
      at === 2 ? among(['', `，${old}第二项末尾的分号修改为句号`, `，第二项末尾的“；”改为“。”`]) : '';
    return clause(() => `删去${old}第${among([n(at + 1), `（${n(at + 1)}）`])}项${then}。`);
  }
  const struck = below(2);
  const only = first.items[1 - struck]!;
  const last = first.items[2]!;
  first.items = [only, last];
  const kept = `第${n(2 - struck)}项、第三项`;
  const form = among([
    `删去${old}中除${kept}以外的各项`,
    `${old}${among(['仅', '只'])}保留${kept}`,
    `除${old}${kept}外，${old}其余各项予以删除`,
  ]);
  return clause(() => `${form}。`);
};

const giveItem: Change = ({ article, number, choose: { among } }) => {
  const [first] = article.paragraphs;
  if (!first || first.items.length === 0) return undefined;
  const item = `雨天的${thing(article.id)}`;
  first.items[0] = item;
  return clause(
    () =>
      `${among(['将', ''])}${nth(number)}第一款第${among(['一', '（一）'])}项修改为“${among(['（一）', ''])}${item}${among(['；', ''])}”。`,
  );
};

export const partChanges: readonly Change[] = [
  addParagraph,
  addParagraph,
  dropParagraph,
  keepParagraph,
  giveParagraph,
  giveTwice,
  inTwoParagraphs,
  mergeParagraphs,
  exchangeParagraphs,
  addItem,
  addItem,
  dropItem,
  giveItem,
];
