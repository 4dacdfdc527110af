/** A sheet of documents → entries of the register, and what of the sheet was not understood. */
import type { Day, RegisterStatement } from '../../domain/model.ts';
import {
  findTitles,
  firstNumber,
  instrumentId,
  isNumber,
  kindOf,
  titleKey,
} from '../../domain/names/index.ts';
import { isDay, parseDay } from '../../domain/text/index.ts';
import { columnName, type Sheet, type SheetRow } from '../sheet/index.ts';
import { type Field, fieldOf, isSum, stateOf } from './columns.ts';

export interface RegisterEntry {
  id: string;
  title: string;
  documentNumber?: string;
  issuer?: string;
  aliases?: string[];
  stated: RegisterStatement;
}

export interface RegisterSheet {
  entries: RegisterEntry[];
  /** Columns that were read, and those that were not, as printed. */
  read: string[];
  unread: string[];
  /** Sentences with the cell they speak of. */
  doubts: string[];
}

/** Rows above the heading that may be titles of the table. */
const headRows = 20;

/**
 * Reads a sheet.
 * @param file name of the file, for `source`
 * @returns undefined where no row is the heading of a table of documents: none of its cells is called 标题, 名称 …
 *
 * 标题｜文号｜施行日期 / 某市公园管理办法｜某府〔2020〕1号｜2020/3/1 → one entry, commenced 2020-03-01
 */
export function readRegisterSheet(sheet: Sheet, file: string): RegisterSheet | undefined {
  const top = sheet.rows.slice(0, headRows).findIndex(({ cells }) => {
    const fields = cells.map(fieldOf);
    return fields.includes('title') && (fields.filter((field) => field).length > 1 || cells.length === 1);
  });
  const head = sheet.rows[top];
  if (!head) return undefined;
  const out: RegisterSheet = { entries: [], read: [], unread: [], doubts: [...sheet.doubts] };
  const columns = new Map<Field, number>();
  for (const [column, heading] of head.cells.entries()) {
    const field = fieldOf(heading);
    if (field === undefined || columns.has(field)) {
      if (heading !== '') out.unread.push(heading);
      continue;
    }
    columns.set(field, column);
    out.read.push(heading);
  }
  const seen = { titles: new Map<string, number>(), ids: new Set<string>() };
  for (const row of sheet.rows.slice(top + 1)) {
    if (isSum(row.cells)) {
      out.doubts.push(`第${row.number}行是合计，没有写入`);
      continue;
    }
    const entry = new RowReader(row, columns, out.doubts).entry(
      `${file}${sheet.name ? ` ${sheet.name}` : ''} 第${row.number}行`,
    );
    if (!entry) continue;
    const same = seen.titles.get(titleKey(entry.title));
    if (same !== undefined) {
      out.doubts.push(`第${row.number}行与第${same}行同名，只写入了第${same}行：“${entry.title}”`);
      continue;
    }
    seen.titles.set(titleKey(entry.title), row.number);
    out.entries.push(entry);
  }
  return out;
}

class RowReader {
  readonly #row: SheetRow;
  readonly #columns: ReadonlyMap<Field, number>;
  readonly #doubts: string[];

  constructor(row: SheetRow, columns: ReadonlyMap<Field, number>, doubts: string[]) {
    this.#row = row;
    this.#columns = columns;
    this.#doubts = doubts;
  }

  entry(source: string): RegisterEntry | undefined {
    const title = this.#title();
    if (title === undefined) return undefined;
    const documentNumber = this.#number();
    const issuer = this.#cell('issuer');
    const aliases = this.#list('aliases');
    const stated: RegisterStatement = {
      source,
      promulgated: this.#day('promulgated'),
      commenced: this.#day('commenced'),
      ended: this.#day('ended'),
      state: this.#state(),
      amends: this.#documents('amends'),
      repeals: this.#documents('repeals'),
    };
    this.#order(stated);
    return {
      id: this.#id() ?? instrumentId({ title, documentNumber, kind: kindOf(title) }),
      title,
      documentNumber,
      issuer: issuer === '' ? undefined : issuer.replace(/\s*[\n、；;]\s*/g, ' '),
      aliases: aliases.length > 0 ? aliases : undefined,
      stated,
    };
  }

  #cell(field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (this.#row.cells[column] ?? '').trim();
  }

  #doubt(field: Field, reason: string): undefined {
    this.#doubts.push(`${columnName(this.#columns.get(field)!)}${this.#row.number} ${reason}`);
  }

  /** A row without a title is a heading of rows (一、市政府规章) or a note below the table. */
  #title(): string | undefined {
    const words = this.#cell('title').replace(/\s*\n\s*/g, '');
    const others = this.#row.cells.filter((cell) => cell !== '' && cell !== words);
    if (words === '') {
      if (others.length > 1) this.#doubt('title', '没有名称，这一行没有写入');
      return undefined;
    }
    if (
      others.length === 0 &&
      this.#columns.size > 1 &&
      /^(?:[一二三四五六七八九十]+、|[（(]|[注备])/.test(words)
    )
      return undefined;
    const [whole] = findTitles(words);
    return whole && whole.start === 0 && whole.end === words.length ? whole.title : words;
  }

  #id(): string | undefined {
    const id = this.#cell('id');
    if (id === '' || /^[a-z0-9][a-z0-9-]*$/.test(id)) return id === '' ? undefined : id;
    return this.#doubt('id', `“${id}”不能作网址编号，只用小写字母、数字和连字符；已另行编号`);
  }

  #number(): string | undefined {
    const words = this.#cell('number').replace(/\s+/g, '');
    if (words === '' || words === '无' || /^[-—/]+$/.test(words)) return undefined;
    if (!isNumber(words)) {
      const within = firstNumber(words);
      this.#doubt('number', `“${words}”不像文号，${within ? `按“${within}”写入` : '照原样写入'}`);
      return within ?? words;
    }
    return words;
  }

  #day(field: 'promulgated' | 'commenced' | 'ended'): Day | undefined {
    const words = this.#cell(field);
    if (/^(?:[-—/]*|无|长期(?:有效)?)$/.test(words)) return undefined;
    const day = dayOfCell(words);
    if (day !== undefined) return day;
    const serial = /^\d{5}$/.test(words) ? '（可能是没有设成日期格式的单元格）' : '';
    return this.#doubt(field, `“${words}”不是一个完整的日期${serial}，没有写入`);
  }

  #state(): RegisterStatement['state'] {
    const words = this.#cell('state');
    if (/^[-—/]*$/.test(words)) return undefined;
    return stateOf(words) ?? this.#doubt('state', `“${words}”不是认得的状态，没有写入`);
  }

  #list(field: Field): string[] {
    return this.#cell(field)
      .split(/[\n、；;，,]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  }

  /** `《甲办法》《乙办法》`, `某府〔2010〕1号、某府〔2012〕3号`, or titles without marks, one a line. */
  #documents(field: 'amends' | 'repeals'): string[] | undefined {
    const words = this.#cell(field);
    if (/^(?:[-—/]*|无)$/.test(words)) return undefined;
    const titles = findTitles(words);
    if (titles.length > 0) return titles.map(({ title }) => title);
    const pieces = words.split(/[\n；;、]/).map((each) => each.trim());
    const named = pieces.filter((each) => isNumber(each) || titleKey(each).length > 3);
    if (named.length === 0) return this.#doubt(field, `“${words}”里没有文件的名称或文号，没有写入`);
    return named;
  }

  #order({ promulgated, commenced, ended }: RegisterStatement): void {
    if (promulgated && ended && ended < promulgated)
      this.#doubt('ended', `终止日期${ended}早于公布日期${promulgated}，请核对`);
    if (commenced && ended && ended < commenced)
      this.#doubt('ended', `终止日期${ended}早于施行日期${commenced}，请核对`);
  }
}

/** `2020年3月1日`, `2020-3-1`, `2020/03/01`, `2020.3.1`, `20200301`, each also with a time behind → 2020-03-01 */
function dayOfCell(words: string): Day | undefined {
  const date = words
    .normalize('NFKC')
    .trim()
    .replace(/[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, '');
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(date) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(date);
  const day = match
    ? `${match[1]}-${match[3]!.padStart(2, '0')}-${match[4]!.padStart(2, '0')}`
    : parseDay(date);
  return day !== undefined && isDay(day) ? day : undefined;
}
