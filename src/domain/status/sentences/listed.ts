/**
 * Documents that a list names: rows of a table whose columns its header tells (序号 | 文件名称 | 文号 | 处理意见), or
 * lines that hold a title, with 《》 or without.
 */
import type { Day, Provision } from '../../model.ts';
import {
  firstNumber,
  isNumber,
  type Mention,
  mask,
  parseDocumentNumber,
  readMentions,
} from '../../names/index.ts';
import { findDays } from '../../text/dates.ts';
import { readAskedDay } from '../asked-day.ts';
import { ownText } from './sentences.ts';

/** One document of a list. */
export interface Listed {
  /** `scope` where a column names the part that is meant. */
  mention: Mention;
  /** What the row itself says is to become of it: 废止, 继续有效; empty where it says nothing. */
  fate: string;
  /** What a column says of its end, behind the words of its header: 有效期至2022年12月31日. */
  end?: string;
  eId: string;
  /** The row or line. */
  text: string;
}

/**
 * Documents that a table or a line names; none for a line that is no title.
 *
 * `2.关于乙事项的通知（某府〔2012〕2号）` → { 关于乙事项的通知, 某府〔2012〕2号 }
 */
export function listedIn(provision: Provision): Listed[] {
  return provision.rows ? fromTable(provision) : fromLine(provision);
}

interface Columns {
  title: number;
  number: number;
  date: number;
  end: number;
  fate: number;
  part: number;
}

const headers: readonly [keyof Columns, RegExp][] = [
  ['title', /名称|标题|题目|题名|文件名/],
  ['number', /文号|编号|字号|令号/],
  ['date', /(?:公布|发布|印发|成文|制定|发文|颁布|文件)(?:日期|时间)|^日期/],
  [
    'end',
    /有效(?:期|至|时间|截止)|(?:失效|废止|作废|终止|停止执行|届满|到期|期满|截止|执行至|延长至|延期至|保留至)(?:日期|时间)?$/,
  ],
  ['part', /条款|(?:失效|废止|停止执行)(?:的)?(?:内容|部分)/],
  ['fate', /处理|清理|意见|结果|结论|状态|效力|备注|说明/],
];

/** What lists of things that are no documents name: 保留的行政审批项目目录, a column of 项目名称. */
const things = '(?:项目|事项|许可|审批|收费|职权|权力|证明|机构|单位|企业|岗位|职位|产品|品种|资格|活动)';
const thingList = new RegExp(`${things}(?:的)?(?:目录|清单|名录|名单|一览表|明细表|汇总表)`);
const thingHeader = new RegExp(`${things}(?:的)?名称`);

/** True for the title of a list that names things, and no documents. */
export function listsThings(title: string): boolean {
  return thingList.test(title);
}

function fromTable(provision: Provision): Listed[] {
  const [header = [], ...rest] = provision.rows!;
  if (header.some((cell) => thingHeader.test(cell.replace(/\s/g, '')))) return [];
  const named = header.some((cell) => headers[0]![1].test(cell) || headers[1]![1].test(cell));
  const columns = columnsOf(named ? header : []);
  return (named ? rest : provision.rows!).flatMap((row) => {
    const mention = mentionOfRow(row, columns);
    if (!mention) return [];
    const part = row[columns.part]?.trim() ?? '';
    const scope = /^(?:全文|全部|整件|[-—/无]|$)/.test(part) ? undefined : part;
    return [
      {
        mention: { ...mention, ...(scope ? { scope } : {}) },
        fate: [row[columns.fate]?.trim() ?? '', ...tickedIn(row, header)].join(''),
        ...endIn(row, header, columns),
        eId: provision.eId,
        text: row.join(' ').trim(),
      },
    ];
  });
}

const tick = /^[√✓✔☑■●○〇▲★*＊]$/;

/** The headers under which a row has a tick: 保留 | 修改 | 废止. */
function tickedIn(row: readonly string[], header: readonly string[]): string[] {
  return header.filter((_, i) => tick.test(row[i]?.trim() ?? ''));
}

/** 2022年12月31日 under 有效期至: with the header, which says what the day is. */
function endIn(row: readonly string[], header: readonly string[], { end }: Columns): Pick<Listed, 'end'> {
  const cell = row[end]?.replace(/\s/g, '') ?? '';
  return cell === '' || tick.test(cell) || !/[\d一二三四五六七八九十长]/.test(cell)
    ? {}
    : { end: `${header[end]!.replace(/\s/g, '')}${cell}` };
}

function columnsOf(header: readonly string[]): Columns {
  const find = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell.replace(/\s/g, '')));
  return Object.fromEntries(headers.map(([name, pattern]) => [name, find(pattern)])) as unknown as Columns;
}

/** A row's document. Spaces inside a title stay: they part joint issuers. */
function mentionOfRow(row: readonly string[], columns: Columns): Mention | undefined {
  const cells = row.map((cell) => cell.replace(/\s/g, ''));
  const numberCell = columns.number >= 0 ? cells[columns.number] : cells.find(isNumber);
  const titleCell =
    columns.title >= 0
      ? cells[columns.title]
      : [...cells].sort((a, b) => b.length - a.length).find((cell) => !isNumber(cell) && cell.length > 5);
  const inTitle = titleCell ? readMentions(titleCell)[0] : undefined;
  const printed = row[cells.indexOf(titleCell ?? '')]?.trim();
  const bareTitle = whole(titleCell ?? '', inTitle);
  const title = bareTitle === titleCell ? printed : bareTitle;
  const number =
    (numberCell && (firstNumber(numberCell) ?? undefined)) || inTitle?.number || firstNumber(titleCell ?? '');
  if (!title && !number) return undefined;
  const date = dayOf(columns.date >= 0 ? (cells[columns.date] ?? '') : '');
  const year = parseDocumentNumber(number ?? '')?.year;
  return {
    ...(title ? { title } : {}),
    ...(number ? { number } : {}),
    ...(date ? { date } : {}),
    ...(year ? { year: String(year) } : {}),
    start: 0,
    end: 0,
    from: 0,
  };
}

/** The day of a cell: 2011年5月6日, 2011.5.6, 2011-05-06. */
export function dayOf(cell: string): Day | undefined {
  const read = readAskedDay(cell);
  return 'day' in read ? read.day : findDays(cell)[0]?.day;
}

/** 《甲》 in a cell is the title; 关于印发《甲》的通知 is a title that holds one. */
function whole(cell: string, mention: Mention | undefined): string | undefined {
  const bare = cell
    .replace(/[（(][^（(]*?号[）)]$/, '')
    .replace(/^[0-9]+[.、．]/, '')
    .replace(/[。；;，]$/, '');
  if (mention?.title && (bare.startsWith('《') || /(?:公布|发布|印发)的⟦/.test(mask(bare))))
    return mention.title;
  return bare || undefined;
}

const titleEnd =
  /(?:法|条例|规定|规则|办法|细则|决定|决议|解释|批复|复函|函|通知|通告|公告|通报|意见|方案|规划|计划|预案|令|制度|标准|规程|规范|章程|指引|指南|措施|政策|纲要|目录|要求|要点|纪要|文件)$/;

/** 发现有违法情形的，应当提出纠正意见: ends as a title and is none. */
function isSentence(title: string): boolean {
  return /的，|应当|不得|^(?:在|对|经)[^，]*，/.test(title);
}

/** （1997年7月25日某市人大常委会第二十六次会议通过） after a title that stands without 《》. */
const bornIn = /[（(]([^（()）]*(?:年|号|会议)[^（()）]*)[）)]$/;

/** …（文号），有效期延长至2024年12月31日: an end behind a name, with 《》 or without. */
const lasts =
  /^(.*[）)》])[，,、：:]?[（(]?((?:其)?(?:有效|试行|执行|实施|施行)期限?(?:延长|延续|延期|顺延|续期|保留)?[^，。；]{2,24}?|(?:延长|延续|延期|保留|继续有效|执行)至[^，。；]{4,20}?)[）)]?[。；;，]?$/;

function fromLine(provision: Provision): Listed[] {
  const text = ownText(provision).replace(/\s/g, '');
  if (text === '' || text.length > 400) return [];
  const row = spacedRow(provision);
  if (row) return [row];
  const end = lasts.exec(text);
  if (end) return fromLineOf(provision, end[1]!, '').map((one) => ({ ...one, end: end[2]! }));
  const said =
    /[-—–－：:，,（(]+((?:予以|宣布|继续|现行)?(?:废止|失效|撤销|有效|保留|停止执行))[）)]?[。；;，]?$/.exec(
      text,
    );
  if (said) return fromLineOf(provision, text.slice(0, said.index), said[1]!);
  return fromLineOf(provision, text, '');
}

/**
 * A row whose cells only spaces part: a table that lost its rules.
 *
 * `1　关于甲事项的批复　1988年4月2日法（经）复〔1988〕17号　已被代替` → { 关于甲事项的批复, 法（经）复〔1988〕17号 }
 */
function spacedRow(provision: Provision): Listed | undefined {
  const printed = `${provision.label} ${ownText(provision)}`.trim();
  const [number = '', ...cells] = printed.split(/[\s\u3000]+/);
  if (!/^\d{1,3}[.．、]?$/.test(number) || cells.length < 2) return undefined;
  const title = cells.find((cell) => titleEnd.test(cell) && !isSentence(cell) && !isNumber(cell));
  const numbered = cells.find((cell) => cell !== title && firstNumber(cell) !== undefined);
  if (!title || !numbered) return undefined;
  const row = [title, firstNumber(numbered)!, findDays(numbered)[0] ? numbered : ''];
  const mention = mentionOfRow(row, { ...columnsOf([]), title: 0, number: 1, date: 2 });
  const fate = cells.find(
    (cell) => cell !== title && /^(?:予以)?(?:废止|失效|撤销|继续有效|保留|修改|修订)/.test(cell),
  );
  return mention && { mention, fate: fate ?? '', eId: provision.eId, text: printed };
}

function fromLineOf(provision: Provision, text: string, fate: string): Listed[] {
  const mentions = readMentions(text);
  const line = { fate, eId: provision.eId, text: ownText(provision) };
  const [first] = mentions;
  if (first?.title && first.from <= 4) return mentions.map((mention) => ({ mention, ...line }));
  const end = text.replace(/[。；;，]$/, '');
  const born = first?.title ? undefined : bornIn.exec(end)?.[1];
  const title = whole(born === undefined ? end : end.slice(0, end.length - born.length - 2), first);
  const number = mentions.find((mention) => mention.number)?.number;
  if (!title || !(number || titleEnd.test(title)) || /[。；：]./.test(title) || isSentence(title)) return [];
  const date = findDays(born ?? '')[0]?.day;
  const year = /([12]\d{3})年/.exec(born ?? '')?.[1];
  const mention: Mention = {
    ...(first ?? { start: 0, end: 0, from: 0 }),
    title,
    ...(number ? { number } : {}),
    ...(date ? { date } : year ? { year } : {}),
  };
  return [{ mention, ...line }];
}
