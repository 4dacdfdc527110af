/**
 * Repeals by list: an annexed table or list of documents, or numbered lines under 「废止下列文件：」.
 *
 * A table's columns are told by their header: 序号 | 文件名称 | 文号 | 处理意见; a row whose own verdict says 修改 or
 * 继续有效 is no repeal.
 */
import type { Annex, Instrument, Provision } from '../model.ts';
import { findDays } from '../text/dates.ts';
import { formatNumeral, parseNumeral } from '../text/numerals.ts';
import { firstNumber, isNumber, type Mention, readMentions } from './mentions.ts';
import { type Repeal, type RepealVerb, whenIn } from './repeals.ts';
import { ownProvisions, ownText, sentencesOf } from './sentences.ts';

const verdicts: readonly [RegExp, RepealVerb | undefined][] = [
  [/继续有效|保留|现行有效|予以修改|修改|修订|拟/, undefined],
  [/宣布失效|失效|作废/, '失效'],
  [/废止|废除/, '废止'],
  [/停止执行|不再执行/, '停止执行'],
];
const listWords = /附件|附表|目录|清单|下列|以下|如下|被废止/;
const repealWords = /废止|失效|停止执行|不再作为/;

type Verdict = RepealVerb | 'no' | undefined;

/** What a title or a cell says of the fate of what it lists: `废止的规范性文件目录` → 废止. */
function verdictOf(words: string): Verdict {
  const [keep, ...ends] = verdicts;
  const end = ends.find(([pattern]) => pattern.test(words));
  if (end) return end[1];
  return keep![0].test(words) ? 'no' : undefined;
}

/**
 * Documents that an instrument repeals by listing them.
 * @returns one Repeal a row, with the row as its text; none for instruments that repeal nothing
 */
export function readRepealLists(instrument: Instrument): Repeal[] {
  const clause = sentencesOf(instrument).filter(
    (s) => repealWords.test(s.masked) && listWords.test(s.masked),
  );
  const titled = /废止|失效/.test(instrument.title);
  if (clause.length === 0 && !titled) return [];
  const general = verdictOf(unhedged(clause.map((s) => s.masked).join(''))) ?? verdictOf(instrument.title);
  const annexed = instrument.annexes.flatMap((annex) =>
    fromAnnex(annex, verdictFor(annex, instrument) ?? general),
  );
  return [...annexed, ...fromBody(instrument.provisions)];
}

/**
 * The sentence that sets the day for everything an instrument repeals.
 *
 * `凡被废止的文件，自本通知印发之日起一律停止执行` → anchor issued, with that sentence
 */
export function commonEffect(instrument: Instrument): Pick<Repeal, 'when' | 'effect'> {
  for (const { masked, eId, text } of sentencesOf(instrument)) {
    if (!repealWords.test(masked) || !listWords.test(masked)) continue;
    const when = whenIn(/(?:自|从)[^，。；]{2,30}?起/.exec(masked)?.[0]);
    if (when) return { when, effect: { eId, text } };
  }
  return {};
}

/** 及时修改、废止或宣布失效 asks others to act; it decides nothing. */
function unhedged(words: string): string {
  return words.replace(/及时修改|修改、废止(?:或者?(?:宣布)?失效)?/g, '');
}

/** What the body says of this annex by its label: 列于本法附件二的……予以保留. */
function verdictFor(annex: Annex, instrument: Instrument): Verdict {
  const own = verdictOf(annex.title);
  const number = /附(?:件|表|录)([一二三四五六七八九十\d]+)/.exec(annex.label.replace(/\s/g, ''))?.[1];
  const value = number && parseNumeral(number);
  if (own || !value) return own;
  const named = new RegExp(`附(?:件|表|录)(?:${value}|${formatNumeral(value)})(?![一二三四五六七八九十\\d])`);
  const said = sentencesOf(instrument).filter(({ masked }) => named.test(masked));
  return verdictOf(unhedged(said.map(({ masked }) => masked).join('')));
}

function fromAnnex(annex: Annex, verdict: Verdict): Repeal[] {
  if (verdict === undefined || verdict === 'no') return [];
  return Array.from(ownProvisions(annex.provisions)).flatMap((provision) =>
    provision.rows ? fromTable(provision, verdict) : fromLine(provision, verdict),
  );
}

/** Numbered lines under 「废止下列文件：」, or the paragraphs that follow such a line. */
function fromBody(provisions: readonly Provision[]): Repeal[] {
  const repeals: Repeal[] = [];
  let open: Verdict;
  for (const provision of provisions) {
    if (provision.quoted) continue;
    const text = ownText(provision);
    const leads = /(?:下列|以下|如下)/.test(text) && repealWords.test(text) && /[：:。]$/.test(text.trim());
    if (leads) {
      open = verdictOf(text);
      for (const child of ownProvisions(provision.children)) repeals.push(...rowsOf(child, open));
      continue;
    }
    if (open) {
      const rows = Array.from(ownProvisions([provision])).flatMap((each) => rowsOf(each, open));
      if (rows.length > 0) {
        repeals.push(...rows);
        continue;
      }
      open = undefined;
    }
    repeals.push(...fromBody(provision.children));
  }
  return repeals;
}

function rowsOf(provision: Provision, verdict: Verdict): Repeal[] {
  if (verdict === undefined || verdict === 'no') return [];
  return provision.rows ? fromTable(provision, verdict) : fromLine(provision, verdict);
}

interface Columns {
  title: number;
  number: number;
  date: number;
  verdict: number;
}

const headers: readonly [keyof Columns, RegExp][] = [
  ['title', /名称|标题|题目|题名|文件名/],
  ['number', /文号|编号|字号|令号/],
  ['date', /(?:公布|发布|印发|成文|制定|发文)(?:日期|时间)|日期/],
  ['verdict', /处理|清理|意见|结果|结论|状态|效力|备注/],
];

function fromTable(provision: Provision, verdict: RepealVerb): Repeal[] {
  const [header = [], ...rest] = provision.rows!;
  const named = header.some((cell) => headers[0]![1].test(cell) || headers[1]![1].test(cell));
  const columns = columnsOf(named ? header : []);
  return (named ? rest : provision.rows!).flatMap((row) => {
    const own = columns.verdict < 0 ? undefined : verdictOf(row[columns.verdict] ?? '');
    if (own === 'no') return [];
    const mention = mentionOfRow(row, columns);
    if (!mention) return [];
    return [{ mention, verb: own ?? verdict, eId: provision.eId, text: row.join(' ').trim() }];
  });
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
  const date = findDays(columns.date >= 0 ? (cells[columns.date] ?? '') : '')[0]?.day;
  const year = number ? /[〔[（(]\s*(\d{4})/.exec(number)?.[1] : undefined;
  return {
    ...(title ? { title } : {}),
    ...(number ? { number } : {}),
    ...(date ? { date } : {}),
    ...(year ? { year } : {}),
    start: 0,
    end: 0,
    from: 0,
  };
}

/** 《甲》 in a cell is the title; 关于印发《甲》的通知 is a title that holds one. */
function whole(cell: string, mention: Mention | undefined): string | undefined {
  const bare = cell
    .replace(/[（(〔][^（(]*?号[）)]$/, '')
    .replace(/^[0-9]+[.、．]/, '')
    .replace(/[。；;，]$/, '');
  if (mention?.title && (bare.startsWith('《') || /(?:公布|发布|印发)的《/.test(bare))) return mention.title;
  return bare || undefined;
}

const titleEnd =
  /(?:法|条例|规定|规则|办法|细则|决定|决议|解释|批复|复函|函|通知|通告|公告|通报|意见|方案|规划|计划|预案|令|制度|标准|规程|规范|章程|指引|指南|措施|政策|纲要|目录|要求|要点|纪要|文件)$/;

function fromLine(provision: Provision, verdict: RepealVerb): Repeal[] {
  const text = ownText(provision).replace(/\s/g, '');
  if (text === '' || text.length > 400) return [];
  const mentions = readMentions(text);
  const line = { verb: verdict, eId: provision.eId, text: ownText(provision) };
  const [first] = mentions;
  if (first?.title && first.from <= 4) return mentions.map((mention) => ({ mention, ...line }));
  const title = whole(text, first);
  const number = mentions.find((mention) => mention.number)?.number;
  if (!title || !(number || titleEnd.test(title)) || /[。；：]./.test(title)) return [];
  return [
    {
      mention: { ...(first ?? { start: 0, end: 0, from: 0 }), title, ...(number ? { number } : {}) },
      ...line,
    },
  ];
}
