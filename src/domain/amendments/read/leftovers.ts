/** Words of a clause that no phrasing took: of no consequence, told, or an operation that was not understood. */
import type { Operation } from '../../model.ts';
import type { Context } from './context.ts';
import { looksLikeInstruction } from './frame.ts';
import type { Remark } from './lines.ts';
import type { Said } from './phrase.ts';
import { addressesIn, L, positionOf, Q, type Tokens, wordsOf } from './tokens.ts';

/** An instruction that no phrasing fits. */
export const unread: Said = { op: 'unknown', targets: [] };

/** Commas and spaces at the end of words: `第三款，` → 第三款 */
export const trailing = /(?<![，、\s])[，、\s]+$/;

/** What a phrase says, as an operation with its place in the decision. */
export function finish(said: Said, context: Context, start: number, end: number): Operation {
  const { clause, tokens } = context;
  const position = positionOf(tokens, clause, start, end);
  const doubt = said.doubt ?? sharedPart(tokens, start, end);
  const clauseId = clause.origins[0]?.line.eId;
  return {
    ...(context.of === undefined ? {} : { of: context.of }),
    ...said,
    ...(doubt === undefined ? {} : { doubt }),
    clause:
      clause.label === undefined
        ? { is: 'unnumbered', line: position.start.line }
        : { is: 'numbered', label: clause.label },
    ...(clauseId === undefined ? {} : { clauseId }),
    instruction: wordsOf(tokens, clause, start, end).trim(),
    position,
  };
}

/** 删去第一款、第三款第一句: the first sentence of each, or the whole of the first 款. */
function sharedPart(tokens: Tokens, start: number, end: number): string | undefined {
  const shared = addressesIn(tokens, tokens.text.slice(start, end)).some(
    ({ part, locators: [first, ...more] }) =>
      first && (more.length > 0 || first.through) && /^(?:sentences|proviso|half|lead)$/.test(part.kind),
  );
  return shared
    ? '所说的句子、但书等可以是所列每一处的，也可以只是最后一处的，按每一处处理，请核对'
    : undefined;
}

/** Names a place or quotes words. */
const telling = new RegExp(`[${Q}${L}]`);
/**
 * Words of no consequence on their own, or an instruction that was not understood. Each is taken once, as long as it can
 * be: tried in all their ways, 会议决定会议决定… would never end.
 */
const harmless =
  /^(?:(?=([（(]见?[\uec00-\uf5ff][）)]?|对?[^“”]{0,12}部?(?:行政法规|地方性法规|规章|规范性文件|司法解释|法规|法律)[^“”]{0,20}(?:予以|作出|进行)(?:修改|废止|打包修改)|[^“”\ue000-\uf8ff]{0,40}(?:决定|会议)|相应地?|具体|其中|作(?:出|如下|以下)*修改|如下|即|规定|内容|条文|原|其他|其余|不变|不作修改|未作修改|保留|[（(](?![^）)]*(?:施行|实施|生效|执行|期|起|后|前|除|不|限))[^）)\ue000-\uf5ff]{0,30}[）)]|[，、。；：:\s的地得了及和与并]))\1)*$/;

/** 根据《甲法》第九条, 为了与上位法相衔接: why it is done, not what. */
const basis = new RegExp(`^(?:根据|依照|按照|依据|鉴于|为了?)[^${Q}]*$`);

/** True for words that say more than that something is done. */
export function bears(text: string): boolean {
  return text !== '' && !harmless.test(text) && !basis.test(text) && !looksLikeInstruction(text);
}

/** Makes an operation of words that tell one, and answers a remark for those that do not. */
export function report(
  operations: Operation[],
  context: Context,
  start: number,
  end: number,
): Remark | undefined {
  const { clause, tokens } = context;
  const text = tokens.text.slice(start, end).replace(trailing, '');
  if (text === '' || harmless.test(text)) return undefined;
  if (!looksLikeInstruction(text) && (!telling.test(text) || basis.test(text))) {
    const position = positionOf(tokens, clause, start, start + text.length);
    const words = wordsOf(tokens, clause, start, start + text.length);
    const remark = { text: words.slice(0, 40), position, severity: 'info' } as const;
    if (!basis.test(text))
      return { ...remark, rule: 'decision-prose', reason: '未识别为修改指令的文字，未作处理' };
    return undefined;
  }
  operations.push(finish(unread, context, start, start + text.length));
  return undefined;
}
