/** What the tables of phrasings share: the shape of a row, and how the parts it found become targets and wording. */
import type { Change, Instruction, Locator, ProvisionType, Target, Wording } from '../../model.ts';
import { type Context, destinationsOf, targetsOf } from './context.ts';
import type { Quotation } from './quotes.ts';
import { addressesIn, quotesIn } from './tokens.ts';

/** What a row makes: an operation without its place in the decision. */
export type Said = Change & Pick<Instruction, 'assumed' | 'doubt' | 'of'>;
export type Groups = Record<string, string | undefined>;

export interface Phrase {
  name: string;
  pattern: RegExp;
  /** True where a quotation may go into another one: “甲”中的“乙”修改为“丙”. */
  absorbs?: boolean;
  /** True where it only names the place of what follows: 第十三条作如下修改： */
  heads?: boolean;
  /** The operations meant, or undefined where the words fit but make no sense. An empty list: understood, changes nothing. */
  read(parts: Groups, context: Context): Said[] | undefined;
}

export const units: Readonly<Record<string, ProvisionType>> = {
  条: 'article',
  款: 'paragraph',
  自然段: 'paragraph',
  项: 'item',
  目: 'point',
  章: 'chapter',
  节: 'section',
  编: 'part',
  分编: 'part',
};

export function textOf({ lines }: Quotation): string {
  return lines.join('');
}

/** The targets that a part of a clause names; they are what follows is about. */
export function targetsIn(piece: string | undefined, context: Context): Target[] {
  return targetsOf(addressesIn(context.tokens, piece), context);
}

/** The targets named, or where the part is left out those named last. */
export function targetsOrLast(piece: string | undefined, context: Context): Target[] {
  return piece === undefined ? context.last : targetsIn(piece, context);
}

/** Addresses that name new targets. */
export function numbersIn(piece: string | undefined, context: Context): Locator[] {
  return destinationsOf(addressesIn(context.tokens, piece), context);
}

/** The words of each quotation. */
export function wordsIn(piece: string | undefined, { tokens }: Context): string[] {
  return quotesIn(tokens, piece).map(textOf);
}

/** 之后, 后面 → after · 前 → before · 中, 最后 → neither */
export function sideOf(words: string | undefined): 'before' | 'after' | undefined {
  if (/^之?前/.test(words ?? '')) return 'before';
  return /^之?后/.test(words ?? '') ? 'after' : undefined;
}

/** True where all targets are provisions as such, not parts of them and not the title or an annex. */
export function areProvisions(targets: readonly Target[]): boolean {
  return targets.every(({ kind }) => kind === 'provision');
}

/** New wording, with what had to be assumed of its marks. */
export function wordingIn(
  piece: string | undefined,
  { tokens }: Context,
): { wording: Wording; assumed?: string[] } {
  const quotations = quotesIn(tokens, piece).filter(({ lines }) => lines.length > 0);
  const assumed = quotations.some(({ marked }) => !marked)
    ? ['新条文未加引号，按所在行取用']
    : quotations.some(({ closed }) => !closed)
      ? ['引号未闭合，引文取至下一条款之前']
      : [];
  return { wording: quotations.map(({ lines }) => lines), ...(assumed.length > 0 ? { assumed } : {}) };
}

/** One more thing that had to be assumed. */
export function assuming(said: readonly Said[] | undefined, note: string): Said[] | undefined {
  return said?.map((one) => ({ ...one, assumed: [...(one.assumed ?? []), note] }));
}

/** New wording of the targets: one operation for all provisions together, one for each place of another kind. */
export function substitution(
  targets: readonly Target[],
  piece: string | undefined,
  context: Context,
  former?: readonly string[],
): Said[] | undefined {
  const made = wordingIn(piece, context);
  if (made.wording.length === 0) return undefined;
  const whole = targets.filter(({ kind }) => kind === 'provision');
  const parts = targets.filter(({ kind }) => kind !== 'provision');
  // 第一句、第三句修改为：“甲。”“乙。”: one quotation each.
  const { wording } = made;
  if (parts.length > 1 && wording.length !== parts.length) return undefined;
  const said = parts.flatMap((place, i): Said[] => {
    const own = parts.length > 1 ? { ...made, wording: [wording[i]!] } : made;
    switch (place.kind) {
      case 'annex':
        return [{ op: 'annex', targets: [place], ...own }];
      case 'title':
      case 'heading':
      case 'introduction':
      case 'contents':
        return [{ op: 'retitle', targets: [place], ...own }];
      default:
        return [{ op: 'substitute', targets: [place], ...own, former }];
    }
  });
  return whole.length > 0 ? [...said, { op: 'substitute', targets: whole, ...made, former }] : said;
}

/** The quotations that an operation keeps. */
export function keptIn(said: Said): string[] {
  const wording = 'wording' in said ? said.wording.flatMap((lines) => [...lines, lines.join('')]) : [];
  if (said.op === 'substitute') return [...wording, ...(said.former ?? [])];
  if (said.op !== 'replaceWords') return wording;
  return [
    ...Object.values(said.change).filter((value) => typeof value === 'string'),
    ...said.except.flatMap(({ words }) => words ?? []),
  ];
}

/** True for an operation on words that only strikes them. */
export function strikes(said: Said | undefined): boolean {
  return said?.op === 'repeal' || (said?.op === 'replaceWords' && said.change.kind === 'strike');
}
