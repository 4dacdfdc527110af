/** Clauses that say what a person does: 主持全面工作，负责审计；协助市长抓财政。联系市总工会。 */
import type { Provision } from '../model.ts';
import { type Cell, cellOf, pieces } from './cell.ts';
import { postEnd } from './person-head.ts';
import type { DutyKind, Person } from './persons.ts';

const verbs: readonly [DutyKind, RegExp][] = [
  ['assist', /^(?:并|还|同时)?协助[^，。；]{1,16}?(?:负责|分管|主管|处理|安排处理|联系|抓好?|做好|主持)/],
  ['assist', /^(?:并|还|同时)?协助(?=[^，。；、]{2,})/],
  ['lead', /^(?:全面)?(?:主持|领导|统筹|总揽)(?!协调小组)/],
  ['charge', /^(?:具体|直接|主要|并|还|同时|兼)?(?:负责|分管|主管|牵头|承担|承办|完成)/],
  ['liaise', /^(?:并|还|同时)?(?:联系|联络|协调|挂钩|挂点)/],
];
const dutyLabel = /^的?(?:单位|部门|机构|工作|领域|区域|方面|事项|县区|县市|乡镇|镇街|企业|社团|团体|群团)?$/;
const basisWords = /^(?:根据|按照|依据|受)[^，。；]{2,30}$/;
/** What a person does no longer, and who stands in for whom, are no fields. */
const noDuty =
  /^(?:不再|不分管|不负责|不联系|暂不)|互为|[AＡ][、/]?[BＢ][角岗]|^(?:其他|其余|以上)[^，。；]{0,12}(?:不变|照旧)/;

/** How a column of a table is read: what its header says of a clause without a verb. */
export interface Column {
  kind: DutyKind;
  verb: string;
}

/**
 * Reads the clauses of a text into a person: posts first, then duties; a clause without a verb goes on with the duty
 * before it in its sentence.
 * @param place makes an address of a range, where it is not the provision's own text
 * @param column what a clause without a verb is, where nothing stands before it
 */
export function readClauses(
  provision: Provision,
  from: number,
  person: Person,
  place: (cell: Cell) => Cell = (cell) => cell,
  column?: Column,
): void {
  const { text } = provision;
  const known = person.duties.length;
  let stop = '';
  for (const piece of pieces(text, '，,；;。：:', from)) {
    const words = text.slice(piece.start, piece.end).trimStart();
    const [at, end, before] = [piece.end - words.length, piece.end, stop];
    stop = piece.stop;
    const said = verbOf(words);
    const own = person.duties.length > known ? person.duties.at(-1) : undefined;
    const verb = said ?? (own || postEnd.test(words) ? undefined : column && [column.kind, column.verb, 0]);
    if (noDuty.test(words)) continue;
    if (verb) {
      const [kind, name, length] = verb as [DutyKind, string, number];
      // 分管单位：…: a label, and no field.
      const label = piece.stop === '：' || piece.stop === ':' ? dutyLabel.exec(words.slice(length)) : null;
      const fields = label ? [] : fieldsOf(provision, at + length, end).map(place);
      person.duties.push({ kind, verb: name, fields, cell: place(cellOf(provision, at, end)) });
    } else if (basisWords.test(words)) person.basis ??= place(cellOf(provision, at, end));
    else if (/^兼任?/.test(words) || (person.duties.length === 0 && postEnd.test(words)))
      person.posts.push(...postsOf(provision, at, end).map(place));
    else if (own && !'。'.includes(before || '。') && words.length >= 2) {
      own.fields.push(...fieldsOf(provision, at, end).map(place));
      own.cell = place(cellOf(provision, own.cell.start, end));
    }
  }
  person.duties = person.duties.filter(({ fields }) => fields.length > 0);
}

/** True where a text begins as a duty does. */
export function saysDuty(text: string): boolean {
  return verbOf(text.trimStart()) !== undefined;
}

function verbOf(words: string): [DutyKind, string, number] | undefined {
  for (const [kind, pattern] of verbs) {
    const match = pattern.exec(words);
    if (match) return [kind, match[0], match[0].length];
  }
  return undefined;
}

function postsOf(provision: Provision, start: number, end: number): Cell[] {
  return pieces(provision.text, '、', start, end).map((piece) => cellOf(provision, piece.start, piece.end));
}

const tail = /(?:等?(?:几?个?方面)?(?:的)?(?:有关|相关)?(?:全面)?工作|等?方面|等)$/;

/** 民族宗教和某某高新技术产业开发区: a field, and a place of its own. */
const joined =
  /^([^和及与]{2,20})[和及与][\u4e00-\u9fff]{2,20}(?:开发区|高新区|新区|园区|保税区|示范区|试验区|风景区|林场|农场)(?:工作)?$/;

/** Members of a list, without the word 工作 that ends it; 全面工作 stays, being the field itself. */
function fieldsOf(provision: Provision, start: number, end: number): Cell[] {
  return pieces(provision.text, '、', start, end)
    .flatMap((piece) => {
      const at = joined.exec(provision.text.slice(piece.start, piece.end))?.[1]?.length;
      if (at === undefined) return [piece];
      const middle = piece.start + at;
      return [
        { ...piece, end: middle },
        { ...piece, start: middle + 1 },
      ];
    })
    .map((piece) => {
      const cell = cellOf(provision, piece.start, piece.end);
      const bare = cell.text.replace(/^(?:的|好)/, '').replace(tail, '');
      if (bare.length < 2 || /(?:全面|日常|其他)工作$/.test(cell.text)) return cell;
      const from = cell.start + cell.text.indexOf(bare);
      return { ...cell, text: bare, start: from, end: from + bare.length };
    })
    .filter(({ text }) => text !== '');
}
