/** Changes of words inside an article, each in the phrasings in use. */
import { n, nth, thing } from './model.ts';
import { type Change, clause, onParagraph, paragraphWhere, placeOf } from './telling.ts';

const to = ['县政府', '市政府'] as const;
const ends = ['修改为', '改为'] as const;

const replaceAll = onParagraph(
  ({ text }) => text.includes('镇政府'),
  ({ paragraph, place, choose: { among } }) => {
    const now = among(to);
    const count = paragraph.text.split('镇政府').length - 1;
    paragraph.text = paragraph.text.replaceAll('镇政府', now);
    const form = among([
      `${among(['将', ''])}${place}${among(['中的', '中'])}“镇政府”${among(ends)}“${now}”`,
      `${place}“镇政府”${among(['一词', '字样', ''])}${among(ends)}“${now}”`,
      `以“${now}”${among(['替换', '代替'])}${place}中的“镇政府”`,
      `将${place}中的“镇政府”以“${now}”代替`,
      ...(count === 2 ? [`将${place}中的${among(['两处“镇政府”', '“镇政府”（两处）'])}修改为“${now}”`] : []),
    ]);
    return clause(() => `${form}。`);
  },
);

const replaceOne = onParagraph(
  ({ text }) => text.split('镇政府').length === 3,
  ({ paragraph, place, choose: { among } }) => {
    const [now, second] = [among(to), among([true, false])];
    const spot = second ? paragraph.text.lastIndexOf('镇政府') : paragraph.text.indexOf('镇政府');
    paragraph.text = paragraph.text.slice(0, spot) + now + paragraph.text.slice(spot + 3);
    const which = second ? among(['第二处', '最后一处', '第二个']) : among(['第一处', '首处', '第一个']);
    return clause(() => `将${place}中的${which}“镇政府”修改为“${now}”。`);
  },
);

/** Two words at once, or one word in two places. */
const replaceTwo: Change = (site) => {
  const {
    article,
    number,
    choose: { among },
  } = site;
  const { paragraphs } = article;
  const [first, second] = paragraphs;
  if (second && among([true, false])) {
    for (const one of [first!, second]) one.text = one.text.replaceAll('镇政府', '县政府');
    const old = nth(number);
    const form = among([
      `将${old}第一款、第二款中的“镇政府”修改为“县政府”`,
      `将${old}第一款中的“镇政府”和第二款中的“镇政府”修改为“县政府”`,
      `${old}第一款中的“镇政府”修改为“县政府”，第二款中的“镇政府”修改为“县政府”`,
      ...(paragraphs.length === 3 && !paragraphs[2]!.text.includes('镇政府')
        ? []
        : [
            `将${old}第一款、第二款中的“镇政府”修改为“县政府”${paragraphs.length === 3 ? '，第三款不变' : ''}`,
          ]),
      ...(paragraphs.length === 3 ? [`${old}中的“镇政府”除第三款外修改为“县政府”`] : []),
    ]);
    return clause(() => `${form}。`);
  }
  const at = paragraphWhere(site, ({ text }) => text.includes('由镇政府办理'));
  if (at < 0) return undefined;
  const paragraph = paragraphs[at]!;
  paragraph.text = paragraph.text.replaceAll('镇政府', '县政府').replaceAll('办理', '受理');
  return clause(() => `${placeOf(site, at)}中的“镇政府”、“办理”分别修改为“县政府”、“受理”。`);
};

const replaceInside: Change = (site) => {
  const {
    article,
    choose: { among },
  } = site;
  const at = paragraphWhere(site, ({ text }) => text.includes('由镇政府办理'));
  if (at < 0) return undefined;
  const now = among(to);
  const paragraph = article.paragraphs[at]!;
  paragraph.text = paragraph.text.replace('由镇政府办理', `由${now}办理`);
  return clause(() => `${placeOf(site, at)}“由镇政府办理”中的“镇政府”修改为“${now}”。`);
};

const replaceFigure = onParagraph(
  ({ text }) => text.includes('五百元'),
  ({ paragraph, place, choose: { among } }) => {
    paragraph.text = paragraph.text.replace('五百元', '六百元');
    return clause(
      () =>
        `将${place}${among(['的费用', '规定的费用', ''])}由“五百元”${among(['调整为', '修改为'])}“六百元”。`,
    );
  },
);

const addWords = onParagraph(
  ({ text }) => text.split('镇政府').length === 2,
  ({ paragraph, place, choose: { among } }) => {
    const before = among([true, false]);
    paragraph.text = paragraph.text.replace('镇政府', before ? '当地的镇政府' : '镇政府和街道办事处');
    const side = before ? among(['前', '之前']) : among(['后', '之后', '后面']);
    const words = before ? '当地的' : '和街道办事处';
    return clause(
      () =>
        `${among(['在', ''])}${place}${among(['中的', ''])}“镇政府”${side}${among(['增加', '增写', '加上'])}“${words}”。`,
    );
  },
);

const addToOne = onParagraph(
  ({ text }) => text.split('镇政府').length === 3,
  ({ paragraph, place }) => {
    const spot = paragraph.text.lastIndexOf('镇政府') + 3;
    paragraph.text = `${paragraph.text.slice(0, spot)}和村民委员会${paragraph.text.slice(spot)}`;
    return clause(() => `在${place}中的第二处“镇政府”后增加“和村民委员会”。`);
  },
);

const dropWords = onParagraph(
  ({ text }) => text.includes('由镇政府办理'),
  ({ paragraph, place, choose: { among } }) => {
    paragraph.text = paragraph.text.replace('由镇政府', '');
    const form = among([
      `删去${place}中的“由镇政府”`,
      `将${place}中的“由镇政府”删去`,
      `${place}删去“由镇政府”`,
      `${place}中的“由镇政府”予以删除`,
      `取消${place}中“由镇政府”的内容`,
    ]);
    return clause(() => `${form}。`);
  },
);

/** One verb for two things: words of one paragraph, and words or the whole of another. */
const dropTwo: Change = ({ article, number, choose: { among } }) => {
  const [first, second] = article.paragraphs;
  if (!first || !second) return undefined;
  const old = nth(number);
  first.text = first.text.replace('由镇政府', '');
  if (among([true, false])) {
    second.text = second.text.replace('由镇政府', '');
    return clause(() => `删去${old}第一款中的“由镇政府”，第二款中的“由镇政府”。`);
  }
  if (article.paragraphs.length === 3 && among([true, false])) {
    article.paragraphs.splice(2, 1);
    second.text = second.text.replace('由镇政府', '');
    return clause(() => `删去${old}第三款，第一款中的“由镇政府”，第二款中的“由镇政府”。`);
  }
  article.paragraphs.splice(1, 1);
  return clause(() => `删去${old}第一款中的“由镇政府”，第二款。`);
};

const addSentence = onParagraph(
  ({ items }) => items.length === 0,
  ({ article, paragraph, place, choose: { among } }) => {
    const words = `每年检查${thing(article.id)}`;
    paragraph.text = `${paragraph.text}。${words}`;
    const form = among([
      `${place}${among(['末尾增加', '最后增加一句', '末尾增加一句'])}：“${words}。”`,
      `${place}增加“${words}。”，作为最后一句。`,
      `在${place}增加一句：“${words}。”`,
    ]);
    return clause(() => form);
  },
);

const addProviso = onParagraph(
  ({ items, text }) => items.length === 0 && !text.includes('但是'),
  ({ article, paragraph, place, choose: { among } }) => {
    const words = `但是，新${thing(article.id)}除外`;
    paragraph.text += `。${words}`;
    return clause(
      () =>
        `${among(['', '在'])}${place}${among(['增加但书', '末尾增加但书', '增加一项但书规定'])}：“${words}。”`,
    );
  },
);

const onProviso = onParagraph(
  ({ text }) => /，但是旧.+除外$/.test(text),
  ({ paragraph, place, choose: { among } }) => {
    if (among([true, false])) {
      paragraph.text = paragraph.text.replace(/，但是.*$/, '');
      return clause(() => `${among([`删去${place}但书`, `${place}的但书予以删除`])}。`);
    }
    paragraph.text = paragraph.text.replace(/但是.*$/, '但是村民的除外');
    return clause(() => `${place}但书修改为：“但是村民的除外。”`);
  },
);

const onSentences = onParagraph(
  ({ text }) => text.split('。').length === 3,
  ({ article, paragraph, place, choose: { among } }) => {
    const [one, two, three] = paragraph.text.split('。') as [string, string, string];
    switch (among(['drop', 'drop by words', 'give', 'merge', 'give two', 'words'])) {
      case 'drop':
        paragraph.text = `${one}。${two}`;
        return clause(
          () =>
            `${among([`删去${place}最后一句`, `删去${place}第三句`, `${place}删去最后一句`, `将${place}第三句删去`])}。`,
        );
      case 'drop by words':
        paragraph.text = `${one}。${three}`;
        return clause(() => `删去${place}中的“${two}”一句。`);
      case 'give':
        paragraph.text = `${one}。每月清点${thing(article.id)}。${three}`;
        return clause(() => `${among(['将', ''])}${place}第二句修改为：“每月清点${thing(article.id)}。”`);
      case 'merge':
        paragraph.text = `统一办理${thing(article.id)}。${three}`;
        return clause(() => `将${place}第一句、第二句合并为一句，修改为：“统一办理${thing(article.id)}。”`);
      case 'give two':
        paragraph.text = `甲${one}。${two}。乙${three}`;
        return clause(() => `${place}第一句、第三句修改为：“甲${one}。”“乙${three}。”`);
      default:
        paragraph.text = `${one}。${two}。${three.replace('镇政府', '县政府')}`;
        return clause(() => `将${place}第三句中的“镇政府”修改为“县政府”。`);
    }
  },
);

const onHalf = onParagraph(
  ({ text }) => text.split('；').length === 2,
  ({ paragraph, place, choose: { among } }) => {
    const [one, two] = paragraph.text.split('；') as [string, string];
    const last = among([true, false]);
    paragraph.text = last ? `${one}；村民不得出租` : `村民自行办理；${two}`;
    return clause(() =>
      last ? `${place}后半句修改为：“村民不得出租。”` : `将${place}前半句修改为：“村民自行办理；”`,
    );
  },
);

/** A place named once for what is done to it. */
const underOneHead: Change = ({ article, number }) => {
  const [first, second] = article.paragraphs;
  if (!first || !second) return undefined;
  first.text = first.text.replace('由镇政府', '由县政府');
  second.text = second.text.replace('由镇政府', '由市政府');
  return clause(
    () =>
      `${nth(number)}作如下修改：将第${n(1)}款中的“由镇政府”修改为“由县政府”，第${n(2)}款中的“由镇政府”修改为“由市政府”。`,
  );
};

const leftAlone: Change = ({ article, number, choose: { among } }) => {
  const { paragraphs } = article;
  if (paragraphs.length < 2) return undefined;
  paragraphs[1]!.text = paragraphs[1]!.text.replaceAll('镇政府', '县政府');
  return clause(
    () => `${nth(number)}第一款${among(['不作修改', '不变'])}，第二款中的“镇政府”修改为“县政府”。`,
  );
};

export const wordChanges: readonly Change[] = [
  replaceAll,
  replaceOne,
  replaceTwo,
  replaceInside,
  replaceFigure,
  addWords,
  addToOne,
  dropWords,
  dropTwo,
  addSentence,
  addProviso,
  onProviso,
  onSentences,
  onHalf,
  underOneHead,
  leftAlone,
];
