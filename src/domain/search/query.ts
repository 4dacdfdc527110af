/**
 * What a typed query asks for.
 *
 * `网约车 -巡游` → both conditions · `“经营许可” 处罚` → a phrase and a word, both in one provision
 * `湛府［2020］68 号` → the 文号 in every spelling · `网约车 第10条`, `六条一款三项` → that place first
 *
 * A space beside a digit may be layout (`68 号`) or may part two words (`网约车 2020`): there are then two readings, and
 * the search takes the first that finds anything.
 */
import { titleNoun, unmarked } from '../names/index.ts';
import type { Qualifier } from '../references/citation-qualifier.ts';
import { readCitation } from '../references/citation-query.ts';
import { formatLocator, parseCitationLocator } from '../references/locator.ts';
import { formatDay } from '../text/calendar.ts';
import { numeralClass } from '../text/numerals.ts';
import { normalise } from './analysis.ts';
import { formsOf, numberForms } from './spellings.ts';

/** One condition: any of its forms must occur. Normalised; the first is what was typed. */
export interface Needle {
  typed: string;
  forms: string[];
}

/** A place asked for, and what must hold of the text it stands in. */
export interface PlaceQuery {
  article: string;
  /** The name before the place, as typed. */
  name: string;
  /** Steps below the article as an eId writes them: `__para_1__item_3`; empty for the article itself. */
  below: string;
  label: string;
  needles: Needle[];
}

/** One way to understand the query. */
export interface Reading {
  needles: Needle[];
  excluded: Needle[];
  place?: PlaceQuery;
  /** Some words may stand in the title of the document instead. */
  across?: boolean;
  /** The text that a citation tells: of a day or of a year. */
  text?: NonNullable<Qualifier['text']>;
  /** What to say where this reading is taken, in Chinese. */
  note?: string;
}

export interface ParsedQuery {
  typed: string;
  /** In order of preference; empty where nothing can be searched for. */
  readings: Reading[];
  /** True where the query was longer than is looked for. */
  cut: boolean;
}

/** Longest query that is read, and longest phrase that is compared. */
const longestQuery = 10_000;
const longestPhrase = 256;
/** More conditions than this are not a question any more. */
const mostNeedles = 16;

interface Token {
  text: string;
  quoted: boolean;
  excluded: boolean;
}

const tokens = /([-－−﹣])?(?:“([^”]*)”|"([^"]*)"|＂([^＂]*)＂|「([^」]*)」|『([^』]*)』)(?=\s|$)|(\S+)/gu;

/** Reads a query. Any string is accepted. */
export function parseQuery(typed: string): ParsedQuery {
  let cut = typed.length > longestQuery;
  const list = tokenise(typed.slice(0, longestQuery));
  const needleOf = ({ text, quoted }: Token): Needle => {
    const phrase = normalise(text);
    if (phrase.length > longestPhrase) cut = true;
    const forms = quoted ? [phrase] : formsOf(phrase);
    return { typed: text, forms: [...new Set(forms.map((form) => form.slice(0, longestPhrase)))] };
  };
  const readings = [joinedTokens(list), list]
    .filter((reading) => reading !== undefined)
    .map((reading) => readingOf(reading, needleOf))
    .filter(({ needles }) => needles.length > 0);
  return {
    typed,
    readings: [
      ...cited(typed, needleOf),
      ...readings,
      ...readings.flatMap(withoutBelow),
      ...readings.flatMap(across),
    ],
    cut: cut || list.length > mostNeedles,
  };
}

/**
 * A citation that tells its text: 《甲规定》（某市人民政府令第3号，2018年12月31日文本）第六条第三项 → the place in that text;
 * where that text is not held, in the others, which is said.
 */
function cited(typed: string, needleOf: (token: Token) => Needle): Reading[] {
  if (typed.length > longestPhrase || !/[）)]/.test(typed)) return [];
  const found = readCitation(typed.trim()).find(
    ({ name, qualifier }) =>
      titleNoun(name.replace(/》$/, '')) !== undefined &&
      qualifier?.unread.length === 0 &&
      (qualifier.text !== undefined || qualifier.numbers.length > 0),
  );
  if (!found) return [];
  const { name, place, qualifier } = found;
  const title = unmarked(name);
  const token = { text: `${title}${place}`, quoted: false, excluded: false };
  const whole = readingOf([token], needleOf);
  const reading: Reading = whole.place
    ? whole
    : { needles: [needleOf({ ...token, text: title })], excluded: [] };
  const note = whole.place || place === '' ? {} : { note: `没有找到“${place}”，以下是该文件` };
  const { text } = qualifier!;
  if (!text) return [{ ...reading, ...note }];
  const other = `本库没有${'day' in text ? formatDay(text.day) : `${text.year}年`}的文本，以下是所收的文本`;
  return [
    { ...reading, ...note, text },
    { ...reading, note: other },
  ];
}

function tokenise(typed: string): Token[] {
  const list: Token[] = [];
  for (const match of typed.matchAll(tokens)) {
    const [, minus, ...rest] = match;
    const word = rest.pop();
    const phrase = rest.find((part) => part !== undefined);
    if (phrase !== undefined) {
      list.push({ text: phrase, quoted: true, excluded: minus !== undefined });
    } else if (word !== undefined) {
      const excluded = /^[-－−﹣]./u.test(word);
      list.push({ text: excluded ? word.slice(1) : word, quoted: false, excluded });
    }
  }
  const meant = list.filter(({ text }) => normalise(text) !== '').slice(0, mostNeedles);
  // With nothing to look for, a leading dash is text: “-2022年”.
  return meant.some(({ excluded }) => !excluded)
    ? meant
    : meant.map((token) => ({
        ...token,
        excluded: false,
        text: token.excluded ? `-${token.text}` : token.text,
      }));
}

/** The reading in which spaces beside digits are layout; undefined where there are none. */
function joinedTokens(list: readonly Token[]): Token[] | undefined {
  const plain = list.every(({ quoted, excluded }) => !quoted && !excluded);
  const whole = list.map(({ text }) => text).join(' ');
  if (plain && list.length > 1 && numberForms(normalise(whole)).length > 0) {
    return [{ text: whole, quoted: false, excluded: false }];
  }
  const out: Token[] = [];
  for (const token of list) {
    const before = out.at(-1);
    if (before && !before.quoted && !token.quoted && !token.excluded && layoutGap(before.text, token.text)) {
      out[out.length - 1] = { ...before, text: `${before.text} ${token.text}` };
    } else out.push(token);
  }
  return out.length < list.length ? out : undefined;
}

function layoutGap(before: string, after: string): boolean {
  const left = normalise(before).at(-1) ?? '';
  const right = normalise(after)[0] ?? '';
  return /\d/.test(left) ? !/[\da-z]/.test(right) : /\d/.test(right) && !/[a-z]/.test(left);
}

function readingOf(list: readonly Token[], needleOf: (token: Token) => Needle): Reading {
  const wanted = list.filter(({ excluded }) => !excluded);
  const needles = wanted.map(needleOf);
  const excluded = list.filter((token) => token.excluded).map(needleOf);
  const place = placeIn(wanted, needles);
  return { needles, excluded, ...(place ? { place } : {}) };
}

const numeral = `[${numeralClass}]`;
/** A place at the end of a word: 网约车10条, 暂行规定第六条第一款第（三）项. */
const placeAtEnd = new RegExp(
  `^(.*?)(第?${numeral}{1,7}条(?:之${numeral}{1,3})?(?:第?${numeral}{1,4}款)?(?:第?\\(?${numeral}{1,4}\\)?项)?(?:第?${numeral}{1,4}目)?)$`,
  'u',
);

function placeIn(list: readonly Token[], needles: readonly Needle[]): PlaceQuery | undefined {
  for (const [i, { text, quoted }] of list.entries()) {
    if (quoted) continue;
    const [, before, words] = placeAtEnd.exec(normalise(text)) ?? [];
    const locator = words === undefined ? undefined : parseCitationLocator(words);
    const [article, ...below] = locator?.steps ?? [];
    if (article?.type !== 'article' || article.number === undefined || locator?.through) continue;
    const name = unmarked(before ?? '');
    return {
      article: article.number,
      below: below.map(({ type, number }) => `__${stepNames[type] ?? type}_${number}`).join(''),
      label: formatLocator(locator!),
      name,
      needles: [
        ...(name === '' ? [] : [{ typed: name, forms: [name] }]),
        ...needles.filter((_, j) => j !== i).map(bareTitle),
      ],
    };
  }
  return undefined;
}

/** Where the 款 or 项 asked for does not exist, the article is shown instead, and that is said. */
function withoutBelow(reading: Reading): Reading[] {
  const { place } = reading;
  if (!place || place.below === '') return [];
  const note = `没有找到${place.label}，以下是该条`;
  return [{ ...reading, place: { ...place, below: '' }, note }];
}

function across({ needles, excluded }: Reading): Reading[] {
  if (needles.length < 2) return [];
  return [
    {
      needles,
      excluded,
      across: true,
      note: '没有哪一条同时含有这些词；以下条文连同所在文件的标题才含有全部',
    },
  ];
}

const stepNames: Readonly<Record<string, string>> = { paragraph: 'para', item: 'item', point: 'point' };

function bareTitle({ typed, forms }: Needle): Needle {
  return { typed, forms: forms.map(unmarked) };
}
