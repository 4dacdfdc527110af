/**
 * Changes a law as lists are changed, and writes the decision that says so: in one of three official styles, each
 * change in one of the phrasings in use, in any order, in one clause or many, on one text or several.
 */
import { articleChanges } from './articles.ts';
import { type Article, articlesOf, type Chapter, type Chooser, type Law, n, nth } from './model.ts';
import { partChanges } from './parts.ts';
import { type Change, type Numbers, type Style, styles, type Telling } from './telling.ts';
import { inSeveralTexts, type Whole, type WholeChange, wholeAfter, wholeBefore } from './whole.ts';
import { wordChanges } from './words.ts';

export interface Written {
  before: Law;
  after: Law;
  decision: string;
}

/** Changes a law and writes the decision. */
export function write(before: Law, choose: Chooser): Written {
  const { among, below } = choose;
  const style = among(styles);
  const told: Telling[] = [];
  let next = 100;
  const fresh = () => next++;
  const after = structuredClone(before);
  const whole: Whole = { before, after, choose, fresh };
  tellWhole(wholeBefore, whole, told);
  const numbered = new Set<number>();
  const firsts = new Map(articlesOf(before).map(({ id }, i) => [id, i + 1]));
  const rate = among([1, 2, 4]);
  let stirred = false;
  for (const chapter of after.chapters)
    stirred = changeArticles(chapter, { style, choose, fresh, told, numbered, rate, firsts }) || stirred;
  tellWhole(wholeAfter, whole, told);
  const several = below(8) === 0 ? inSeveralTexts(whole) : undefined;
  const moved = stirred ? new Set<number>() : permute(after, choose);
  const numbers: Numbers = {
    article: (id) => articlesOf(after).findIndex((article) => article.id === id) + 1,
    chapter: (id) => after.chapters.findIndex((chapter) => chapter.id === id) + 1,
  };
  const explicit = moved.size > 0 && below(2) === 0 ? 'moved' : among(['all', 'all', 'none'] as const);
  const rest = articlesOf(after)
    .filter(({ id }) => id < 100 && numbers.article(id) !== firsts.get(id) && !numbered.has(id))
    .filter(({ id }) => explicit === 'all' || moved.has(id));
  if (rest.length > 0)
    told.push(() =>
      chain(
        rest.map(({ id }) => [firsts.get(id)!, numbers.article(id)]),
        choose,
      ),
    );
  const clauses = shuffle(told, choose).map((telling) => noise(telling(numbers), choose));
  const decision = several
    ? severalTexts(before.title, clauses, several(numbers))
    : oneText(before.title, clauses, style, choose);
  return { before, after, decision };
}

function tellWhole(changes: readonly WholeChange[], whole: Whole, told: Telling[]): void {
  const { among, below } = whole.choose;
  if (below(3) > 0) return;
  const telling = among(changes)(whole);
  if (telling) told.push(telling);
}

interface Changing {
  style: Style;
  choose: Chooser;
  fresh(): number;
  told: Telling[];
  numbered: Set<number>;
  /** One in so many articles is left as it is. */
  rate: number;
  firsts: ReadonlyMap<number, number>;
}

const kinds: readonly (readonly Change[])[] = [articleChanges, partChanges, wordChanges];

/** Answers whether an article was moved. */
function changeArticles(chapter: Chapter, { told, numbered, rate, firsts, ...with_ }: Changing): boolean {
  const { among, below } = with_.choose;
  const result: Article[] = [];
  let moves = false;
  const { articles } = chapter;
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i]!;
    const site = { ...with_, article, number: firsts.get(article.id)!, next: articles[i + 1] };
    const own = below(rate + 1) === 0 ? undefined : among(among(kinds))(site);
    if (own?.behind) result.push(own.behind);
    moves ||= own?.behind !== undefined;
    if (!own?.gone) result.push(article);
    result.push(...(own?.made ?? []));
    if (own?.took || own?.behind) i++;
    if (own?.numbered) numbered.add(article.id);
    told.push(...(own?.told ?? []));
  }
  chapter.articles = result;
  return moves;
}

/** Two or three neighbours change places. */
function permute({ chapters }: Law, { below, among }: Chooser): Set<number> {
  const { articles, sections } = among(chapters);
  const kept = articles.map(({ id }, i) => ({ id, i })).filter(({ id }) => id < 100);
  const size = [0, 0, 2, 3][below(4)]!;
  if (size === 0 || kept.length < size || sections.length > 0) return new Set();
  const start = below(kept.length - size + 1);
  const chosen = kept.slice(start, start + size);
  const taken = chosen.map(({ i }) => articles[i]!);
  chosen.forEach(({ i }, k) => {
    articles[i] = taken[(k + 1) % size]!;
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

/** Words of no consequence before an instruction. */
function noise(clause: string, { among, below }: Chooser): string {
  return below(5) > 0
    ? clause
    : among(['同时，', '相应地，', '根据上位法的规定，', '为了与上位法相衔接，']) + clause;
}

const tidy = (clauses: readonly string[]): string[] => clauses.map((clause) => clause.replace(/\n$/, ''));

function oneText(title: string, clauses: readonly string[], style: Style, { among }: Chooser): string {
  const layout =
    style === 'ministry'
      ? 'numbered'
      : among(['numbered', 'numbered', 'one clause', 'lines', 'listed'] as const);
  const plain = tidy(clauses);
  const body = {
    numbered: plain.map((clause, i) => `${n(i + 1)}、${clause}`).join('\n'),
    'one clause': `一、${plain.join('')}`,
    lines: plain.join('\n'),
    listed: `一、对部分条文作以下修改：\n${plain.map((clause, i) => `（${n(i + 1)}）${clause}`).join('\n')}`,
  }[layout];
  const general = among(['此外，对条文顺序作相应调整。\n', '']);
  const end =
    style === 'congress' || general === ''
      ? `《${title}》根据本决定作相应修改并对条文顺序作相应调整，重新公布。`
      : `《${title}》根据本决定作相应修改，重新公布。`;
  return `关于修改《${title}》的决定\n决定对《${title}》作如下修改：\n${body}\n${general}本决定自公布之日起施行。\n${end}`;
}

/** A decision on several texts: a section for each, and one clause that names both. */
function severalTexts(title: string, clauses: readonly string[], common: string): string {
  const own = tidy(clauses).map((clause, i) => `（${n(i + 1)}）${clause}`);
  const sections = [
    `对《灯会条例》作如下修改：\n（一）删去第五条。\n（二）将第二条中的“甲”修改为“乙”。`,
    ...(own.length > 0 ? [`对《${title}》作如下修改：\n${own.join('\n')}\n条文顺序作相应调整。`] : []),
    common,
  ];
  return `关于修改部分规章的决定\n决定修改下列规章：\n${sections.map((words, i) => `${n(i + 1)}、${words}`).join('\n')}\n此外，对相关规章的条文顺序作相应调整。\n本决定自公布之日起施行。`;
}

function shuffle<T>(values: readonly T[], { below }: Chooser): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
