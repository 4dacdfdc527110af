/** What the tables of phrasings share: the shape of a row, and how its parts become an operation. */
import type { Locator, Operation, ProvisionType, WordChange } from '../../model.ts';
import { type Context, type Target, targetsOf } from './context.ts';
import type { Quotation } from './quotes.ts';
import { addressesIn, quotesIn } from './tokens.ts';

/** What a row makes: an operation without its place. */
export type Draft = Omit<Operation, 'clause' | 'instruction' | 'position'>;
export type Groups = Record<string, string | undefined>;

export interface Phrase {
  name: string;
  pattern: RegExp;
  /** True where a quotation may go into another one: “甲”中的“乙”修改为“丙”. */
  absorbs?: boolean;
  /** The operations meant, or undefined where the words fit but make no sense. An empty list: understood, changes nothing. */
  read(parts: Groups, context: Context): Draft[] | undefined;
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

export function textOf(quotation: Quotation): string {
  return quotation.lines.join('');
}

export function flat(targets: readonly Target[]): Locator[] {
  return targets.flatMap(({ locators }) => locators);
}

export function placed(target: Target): Pick<Draft, 'targets' | 'part' | 'partNumber'> {
  return {
    targets: target.locators,
    ...(target.part ? { part: target.part } : {}),
    ...(target.partNumber ? { partNumber: target.partNumber } : {}),
  };
}

export function placeOrLast(piece: string | undefined, context: Context): Target[] {
  return piece === undefined ? context.last : targetsOf(addressesIn(context.tokens, piece), context);
}

export function contentOf(
  piece: string | undefined,
  context: Context,
): Pick<Draft, 'content' | 'groups' | 'assumed'> {
  const quotations = quotesIn(context.tokens, piece).filter(({ lines }) => lines.length > 0);
  if (quotations.length === 0) return {};
  const assumed = quotations.some(({ marked }) => !marked)
    ? ['新条文未加引号，按所在行取用']
    : quotations.some(({ closed }) => !closed)
      ? ['引号未闭合，引文取至下一条款之前']
      : [];
  return {
    content: quotations.flatMap(({ lines }) => lines),
    groups: quotations.map(({ lines }) => lines.length),
    ...(assumed.length > 0 ? { assumed } : {}),
  };
}

export function destinationAs(locators: readonly Locator[]): Pick<Draft, 'destination'> {
  const [locator, ...also] = locators;
  return locator ? { destination: { locator, position: 'as', ...(also.length > 0 ? { also } : {}) } } : {};
}

/** One operation for each place that is not a provision, and one for all provisions together. */
export function words(targets: readonly Target[], changes: WordChange[]): Draft[] {
  const plain = targets.filter(({ part }) => !part);
  const drafts: Draft[] = targets
    .filter(({ part }) => part)
    .map((target) => ({ op: 'replaceWords', ...placed(target), words: changes }));
  if (plain.length > 0 || targets.length === 0)
    drafts.push({ op: 'replaceWords', targets: flat(plain), words: changes });
  return drafts;
}

export function isContainer(type: ProvisionType | undefined): boolean {
  return type === 'chapter' || type === 'section' || type === 'part';
}

export function substitution(
  targets: readonly Target[],
  content: string | undefined,
  context: Context,
): Draft[] | undefined {
  const made = contentOf(content, context);
  if (!made.content) return undefined;
  const drafts: Draft[] = [];
  const plain = targets.filter(({ part }) => !part);
  for (const target of targets) {
    if (!target.part) continue;
    const retitles = target.part === 'title' || target.part === 'heading' || target.part === 'introduction';
    drafts.push({ op: retitles ? 'retitle' : 'substitute', ...placed(target), ...made });
  }
  if (plain.length > 0) drafts.push({ op: 'substitute', targets: flat(plain), ...made });
  return drafts;
}

/** 但第三条除外; （第三条、第五条除外）; 但第一条中的“《甲条例》”除外 */
export const exception =
  '(?:[，,（(]?(?:但|但是)?(?<except>{TS})?(?:中的?)?(?<left>{QL})?(?:除外|不变|不作修改|不在此限|不在此列)[）)]?)?';

/**
 * What an instruction on words leaves alone. Its places are not what follows is about.
 * @returns undefined where one is less than a provision: 但第一条第二句除外
 */
export function exceptions(parts: Groups, context: Context): Pick<Operation, 'except'> | undefined {
  const piece = [parts.exempt, parts.outside, parts.except].find((found) => found !== undefined);
  const { steps, last } = context;
  context.steps = [];
  const places = targetsOf(addressesIn(context.tokens, piece), context);
  Object.assign(context, { steps, last });
  if (places.some(({ part }) => part)) return undefined;
  const locators = flat(places);
  const words = quotesIn(context.tokens, parts.left).map(textOf);
  const except: Operation['except'] =
    words.length === 0
      ? locators.map((place) => ({ place }))
      : words.flatMap((left) =>
          locators.length === 0 ? [{ words: left }] : locators.map((place) => ({ place, words: left })),
        );
  return except.length > 0 ? { except } : {};
}
