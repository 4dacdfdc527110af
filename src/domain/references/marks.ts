/**
 * Words that point without an address: 下列情形 (the list that follows), 上述条件 (said before), 本办法所列的…,
 * and texts that are only promised (另行制定).
 */
import { oncePer } from '../model/once.ts';
import type { Provision } from '../model.ts';
import { ancestorOf, contains, type ProvisionIndex } from './provision-index.ts';

export interface Mark {
  start: number;
  end: number;
  kind: 'following' | 'above' | 'listed' | 'promised' | 'authority';
  /** The words that follow, from which the noun is taken: 条件外，还应当… */
  noun: string;
}

const patterns: readonly [Mark['kind'], RegExp][] = [
  [
    'following',
    /(?:下列|(?<![0-9０-９〇一二三四五六七八九十百千万元年月日天吨克斤米岁倍％%个级县市区厅处科度期])(?:以下|如下))(?![简统合通]?称)([\u4e00-\u9fff]{0,12})/g,
  ],
  ['above', /(?:上述|前述)(?!规定|第)([\u4e00-\u9fff]{1,12})/g],
  ['listed', /本(?:法|条例|规定|办法|细则|规则)(?:中)?所列(?:举)?的?([\u4e00-\u9fff]{2,12})/g],
  ['promised', /另行(?:制定|规定|公布|发布|印发)(?!的?除外|外|的)()/g],
  ['authority', /原(?:许可|发证|颁证|登记|审批|批准|备案|核准|注册|受理|审核)(?:机关|部门)()/g],
];

/** Every such word of a text, in order. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const noun = match[1] ?? '';
      marks.push({ start: match.index, end: match.index + match[0].length - noun.length, kind, noun });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

export type MarkTarget = { first: Provision; last: Provision } | { reason: string };

/** What a mark points at, seen from the provision that says it; undefined where it points at nothing in particular. */
export function markTarget(index: ProvisionIndex, mark: Mark, here: Provision): MarkTarget | undefined {
  if (mark.kind === 'following') return following(here);
  if (mark.kind === 'listed') return listed(index, mark, here);
  if (mark.kind === 'above') return above(index, mark, here);
  if (mark.kind === 'promised') return { reason: '授权另行制定，所制定的文件名称与日期本文未载' };
  return { reason: '指先前作出该行为的机关，条文未写明条号' };
}

/** The list under the provision itself. Without one, 以下 is an ordinary word. */
function following(here: Provision): MarkTarget | undefined {
  const list = here.children.filter(
    ({ type, quoted }) => !quoted && (type === 'item' || type === 'point' || type === 'level'),
  );
  const [first, last] = [list[0], list.at(-1)];
  return first && last ? { first, last } : undefined;
}

/** Longest beginning of a phrase that a text holds, of two characters or more. */
function sharedNoun(phrase: string, text: string): string | undefined {
  for (let length = Math.min(phrase.length, 8); length >= 2; length--) {
    if (text.includes(phrase.slice(0, length))) return phrase.slice(0, length);
  }
  return undefined;
}

/** 上述条件 → the list that 下列条件 announced in the same article, or words of the same provision before it. */
function above(index: ProvisionIndex, mark: Mark, here: Provision): MarkTarget {
  const before = here.text.slice(0, mark.start);
  if (sharedNoun(mark.noun, before)) return { first: here, last: here };
  const article = ancestorOf(index, here, 'article');
  const order = index.orderOf.get(here) ?? 0;
  const candidates = (article ? flat(article) : []).filter((node) => {
    if ((index.orderOf.get(node) ?? 0) >= order || contains(index, node, here)) return false;
    return announces(node, mark.noun);
  });
  const holder = candidates.at(-1);
  const list = holder && following(holder);
  if (list) return list;
  return { reason: `“${here.text.slice(mark.start, mark.end)}”所指不能从条文确定` };
}

/** 本办法所列的环境违法行为 → the lists that 下列环境违法行为 announced, the speaker's own aside. */
function listed(index: ProvisionIndex, mark: Mark, here: Provision): MarkTarget {
  const holders = listHolders(index).filter(
    (node) => !contains(index, node, here) && announces(node, mark.noun),
  );
  const [first, last] = [holders[0], holders.at(-1)];
  if (first && last) return { first, last };
  return { reason: `“${here.text.slice(mark.start, mark.end)}”所指不能从条文确定` };
}

/** Provisions with a list under them. */
const listHolders = oncePer(({ roots }: ProvisionIndex): Provision[] =>
  roots.flatMap(flat).filter((node) => following(node) !== undefined),
);

/** True where a provision introduces a list of such things: 下列条件, 以下情形. */
function announces(node: Provision, noun: string): boolean {
  if (!following(node)) return false;
  for (const match of node.text.matchAll(/(?:下列|以下)([\u4e00-\u9fff]{2,12})/g)) {
    const shared = sharedNoun(noun, match[1]!);
    if (shared && match[1]!.startsWith(shared)) return true;
  }
  return false;
}

function flat(node: Provision): Provision[] {
  return [node, ...node.children.flatMap(flat)];
}
