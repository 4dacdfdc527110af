/** How a list of persons introduces each of them: `曹兴：`, `常务副市长李四同志：`, `张三市长主持…`, `一、张三`, a line `张三`. */
import type { Provision } from '../model.ts';
import { doubleSurnames, postNouns, postPrefixes, surnames } from '../vocabulary/persons.ts';
import { anyOf } from '../vocabulary/words.ts';
import { type Cell, cellOf, pieces } from './cell.ts';

export interface PersonHead {
  name: Cell;
  posts: Cell[];
  /** Where the rest of the text begins. */
  end: number;
  part?: 'heading';
}

const postWords = anyOf(postNouns);
const prefix = `(?:${anyOf(postPrefixes)})`;

/** A run of words that ends as a post does: 市委常委, 市政府党组成员. */
export const postEnd = new RegExp(`(?:${postWords})(?:（[^（）]{1,20}）)?$`);

const name = `(?:${anyOf([...doubleSurnames, ...surnames])})[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{1,8}·[\\u4e00-\\u9fff·]{1,10}`;
/** 赵敏副 in 赵敏副市长 is no name. */
const person = `(?:${name})(?<![副代原总第])`;
const dutyAhead = '(?=主持|领导|负责|分管|协助|联系|全面主持|统筹)';

/** Headings that a colon may follow as well: 备注：… */
const noPerson =
  /^(?:附件|附注|备注|附则|说明|职责|分工|要求|目标|任务|责任|主任|成员|组员|组长|标准|时间|地点|其他|其余|其它|各.+)$/;
/** Bodies end so, and so do a few names; a post behind them tells a name: 黄友会：副市长，… */
const bodyEnd = /[局委办部厅院处科队站会府所组室社司厂校镇乡县区市村]$/;

/** True where what a pattern took for a name is none. */
function isNoName(name: string, after: string): boolean {
  return noPerson.test(name) || (bodyEnd.test(name) && !postAhead.test(after));
}

/** A name with a rare surname is believed where a post or a duty follows it. */
const rare = new RegExp(
  `^([\\u4e00-\\u9fff]{2,4})(?:同志)?[ \\u3000]*[：:，,](?=[^，。；]{0,20}(?:${postWords})[，,。、]|主持|领导|负责|分管|协助)`,
);

const postAhead = new RegExp(
  `^(?:同志)?[ \\u3000]*[：:，,（(]?[ \\u3000]*[\\u4e00-\\u9fff]{0,20}(?:${postWords})(?:[，,、。；）)]|$)`,
);

const named = new RegExp(`^(${person})(?:同志)?[ \\u3000]*[：:，,]`);
const titled = new RegExp(
  `^((?:[\\u4e00-\\u9fff]{0,20}(?:${postWords})[、，]?){1,5})[ \\u3000]*(${person})(?:同志)?[ \\u3000]*[：:，,]`,
);
const spaced = new RegExp(
  `^(${person})(?:同志)?[ \\u3000]+((?:[\\u4e00-\\u9fff]{0,20}(?:${postWords})[、]?){1,5})[ \\u3000：:，,。]`,
);
/** 赵敏，副市长、党组成员：… and 孙磊（副市长）：… */
const posted = new RegExp(
  `^(${person})(?:同志)?[ \\u3000]*[，,（(]((?:[\\u4e00-\\u9fff]{0,20}(?:${postWords})[、，,]?){1,5})[）)]?(?:同志)?[ \\u3000]*[：:]`,
);
/** Without a colon only a post or 同志 tells a person from a body: 张三市长主持…, not 国家统筹…. */
const direct = new RegExp(
  `^(${person})(?:同志|(?:同志)?(${prefix}{0,6}(?:${postWords})(?:（[^（）]{1,10}）)?))(?:[：:]|[，,]?${dutyAhead})`,
);
const bareHeading = new RegExp(
  `^(${person})(?:同志)?(?:[ \\u3000（(：:，,、]*([\\u4e00-\\u9fff、，]{2,30}?)[）)]?)?[。：:]?$`,
);

const titledHeading = new RegExp(
  `^((?:[\\u4e00-\\u9fff]{0,20}(?:${postWords})[、，]?){1,5})[ \\u3000]*(${person})(?:同志)?[。：:]?$`,
);
const lone = new RegExp(
  `^(${person})(?:[ \\u3000]*同志)?(?:[ \\u3000]+((?:[\\u4e00-\\u9fff]{0,20}(?:${postWords})[、，]?){1,5})|((?:${prefix}){0,6}(?:${postWords})))?$`,
);
const spacedName = /^([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])/;

/** A line that holds a name and no more than a post: `李卫东 同志`, `赵 敏`. What stands below it must tell a person. */
export function loneHead(provision: Provision): PersonHead | undefined {
  const { text } = provision;
  // A padded name is one name: the space goes for matching, not from the text.
  const padded = spacedName.exec(text);
  const plain = padded ? text.replace(spacedName, '$1$2') : text;
  const match = lone.exec(plain.trim());
  if (!match || noPerson.test(match[1]!) || ((match[2] ?? match[3]) === undefined && bodyEnd.test(match[1]!)))
    return undefined;
  const gap = text.length - plain.length;
  const post = match[2] ?? match[3];
  const from = post === undefined ? 0 : text.lastIndexOf(post);
  return {
    name: { ...cellOf(provision, 0, match[1]!.length + gap), text: match[1]! },
    posts: post === undefined ? [] : posts(provision, from, from + post.length),
    end: text.length,
  };
}

const entry = new RegExp(
  `^(?!各|其他|每|市政府领导|有关)[^，。；：:]{2,20}(?:同志|${postWords})(?:（[^（）]{1,10}）)?[：:，,]?${dutyAhead}`,
);

/** Someone, and what he does: 吴会：联系市总工会, where a name might be a body's. */
const someone = new RegExp(`^[\\u4e00-\\u9fff·]{2,12}[：:，,]?${dutyAhead}`);

/**
 * True for a text that begins as a person's entry does, whether or not its name can be read.
 * @param among true where entries of persons stand above: there anyone who has a duty is one
 */
export function unreadHead(text: string, among: boolean): boolean {
  return entry.test(text) || (among && someone.test(text));
}

/** A name of a table's cell, with the post that may follow it; undefined where it is none. */
export function nameIn(cell: string): { name: string; post?: string } | undefined {
  const match = lone.exec(cell.replace(spacedName, '$1$2').trim());
  if (!match || noPerson.test(match[1]!) || ((match[2] ?? match[3]) === undefined && bodyEnd.test(match[1]!)))
    return undefined;
  const post = match[2] ?? match[3];
  return { name: match[1]!, ...(post ? { post } : {}) };
}

/** The head of a person's entry, or undefined where a provision speaks of no person. */
export function personHead(provision: Provision): PersonHead | undefined {
  if (provision.heading) {
    const match = bareHeading.exec(provision.heading);
    if (match && (match[2] === undefined || postEnd.test(match[2])))
      return fromHeading(provision, match[1]!, match[2]);
    const after = titledHeading.exec(provision.heading);
    if (after) return fromHeading(provision, after[2]!, after[1]);
  }
  const { text } = provision;
  for (const [pattern, nameAt, postAt] of [
    [posted, 1, 2],
    [named, 1, 0],
    [titled, 2, 1],
    [spaced, 1, 2],
    [direct, 1, 2],
    [rare, 1, 0],
  ] as const) {
    const match = pattern.exec(text);
    const name = match?.[nameAt];
    if (!match || name === undefined) continue;
    const start = text.indexOf(name, postAt === 1 ? match[1]!.length : 0);
    const post = postAt === 0 ? undefined : match[postAt];
    if (post === undefined ? isNoName(name, text.slice(start + name.length)) : noPerson.test(name)) continue;
    const from = post === undefined ? 0 : text.indexOf(post);
    return {
      name: cellOf(provision, start, start + name.length),
      posts: post === undefined ? [] : posts(provision, from, from + post.length),
      end: match[0].length,
    };
  }
  return undefined;
}

function fromHeading(provision: Provision, name: string, post: string | undefined): PersonHead {
  const heading = provision.heading!;
  const at = post === undefined ? -1 : heading.indexOf(post);
  const from = heading.indexOf(name, at === 0 ? post!.length : 0);
  return {
    name: cellOf(provision, from, from + name.length, 'heading'),
    posts: at < 0 ? [] : [cellOf(provision, at, at + post!.length, 'heading')],
    end: 0,
    part: 'heading',
  };
}

function posts(provision: Provision, start: number, end: number): Cell[] {
  return pieces(provision.text, '、，', start, end).map((piece) => cellOf(provision, piece.start, piece.end));
}
