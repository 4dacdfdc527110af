/** Changes of whole articles, each in the phrasings in use. */
import { deed, n, nth, thing } from './model.ts';
import { type Change, clause, marked, plain, quoted, withNext } from './telling.ts';

const remove: Change = ({ number, choose: { among } }) => {
  const old = nth(number);
  const words = among([
    `删去${old}`,
    `删除${old}`,
    `取消${old}`,
    `将${old}删去`,
    `${old}予以删除`,
    `将${old}整条删除`,
  ]);
  return { gone: true, told: [() => `${words}。`] };
};

const rewrite: Change = (site) => {
  const { article, number, choose } = site;
  const { among, below } = choose;
  article.paragraphs = Array.from({ length: 1 + below(2) }, (_, p) =>
    plain(`${thing(article.id)}${deed(p + 3)}应当公开，${deed(p)}免费`),
  );
  const wording = quoted(article.paragraphs, site);
  const old = nth(number);
  if (below(2) === 0)
    return clause(
      () =>
        `${among(['将', '', '把'])}${old}${among(['修改为', '改为', '的内容修改为', '修改如下'])}：${wording}`,
    );
  return {
    numbered: true,
    told: [
      ({ article: numberOf }) =>
        numberOf(article.id) === number
          ? `${among(['将', ''])}${old}修改为：${wording}`
          : `${among(['将', ''])}${old}${among(['改为', '调整为'])}${nth(numberOf(article.id))}，${among(['修改为', '内容修改为', '并修改为'])}：${wording}`,
    ],
  };
};

/** New wording first, or the number behind it. */
const rewriteOtherwise: Change = ({ article, number, choose: { among } }) => {
  const text = `${thing(article.id)}由村民自行管理`;
  article.paragraphs = [plain(text)];
  const [old, wording] = [nth(number), marked(`${text}。`)];
  return among([
    clause(() => `${among(['以', '用'])}${wording}${among(['替换', '代替'])}${old}。`),
    clause(() => `修改${old}为：${wording}`),
    {
      numbered: true as const,
      told: [({ article: numberOf }) => `将${old}修改为${wording}，并作为${nth(numberOf(article.id))}。`],
    },
  ]);
};

const insert: Change = (site) => {
  const {
    article,
    number,
    choose: { among },
    fresh,
  } = site;
  const made = { id: fresh(), paragraphs: [plain(`${thing(article.id)}之外的物品应当备案`)] };
  const wording = quoted(made.paragraphs, site);
  const form = among(['plain', 'anchored', 'quoted', 'by number', 'label'] as const);
  return {
    made: [made],
    told: [
      ({ article: numberOf }) => {
        const now = nth(numberOf(made.id));
        const inline = marked(`${made.paragraphs[0]!.text}。`);
        switch (form) {
          case 'plain':
            return `${among(['增加一条，作为', '增加一条作为', '新增一条，作为', '增写一条，列为', '补充一条，作为'])}${now}：${wording}`;
          case 'anchored':
            return `${among(['在', ''])}${nth(number)}${among(['后', '之后', '后面'])}增加一条，作为${now}：${wording}`;
          case 'quoted':
            return `增加${inline}${among(['，作为', '作为'])}${now}。`;
          case 'by number':
            return `增加${now}：${wording}`;
          case 'label':
            return `增加一条：${marked(`${now}　${made.paragraphs[0]!.text}。`)}`;
        }
      },
    ],
  };
};

const insertSeveral: Change = ({ article, choose: { among }, fresh }) => {
  const made = [0, 1].map((k) => ({
    id: fresh(),
    paragraphs: [plain(`${thing(article.id)}的附属物${deed(k)}`)],
  }));
  return {
    made,
    told: [
      ({ article: numberOf }) => {
        const numbers = made.map(({ id }) => nth(numberOf(id)));
        const words = made.map(({ paragraphs }) => `${paragraphs[0]!.text}。`);
        return among([
          `增加两条，分别作为${numbers.join('、')}：${words.map((text, i) => `“${numbers[i]}　${text}`).join('\n')}”`,
          `增加二条，作为${numbers.join('、')}：${words.map(marked).join('')}`,
        ]);
      },
    ],
  };
};

const split: Change = ({ article, number, choose: { among }, fresh }) => {
  const { id, paragraphs } = article;
  const old = nth(number);
  if (paragraphs.length < 2 || among([true, false])) {
    const texts = [0, 1].map((k) => `${thing(id)}的${deed(k + 2)}另行规定`);
    const made = { id: fresh(), paragraphs: [plain(texts[1]!)] };
    article.paragraphs = [plain(texts[0]!)];
    const words = texts.map((text) => marked(`${text}。`)).join('');
    return {
      numbered: true,
      made: [made],
      told: [
        ({ article: numberOf }) =>
          `将${old}${among(['拆分为', '分为', '分拆为'])}两条，${among(['作为', '分别作为'])}${nth(numberOf(id))}、${nth(numberOf(made.id))}：${words}`,
      ],
    };
  }
  const first = among([1, paragraphs.length - 1]);
  const rest = paragraphs.splice(first);
  const made = { id: fresh(), paragraphs: rest };
  const part = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `第${n(from + 1 + i)}款`).join(among(['、', '和']));
  return {
    numbered: true,
    made: [made],
    told: [
      ({ article: numberOf }) =>
        `将${old}分为两条，${part(0, first)}作为${nth(numberOf(id))}，${part(first, rest.length)}作为${nth(numberOf(made.id))}。`,
    ],
  };
};

const mergeNext = withNext((site) => {
  const {
    article,
    number,
    next,
    choose: { among },
  } = site;
  const both = `${nth(number)}${among(['、', '和', '与'])}${nth(number + 1)}`;
  const anew = among([true, false]);
  if (anew) article.paragraphs = [plain(`${thing(article.id)}和${thing(next.id)}一并管理`)];
  else article.paragraphs.push(...next.paragraphs);
  const wording = anew ? `，修改为：${quoted(article.paragraphs, site)}` : '。';
  return {
    took: true,
    numbered: true,
    told: [
      ({ article: numberOf }) =>
        `${among(['将', ''])}${both}合并${among(['', '为一条'])}，作为${nth(numberOf(article.id))}${wording}`,
    ],
  };
});

/** The article behind goes on in this one. */
const mergeNextInto = withNext((site) => {
  const {
    article,
    number,
    next,
    choose: { among },
  } = site;
  article.paragraphs = [plain(`${thing(next.id)}并归${thing(article.id)}管理`)];
  const wording = quoted(article.paragraphs, site);
  return {
    took: true,
    told: [() => `${among(['将', ''])}${nth(number + 1)}并入${nth(number)}，修改为：${wording}`],
  };
});

/** A paragraph becomes an article. */
const promote: Change = (site) => {
  const {
    article,
    number,
    choose: { among },
    fresh,
  } = site;
  const { paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  const last = paragraphs.length;
  const made = { id: fresh(), paragraphs: paragraphs.splice(-1) };
  const anew = among([true, false, false]);
  if (anew) made.paragraphs = [plain(`${thing(article.id)}不得出租`)];
  const wording = anew ? `，修改为：${quoted(made.paragraphs, site)}` : '。';
  return {
    made: [made],
    told: [
      ({ article: numberOf }) => {
        const now = nth(numberOf(made.id));
        return `${among(['将', ''])}${nth(number)}第${n(last)}款${among([`改为${now}`, `作为${now}`, `单列一条，作为${now}`])}${wording}`;
      },
    ],
  };
};

/** The article behind becomes a paragraph of this one. */
const demoteNext = withNext(({ article, number, next }) => {
  const at = article.paragraphs.length + 1;
  article.paragraphs.push(...next.paragraphs);
  return {
    took: true,
    told: [({ article: numberOf }) => `将${nth(number + 1)}改为${nth(numberOf(article.id))}第${n(at)}款。`],
  };
});

const moveBehindNext = withNext((site) => {
  const {
    article,
    number,
    next,
    choose: { among },
  } = site;
  const old = nth(number);
  const anchor = `${nth(number + 1)}${among(['之后', '后', '后面'])}`;
  const verb = among(['移至', '移到', '调整至']);
  const anew = among([true, false, false]);
  if (anew) article.paragraphs = [plain(`${thing(article.id)}由村民保管`)];
  const wording = anew ? marked(`${article.paragraphs[0]!.text}。`) : '';
  return {
    behind: next,
    numbered: true,
    told: [
      ({ article: numberOf }) => {
        const number_ = among(['', `，作为${nth(numberOf(article.id))}`]);
        return anew
          ? `将${old}修改为${wording}，并${verb}${anchor}${number_}。`
          : `将${old}${verb}${anchor}${number_}。`;
      },
    ],
  };
});

export const articleChanges: readonly Change[] = [
  remove,
  rewrite,
  rewriteOtherwise,
  insert,
  insert,
  insertSeveral,
  split,
  mergeNext,
  mergeNextInto,
  promote,
  demoteNext,
  moveBehindNext,
];
