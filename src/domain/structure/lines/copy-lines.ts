/**
 * Lines that a copy adds to a text: fields of a database, navigation of a web page, the imprint of a printed notice.
 *
 * `发布机关：国务院` → field issuer · `首页 > 政策 > 规章` → navigation · `抄送：市委各部委办。` → imprint
 */
import type { Day, PageFact } from '../../model.ts';
import { findDays, halfDigits, isDay } from '../../text/index.ts';
import {
  navigationBeginnings,
  navigationHeadings,
  navigationLabels,
  navigationWords,
} from '../../vocabulary/navigation.ts';
import { pageFields } from '../../vocabulary/page-fields.ts';
import { anyOf } from '../../vocabulary/words.ts';

const keys = new Map(
  Object.entries(pageFields).flatMap(([says, names]) =>
    names.map((name) => [name, says as PageFact] as const),
  ),
);

export interface FieldLine {
  /** As printed, without its spaces. */
  name: string;
  says: PageFact;
  value: string;
}

/** A name that can be no part of a value, behind the value of another field. */
const longName = new RegExp(
  `(?<=.)(?:${anyOf([...keys.keys()].filter((name) => name.length > 2))})[：:]`,
  'g',
);

const keyed =
  /^[•·*]?\s{0,4}(?:【\s{0,4}([\u3400-\u9fff][\u3400-\u9fff\s]{1,12})】\s?[：:]?|([\u3400-\u9fff][\u3400-\u9fff\s]{1,12})[：:])(.*)$/;
const longestField = 160;

/** A field and its value, or undefined. */
export function fieldLine(text: string): FieldLine | undefined {
  if (text.length > longestField || /。./.test(text)) return undefined;
  const match = keyed.exec(text);
  const key = match && (match[1] ?? match[2]!).replace(/\s/g, '');
  const says = keys.get(key ?? '');
  return match && says ? { name: key!, says, value: match[3]!.trim() } : undefined;
}

/**
 * The fields of a line that holds several, parted by tabs or by two spaces and more; one for any other field line. In
 * the row of a table a field and its value are cells of their own.
 *
 * `发文机关：某市政府⇥成文日期：2020年8月3日` → 发文机关, 成文日期 · `索引号⇥0001⇥主题分类⇥交通` → 索引号, 主题分类
 */
export function fieldsOfLine(text: string): FieldLine[] {
  const whole = fieldLine(text);
  const parts =
    text.length <= longestField * 3
      ? text.replace(longName, '\n$&').split(/\n|\t+|[ \u3000]{2,}(?=[\u3400-\u9fff【])/)
      : [text];
  if (parts.length === 1) return whole ? [whole] : [];
  const fields: FieldLine[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!.trim();
    if (part === '') continue;
    const field =
      fieldLine(part) ??
      (text.includes('\t') ? (fieldLine(`${part}：`) ?? otherField(part, fields)) : undefined);
    if (!field) return whole ? [whole] : [];
    const next = parts[i + 1]?.trim() ?? '';
    const apart = field.value === '' && next !== '' && !fieldLine(next) && !fieldLine(`${next}：`);
    fields.push(apart ? { ...field, value: next } : field);
    if (apart) i++;
  }
  return fields;
}

/** A name that no list has, beside a field that one has: 是否有效：是 */
function otherField(part: string, fields: readonly FieldLine[]): FieldLine | undefined {
  const match = fields.length > 0 ? /^([\u3400-\u9fff\s]{2,12})[：:](.*)$/.exec(part) : null;
  return match ? { name: match[1]!.replace(/\s/g, ''), says: 'other', value: match[2]!.trim() } : undefined;
}

/** The day of a field: `2010.05.06`, `2018年12月29日`, `2024-07-22 18:21` */
export function fieldDay(value: string): Day | undefined {
  const match = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(halfDigits(value));
  if (!match) return findDays(value.slice(0, 20))[0]?.day;
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

const navigation = new RegExp(
  `^(?:您?(?:现在|当前)?的?(?:所在)?位置[：:]|首页\\s*[>»›＞|｜/]|(?:${anyOf(navigationWords)})$|${anyOf(navigationBeginnings)}|(?:${anyOf(navigationLabels)})[：:]|(?:${anyOf(navigationHeadings)})[：:]?$|[^。]{0,20}ICP备)`,
  'i',
);
const crumb = /[|｜>»›]/;
const longestCrumb = 14;

/** `首页 > 政策 > 规章`, `首页 | 政务 | 服务` */
function isCrumbs(text: string): boolean {
  const parts = text.split(crumb).map((part) => part.trim());
  return (
    parts.length >= 3 &&
    parts.every((part, i) => part.length <= longestCrumb && (part !== '' || i === parts.length - 1)) &&
    !/[。；，]/.test(text)
  );
}

const stamped =
  /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+(?:来源|作者|字体|【|浏览|阅读)/;

/** A line of a web page around the text. */
export function isNavigation(text: string): boolean {
  return (
    text.length <= longestField &&
    text[0] !== '<' &&
    (navigation.test(text) || isCrumbs(text) || stamped.test(text))
  );
}

/** 版记: whom a notice is copied to, who printed it and when. */
export function isImprint(text: string): boolean {
  return (
    text.length <= 400 &&
    (/^(?:主题词|主送|抄送|抄报|分送|印送)(?:机关)?[：:]/.test(text) ||
      /^[（(]?共印\s*\d+\s*份[）)]?[。.]?$/.test(text) ||
      /^[\u3400-\u9fff]{2,30}[\s\u3000]*\d{4}年\d{1,2}月\d{1,2}日印$/.test(text) ||
      isPrinted(text))
  );
}

/** `甲市人民政府办公室 二〇二一年四月十六日印发`, `2021年4月16日印发` */
function isPrinted(text: string): boolean {
  const day = text.endsWith('印发') ? findDays(text)[0] : undefined;
  return day?.end === text.length - 2 && /^[\u3400-\u9fff\s]{0,30}$/.test(text.slice(0, day.start));
}
