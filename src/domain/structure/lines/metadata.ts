/**
 * Lines that frame a text: addressees, signatures, disclosure. One recogniser a kind of line.
 */
import type { Day, Signatory } from '../../model.ts';
import { parseDay, squared } from '../../text/index.ts';
import { closingOpenings, closingWords, submitted, submittedTo } from '../../vocabulary/closings.ts';
import { addresseeNouns, bodyNouns, personNouns } from '../../vocabulary/organs.ts';
import { signingPosts } from '../../vocabulary/persons.ts';
import { anyOf } from '../../vocabulary/words.ts';

const addressed = new RegExp(
  `^(?:[\\u3400-\\u9fff]{0,8}各(?:省|市|县|区|地|州|盟|部|直属|有关)|各|市|省|县|区|国务院|中共|[\\u3400-\\u9fff]{2,30}(?:${anyOf(addresseeNouns)})|[\\u3400-\\u9fff]{1,8}(?:${anyOf(personNouns)})[：:]$)`,
);

/** 主送机关: `各县（市、区）人民政府，市府直属各单位：` */
export function isAddressees(text: string): boolean {
  return (
    text.length <= 200 &&
    /[：:]$/.test(text) &&
    !/[。；]/.test(text) &&
    addressed.test(text) &&
    !/(?:如下|下列|以下|通知|规定|意见|事项|工作|修改|决定|决议|通过|命令|同意|批准|强调|指出|要求|认为|任命|免去|公布|公告)[：:]$|[》“”]|(?:废止|失效|停止执行)/.test(
      text,
    )
  );
}

const closing = new RegExp(
  `^(?:(?:${anyOf(closingOpenings)})[\\u3400-\\u9fff]{1,6}|${anyOf(closingWords)})[。！]?$`,
);

const request = new RegExp(
  `^以上(?:${anyOf(submitted)})[^。；]{0,20}请[^。；]{0,20}(?:${anyOf(submittedTo)})[^。；]{0,20}。?$`,
);

/** `特此公告。`, `此复。`, `以上意见如无不妥，请批转各地执行。`: it closes the whole document, whatever stands above it. */
export function isClosing(text: string): boolean {
  return (text.length <= 10 && closing.test(text)) || request.test(text);
}

export function isDisclosure(text: string): boolean {
  return /^(?:公开方式|公开属性|[（(]?(?:政府|政务)?信息公开(?:方式|属性|选项|形式|类型|类别))\s*[：:]/.test(
    text,
  );
}

/** 附注: `（此件公开发布）` */
export function isRemark(text: string): boolean {
  return (
    /^[（(]联系(?:人|电话|地址|方式)[：:][^（）()]{1,60}[）)]$/.test(text) ||
    (/^[（(](?:此[件文]|本文|内容有?|有)[^（）()]{1,20}[）)]$/.test(text) && !/\d{4}/.test(text))
  );
}

/** `联系单位及电话：某部某司 010-1234567` below a signature. */
export function isContact(text: string): boolean {
  return text.length <= 80 && /^联系(?:人|单位|部门|电话|方式|地址)[^：:。]{0,8}[：:]/.test(text);
}

const posts = anyOf(signingPosts);
/** `丁一`, `丁　一`, `买合木提·丁一` */
const personName =
  '[\\u3400-\\u9fff·]{2,12}(?:[ \\u3000][\\u3400-\\u9fff])?|[\\u3400-\\u9fff][ \\u3000]{1,4}[\\u3400-\\u9fff]';
const signing = new RegExp(
  `([\\u3400-\\u9fff]{0,12}(?:${posts}))[：:\\s\\u3000]+(${personName})(?:[\\s\\u3000]+|$)`,
  'gy',
);

/** A post set wide: `市 长 曾进泽` */
const spacedPost = new RegExp(
  `(?<=^|\\s)([\\u3400-\\u9fff]{0,3})((?:${posts.replace(/[\u3400-\u9fff](?=[\u3400-\u9fff])/g, '$&[ \\u3000]+')}))(?=[：:\\s])`,
  'g',
);

/** A line of more is a row of a table. */
const longestSigned = 100;

/** `市长 曾进泽`, `市 长　丁　一`, `省长　丁一　　司令员　王二` → post and name of each; none where the line holds anything else */
export function signatories(text: string): Signatory[] {
  if (text.length > longestSigned) return [];
  const words = text.trim().replace(spacedPost, (post) => post.replace(/\s/g, ''));
  const found = [...words.matchAll(signing)];
  const read = found.reduce((length, [printed]) => length + printed.length, 0);
  if (read < words.length) return [];
  return found.map(([, post = '', name = '']) => ({ post, name: name.replace(/\s/g, '') }));
}

const anySignatory = new RegExp(`^[\\u3400-\\u9fff]{2,12}[：:\\s\\u3000]{1,8}(?:${personName})$`);

/** A post that no list has, and a name: `警备区长　丁一`; no two bodies. */
export const readsAsSignatory = (text: string): boolean =>
  anySignatory.test(text) && !text.split(/[：:\s]+/).some(isOrgan);

const tightSignatory = new RegExp(`^((?:代)?(?:${posts}))([\\u3400-\\u9fff]{2,3})$`);

/** `省长袁某`, pulled together from a line of single characters: a signature where its day stands below it. */
export function signatoryAboveDay(text: string): Signatory[] {
  const match = text.length <= 12 ? tightSignatory.exec(text) : null;
  return match ? [{ post: match[1]!, name: match[2]! }] : [];
}

const postPattern = new RegExp(`^[\\u3400-\\u9fff]{0,8}(?:${posts})$`);

/** A post on a line of its own, the name lost or left blank: `省长` */
export function isPost(text: string): boolean {
  return text.length <= 12 && postPattern.test(text);
}

const organEnd = new RegExp(`(?:${anyOf(bodyNouns)})(?:（[^）]{1,12}）)?$`);

/** A body's name on a line of its own, as a signature. */
export function isOrgan(text: string): boolean {
  return (
    text.length >= 2 && text.length <= 60 && !/[。，；：:、“”\u3008-\u300b]/.test(text) && organEnd.test(text)
  );
}

/** The day of a line that holds nothing else. */
export const dayLine = (text: string): Day | undefined => (text.length <= 24 ? parseDay(text) : undefined);

/** 统一编号 of letters and digits alone, as 广州 prints it: `GZ0320210030` */
export const letteredNumber = (text: string): string | undefined => /^[A-Z]{2,6}\d{6,16}$/.exec(text)?.[0];

/** 红头: `某市交通运输局文件` */
export const isRedHead = (text: string): boolean => /^[\u3400-\u9fff、\s]{4,40}文件$/.test(text);

export interface AnnexLabel {
  /** Without its spaces: `附件1`, `附表一`, `附录A`. */
  label: string;
  title: string;
  /** As printed, with its punctuation. */
  mark: string;
}

const annexNumber =
  '[〇零一二三四五六七八九十]{1,3}|\\d{1,3}(?:[-－.]\\d{1,2})?|[A-ZＡ-Ｚ]|[（(](?:[一二三四五六七八九十]{1,3}|\\d{1,2})[）)]';
const annexPattern = new RegExp(
  `^(\\[?)(附\\s*[件表录錄图圖]|附)\\s*(${annexNumber})?(\\]?)(\\s*[：:]\\s*|\\s*[.．、]\\s*(?!\\d)|\\s+|$|(?=\\p{Ps}))(.*)$`,
  'u',
);
/** `附件1某某表`: a number with its title directly behind it. */
const tightAnnex =
  /^(附\s*[件表录錄])\s*(\d{1,3}|[一二三四五六七八九十]{1,2})((?![的所中和与及或至是为由应已规年月日、]|等)[\u3400-\u9fff][^。；，：]{2,40})$/;
export const longestAnnexTitle = 80;

/** 附件 on a line of its own, with or without number: the annex follows. */
export function annexLabel(text: string): AnnexLabel | undefined {
  if (!/^.?附/.test(text) || text.length > longestAnnexTitle + 20) return undefined;
  const match = annexPattern.exec(squared(text));
  if (!match) {
    const tight = tightAnnex.exec(text);
    if (!tight) return undefined;
    const label = `${tight[1]!.replace(/\s/g, '')}${tight[2]}`;
    return { label, title: tight[3]!, mark: text.slice(0, text.length - tight[3]!.length).trim() };
  }
  const [, open, word, number = '', close, separator, { length }] = match as unknown as [
    string,
    string,
    string,
    string | undefined,
    string,
    string,
    string,
  ];
  const title = text.slice(text.length - length);
  if ((open === '') !== (close === '') || title.length > longestAnnexTitle || /[。；]$/.test(title))
    return undefined;
  // 附：… needs its colon, and 附件（…） a number: otherwise they are words of a sentence.
  if (word === '附' && number === '' && text !== '附' && !/[：:]/.test(separator)) return undefined;
  if (separator === '' && title !== '' && number === '') return undefined;
  const mark = text.slice(0, text.length - title.length).trim();
  return { label: word.replace(/\s/g, '') + number.replace(/[（()）]/g, ''), title: title.trim(), mark };
}

/** Words that only end a title, never a part of one. */
const lastWords =
  /(?:通知|通报|决定|决议|办法|条例|规定|细则|规则|法|意见|批复|函|令|公告|通告)(?:（[^（）]{1,12}）)?$/;

/** True where a title is whole. */
export function endsTitle(text: string): boolean {
  return lastWords.test(text) && !/[。；：，]/.test(text);
}

/** `中华人民共和国主席令第一〇一号`: laws are promulgated by the one office that is no body. */
const isHeadOfState = (text: string): boolean => /^(?:中华人民共和国)?主席$/.test(text);

/** Who issues it, from a title `湛江市人民政府关于…`; joint issuers stand with a space between. */
export function issuerOf(title: string): string | undefined {
  const match =
    /^(.{2,60}?)(?:关于|印发|转发|批转|颁发|令(?:[第\p{Ps}\d]|$)|[公通]告(?:[第\p{Ps}\d]|$)|对)/u.exec(title);
  if (!match) return undefined;
  const parts = match[1]!.split(/[\s　、]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isOrgan(part) || isHeadOfState(part))
    ? match[1]!
    : undefined;
}
