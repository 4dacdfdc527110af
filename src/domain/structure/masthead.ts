/**
 * What an issue prints of itself: 刊名, 期号, 出版日期, 主办, above its contents and at its end.
 *
 * `样城市人民政府公报` ⏎ `2023年第1期（总第86期）` ⏎ `2023年4月5日出版` → title, number, total number, day
 */
import type { Masthead, TextLine } from '../model.ts';
import { findDays, halfDigits } from '../text/index.ts';

const keyed =
  /^(?:主\s*管|主\s*办|主管主办|承\s*办|编\s*辑|编辑出版|编\s*印|出\s*版|出版发行|印\s*刷|承\s*印|发\s*行|地\s*址|社\s*址|编辑部地址|邮\s*编|邮政编码|电\s*话|联系电话|传\s*真|网\s*址|电子邮箱|投稿邮箱|准印证号?|刊\s*号|国内统一(?:连续出版物|刊)号|国际标准(?:连续出版物|刊)号|ISSN|CN|定\s*价|赠\s*阅|主\s*编|责任编辑|印\s*数|邮发代号|开\s*本)(?:单位|日期|时间|机关|号)?\s*[：:]?/;
const frequency = /^[（(]?(?:周|旬|半月|月|双月|季|半年|年)刊[)）]?$/;
const numbered =
  /^(?:(\d{4})\s*年\s*)?第\s*(\d{1,3})\s*期\s*[（(]?\s*(?:总\s*第?\s*(\d{1,5})\s*期)?\s*[)）]?/;
const total = /^[（(]?\s*总\s*第?\s*(\d{1,5})\s*期\s*[)）]?/;
const dated = /^[（(]?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:出版|出刊|刊印|编印|印)?[)）]?(?=\s|$)/;

/** Facts of one line of a masthead, or undefined where it is none. */
export function mastheadFacts(line: string): Masthead | undefined {
  const text = halfDigits(line).trim();
  if (text.length > 80 || /。/.test(text)) return undefined;
  const title = /^([\u3400-\u9fff\s]{2,24}公\s*报)(?:\s*(.+))?$/.exec(text);
  if (title) {
    const more = title[2] === undefined ? {} : mastheadFacts(title[2]);
    return more && { title: title[1]!.replace(/\s/g, ''), ...more };
  }
  const number = numbered.exec(text) ?? total.exec(text);
  if (number) {
    const printed = number[2] ? `${number[1] ? `${number[1]}年` : ''}第${number[2]}期` : undefined;
    const whole = number[2] ? number[3] : number[1];
    const rest = text.slice(number[0].length).trim();
    const more = rest === '' ? {} : mastheadFacts(rest);
    return (
      more && {
        ...(printed ? { number: printed } : {}),
        ...(whole ? { total: `总第${whole}期` } : {}),
        ...more,
      }
    );
  }
  const day = dated.exec(text);
  if (day) {
    const published = findDays(day[0])[0]?.day;
    const rest = text.slice(day[0].length).trim();
    const more = rest === '' ? {} : mastheadFacts(rest);
    // A day that no calendar has is the masthead's all the same.
    return more && { ...(published ? { published } : {}), ...more };
  }
  if (/^(?:刊号|CN|ISSN|国内统一|国际标准)/.test(text)) return {};
  const sponsor = /^(?:主\s*办|主管主办)(?:单位|机关)?\s*[：:]\s*(\S+)$/.exec(text);
  if (sponsor) return { sponsor: sponsor[1]! };
  const behind = /^([\u3400-\u9fff]{4,30}?)(?:主管)?主办(?:\s*(.+))?$/.exec(text);
  if (behind) {
    const more = behind[2] === undefined ? {} : mastheadFacts(behind[2]);
    return more && { sponsor: behind[1]!, ...more };
  }
  const known = keyed.test(text) && (/[：:]/.test(text) || /\d/.test(text));
  return known || frequency.test(text) || /^[A-Z][A-Z\s']{9,}$/.test(text) ? {} : undefined;
}

/** Index of the first line of the imprint that closes an issue; the number of lines where it prints none. */
export function imprintStart(lines: TextLine[]): number {
  let at = lines.length;
  // A bare day above it signs the last document.
  while (at > 0 && mastheadFacts(lines[at - 1]!.text) && !/日[)）]?$/.test(lines[at - 1]!.text)) at--;
  const tail = lines.slice(at).map(({ text }) => text);
  const sure = tail.some((text) =>
    /^(?:主\s*[管办]|编辑出版|编\s*印|准印|刊号|国内统一|国际标准|邮发)/.test(text),
  );
  return sure ? at : lines.length;
}
