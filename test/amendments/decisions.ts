/**
 * A plain model of a law, a list of articles changed as lists are changed, and the decision that says so: in one of
 * three official styles, each change in one of the phrasings in use, in any order, in one clause or many.
 */
import { formatNumeral } from '../../src/domain/text/index.ts';

export interface Paragraph {
  text: string;
  items: string[];
}

export interface Article {
  id: number;
  paragraphs: Paragraph[];
}

/** Answers one of several things: where the choice comes from is the caller's. */
export interface Chooser {
  among<T>(values: readonly T[]): T;
  /** A whole number below the limit. */
  below(limit: number): number;
}

export interface Written {
  before: Article[];
  after: Article[];
  decision: string;
}

const n = (value: number): string => formatNumeral(value);
const things = '灯笼 摊位 船只 桥梁 井盖 树木 路牌 烟花 彩车 戏台 茶亭 石狮'.split(' ');
const deeds = '登记 备案 报告 公示 检验 维修'.split(' ');
/** Words of a provision that are like those of no other one. */
const thing = (id: number): string => things[id % things.length]! + (id < 100 ? '' : '之新品');
const deed = (p: number): string => deeds[p]!;
const nth = (value: number): string => `第${n(value)}条`;

/** The lines of a law's body. */
export function print(articles: readonly Article[]): string[] {
  return articles.flatMap(({ paragraphs }, a) =>
    printParagraphs(paragraphs).map((line, i) => (i === 0 ? `${nth(a + 1)} ${line}` : line)),
  );
}

function printParagraphs(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap(({ text, items }) => [
    `${text}${items.length > 0 ? '：' : '。'}`,
    ...items.map((item, i) => `（${n(i + 1)}）${item}${i === items.length - 1 ? '。' : '；'}`),
  ]);
}

/** A law of four to nine articles; some words stand in all of them. */
export function lawOf({ below, among }: Chooser): Article[] {
  return Array.from({ length: 4 + below(6) }, (_, id) => ({
    id,
    paragraphs: Array.from({ length: 1 + below(3) }, (_one, p) => ({
      text: `${thing(id)}的${deed(p)}由镇政府办理`,
      items: Array.from(
        { length: among([0, 0, 0, 2, 3]) },
        (_two, i) => `${thing(id)}${deed(p)}的第${i + 1}种情形`,
      ),
    })),
  }));
}

const styles = ['congress', 'council', 'ministry'] as const;
type Style = (typeof styles)[number];

/** One change: where its article stood, and how it is told once the new numbers are known. */
type Telling = (newNumber: (id: number) => number) => string;

/** Changes a law and writes the decision. */
export function write(before: readonly Article[], choose: Chooser): Written {
  const { among, below } = choose;
  const style = among(styles);
  const after: Article[] = [];
  const told: Telling[] = [];
  /** Articles whose own clause says their new number. */
  const numbered = new Set<number>();
  let fresh = 100;
  for (const [at, article] of before.entries()) {
    const changed: Article = structuredClone(article);
    const own = tell(changed, at + 1, style, choose, () => fresh++);
    if (own.kind !== 'gone') after.push(changed);
    after.push(...own.made);
    if (own.numbered) numbered.add(article.id);
    told.push(...own.told);
  }
  const moved = permute(after, choose);
  const placeOf = (id: number): number => after.findIndex((article) => article.id === id) + 1;
  const explicit = moved.size > 0 && below(2) === 0 ? 'moved' : among(['all', 'all', 'none'] as const);
  const rest = after
    .filter(({ id }) => id < 100 && placeOf(id) !== id + 1 && !numbered.has(id))
    .filter(({ id }) => explicit === 'all' || moved.has(id));
  if (rest.length > 0)
    told.push(() =>
      chain(
        rest.map(({ id }) => [id + 1, placeOf(id)]),
        choose,
      ),
    );
  const clauses = shuffle(told, choose).map((telling) => noise(telling(placeOf), choose));
  return { before: [...before], after, decision: assemble(clauses, style, choose) };
}

/** Two or three neighbours change places. */
function permute(after: Article[], { below }: Chooser): Set<number> {
  const kept = after.map(({ id }, i) => ({ id, i })).filter(({ id }) => id < 100);
  const size = [0, 0, 2, 3][below(4)]!;
  if (size === 0 || kept.length < size) return new Set();
  const start = below(kept.length - size + 1);
  const chosen = kept.slice(start, start + size);
  const articles = chosen.map(({ i }) => after[i]!);
  chosen.forEach(({ i }, k) => {
    after[i] = articles[(k + 1) % size]!;
  });
  return new Set(chosen.map(({ id }) => id));
}

/** 第二条改为第三条，第三条改为第四条: all in old numbers. */
function chain(pairs: [number, number][], choose: Chooser): string {
  const { among } = choose;
  const order = among(['up', 'down', 'any'] as const);
  const sorted = order === 'any' ? shuffle(pairs, choose) : pairs.toSorted((a, b) => a[0] - b[0]);
  if (order === 'down') sorted.reverse();
  const [former, verb, mark] = [
    among(['', '原', '将', '将原']),
    among(['改为', '调整为', '变更为', '作为']),
    among(['，', '；', '。']),
  ];
  const [one, other, ...more] = sorted;
  if (one && other && more.length === 0 && one[0] === other[1] && other[0] === one[1] && among([true, false]))
    return `${among(['', '将'])}${nth(one[0])}${among(['与', '和', '、'])}${nth(other[0])}${among(['互换', '对调', '的顺序对调', '位置互换'])}。`;
  if (order !== 'any' && sorted.length > 1 && among([true, false, false]))
    return `${former}${sorted.map(([old]) => nth(old)).join('、')}分别改为${sorted.map(([, now]) => nth(now)).join('、')}。`;
  return `${sorted.map(([old, now]) => `${former}${nth(old)}${verb}${nth(now)}`).join(mark)}。`;
}

interface Told {
  kind: 'kept' | 'gone';
  made: Article[];
  told: Telling[];
  numbered?: boolean;
}

/** What becomes of one article, and its clause. */
function tell(article: Article, number: number, style: Style, choose: Chooser, fresh: () => number): Told {
  const { among, below } = choose;
  const { id, paragraphs } = article;
  const old = nth(number);
  const [first] = paragraphs as [Paragraph];
  const kept = (...told: Telling[]): Told => ({ kind: 'kept', made: [], told });
  const quoted = (list: readonly Paragraph[]): string => quote(printParagraphs(list), style, choose);
  switch (
    among([
      '',
      '',
      '',
      'delete',
      'rewrite',
      'insert',
      'words',
      'addWords',
      'dropWords',
      'addParagraph',
      'dropParagraph',
      'giveParagraph',
      'addItem',
      'dropItem',
      'addSentence',
      'addProviso',
    ])
  ) {
    case 'delete':
      return {
        kind: 'gone',
        made: [],
        told: [
          () =>
            `${among([`删去${old}`, `删除${old}`, `取消${old}`, `将${old}删去`, `${old}予以删除`, `将${old}整条删除`])}。`,
        ],
      };
    case 'rewrite': {
      article.paragraphs = Array.from({ length: 1 + below(2) }, (_, p) => ({
        text: `${thing(id)}${deed(p + 3)}应当公开，${deed(p)}免费`,
        items: [],
      }));
      const wording = quoted(article.paragraphs);
      const renumbers = below(2) === 0;
      return {
        kind: 'kept',
        made: [],
        numbered: renumbers,
        told: [
          (numberOf) =>
            renumbers && numberOf(id) !== number
              ? `${among(['将', ''])}${old}${among(['改为', '调整为'])}${nth(numberOf(id))}，${among(['修改为', '内容修改为', '并修改为'])}：${wording}`
              : `${among(['将', '', '把'])}${old}${among(['修改为', '改为', '的内容修改为', '修改如下'])}：${wording}`,
        ],
      };
    }
    case 'insert': {
      const made: Article = {
        id: fresh(),
        paragraphs: [{ text: `${thing(id)}之外的物品应当备案`, items: [] }],
      };
      const wording = quoted(made.paragraphs);
      return {
        kind: 'kept',
        made: [made],
        told: [
          (numberOf) =>
            `${among(['增加一条，作为', '增加一条作为', '新增一条，作为', '增写一条，列为', '补充一条，作为'])}${nth(numberOf(made.id))}：${wording}`,
        ],
      };
    }
    case 'words': {
      const p = below(paragraphs.length);
      const place = paragraphs.length > 1 ? `${old}第${n(p + 1)}款` : old;
      const [from, to] = ['镇政府', among(['县政府', '市政府'])];
      paragraphs[p]!.text = paragraphs[p]!.text.replace(from, to);
      return kept(
        () =>
          `${among(['将', ''])}${place}${among(['中的', '中'])}“${from}”${among(['修改为', '改为'])}“${to}”。`,
      );
    }
    case 'addWords':
      if (paragraphs.length > 1) return kept();
      first.text = first.text.replace('镇政府', '镇政府和街道办事处');
      return kept(() => `${among(['在', ''])}${old}${among(['中的', ''])}“镇政府”后增加“和街道办事处”。`);
    case 'dropWords':
      if (paragraphs.length > 1) return kept();
      first.text = first.text.replace('由镇政府', '');
      return kept(
        () =>
          `${among([`删去${old}中的“由镇政府”`, `将${old}中的“由镇政府”删去`, `${old}删去“由镇政府”`])}。`,
      );
    case 'addParagraph': {
      const at = 1 + below(paragraphs.length);
      const made = { text: `${thing(id)}应当标明尺寸`, items: [] };
      const moves = paragraphs.length > at && below(2) === 0;
      const total = paragraphs.length;
      paragraphs.splice(at, 0, made);
      const wording = quoted([made]);
      const then = moves
        ? `原${Array.from({ length: total - at }, (_, i) => `第${n(at + 1 + i)}款改为第${n(at + 2 + i)}款`).join('，')}。`
        : '';
      return kept(
        () => `${old}${among(['增加一款，作为', '增加一款作为'])}第${n(at + 1)}款：${wording}${then}`,
      );
    }
    case 'dropParagraph': {
      if (paragraphs.length < 2) return kept();
      const at = below(paragraphs.length);
      paragraphs.splice(at, 1);
      return kept(() => `${among(['删去', '删除'])}${old}第${n(at + 1)}款。`);
    }
    case 'giveParagraph': {
      const at = below(paragraphs.length);
      if (paragraphs[at]!.items.length > 0) return kept();
      paragraphs[at] = { text: `${thing(id)}不得转让`, items: [] };
      const wording = quoted([paragraphs[at]]);
      return kept(() => `${among(['将', ''])}${old}第${n(at + 1)}款${among(['修改为', '改为'])}：${wording}`);
    }
    case 'addItem': {
      if (first.items.length < 2) return kept();
      first.items.splice(1, 0, `夜间的${thing(id)}`);
      const ended = among(['；', '']);
      return kept(
        () =>
          `${old}第一款增加一项，作为第二项：${style === 'ministry' ? `（二）夜间的${thing(id)}；\n` : `“（二）夜间的${thing(id)}${ended}”${ended === '' ? '。' : ''}`}`,
      );
    }
    case 'dropItem': {
      if (first.items.length < 3) return kept();
      const at = below(3);
      first.items.splice(at, 1);
      return kept(() => `删去${old}第一款第${among([n(at + 1), `（${n(at + 1)}）`])}项。`);
    }
    case 'addSentence': {
      if (paragraphs.length > 1 || first.items.length > 0) return kept();
      first.text = `${first.text}。每年检查${thing(id)}`;
      return kept(
        () => `${old}${among(['末尾增加', '最后增加一句', '末尾增加一句'])}：“每年检查${thing(id)}。”`,
      );
    }
    case 'addProviso': {
      if (paragraphs.length > 1 || first.items.length > 0) return kept();
      const words = `但是，旧${thing(id)}除外`;
      first.text = `${first.text}。${words}`;
      return kept(
        () =>
          `${among(['', '在'])}${old}${among(['增加但书', '末尾增加但书', '增加一项但书规定'])}：“${words}。”`,
      );
    }
    default:
      return kept();
  }
}

/** New wording: each paragraph with its own opening mark, one pair of marks round all, or none at all. */
function quote(lines: readonly string[], style: Style, { among }: Chooser): string {
  if (style === 'ministry') return `${among(['', '\n'])}${lines.join('\n')}\n`;
  return style === 'congress' ? `${lines.map((line) => `“${line}`).join('\n')}”` : `“${lines.join('\n')}”`;
}

/** Words of no consequence before an instruction. */
function noise(clause: string, { among, below }: Chooser): string {
  return below(5) > 0
    ? clause
    : among(['同时，', '相应地，', '根据上位法的规定，', '为了与上位法相衔接，']) + clause;
}

function assemble(clauses: readonly string[], style: Style, { among }: Chooser): string {
  const tidy = clauses.map((clause) => clause.replace(/\n$/, ''));
  const layout =
    style === 'ministry' ? 'numbered' : among(['numbered', 'numbered', 'one clause', 'lines'] as const);
  const body = {
    numbered: tidy.map((clause, i) => `${n(i + 1)}、${clause}`).join('\n'),
    'one clause': `一、${tidy.join('')}`,
    lines: tidy.join('\n'),
  }[layout];
  const general = among(['此外，对条文顺序作相应调整。\n', '']);
  const end =
    style === 'congress' || general === ''
      ? '《示例办法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。'
      : '《示例办法》根据本决定作相应修改，重新公布。';
  return `关于修改《示例办法》的决定\n决定对《示例办法》作如下修改：\n${body}\n${general}本决定自公布之日起施行。\n${end}`;
}

function shuffle<T>(values: readonly T[], { below }: Chooser): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
