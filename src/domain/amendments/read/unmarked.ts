/** New wording that stands without marks, and where it ends. */
import { type FrameKind, looksLikeInstruction } from './frame.ts';

/** A decision's own words behind wording without marks: 条文顺序作相应调整。 同时，对附件1…进行调整。 说明：… */
const aside =
  /^(?:(?:此外|同时|另外|并|相应地?)[，,]?(?:对|将|把|删|增|附)|(?:此外[，,]?)?(?:对|将)?(?:(?:其他|其余|相关|有关|以下|以后)(?:的)?)?(?:条文|条款|条|款|项|章节?)(?:的)?(?:顺序|序号|次序|编号)|(?:其后|以后|以下|后面|其余)(?:的)?各?[条款项章节][^，。；]{0,12}(?:顺延|递延|类推|[前后]移)|(?:说明|备注|注)[：:])/;
/** Instructions on a line of wording without marks: 新文。原第二款改为第三款。 */
const instructing =
  /(?<=[。；])(?:同时|此外|另外|相应地?|并)?[，,]?(?:(?:原|将|把|对|在)*第[^，。；]{1,12}[条款项目章节]|删[去除]|增加[一二两三四五六七八九十]{1,3}[条款项目章节]|(?:其后|以后|以下|后面)(?:的)?各?[条款项])[^。；]*|(?<=[，。；])原(?:第[^，。；]{1,12}[条款项]|条文|条款)[^。；]*/g;

/** Where the decision speaks again on a line of wording without marks; the line's length where it does not. */
export function wordingEnd(line: string): number {
  for (const { 0: words, index } of line.matchAll(instructing)) if (looksLikeInstruction(words)) return index;
  return line.length;
}

/** An instruction on one 款, 项 or 目 at the end of these words. */
const onePart =
  /(?:第[一二三四五六七八九十百\d]+|增加一)[款项目](?:[，,]?(?:作为|为)第[一二三四五六七八九十百\d]+[款项目])?(?:[，,]?(?:内容|规定|的内容|全文))?.?$/;

/** Names a provision: 新增的项目应当改为… is law, 原第二款改为第三款 is the decision's. */
const addressed = /第[^，。；]{1,12}[条款项目章节]|[款项条]，/;

/** True where the words of a line are the decision's own and no wording. */
export function speaksAgain(outside: string, kind: FrameKind | undefined): boolean {
  if ((looksLikeInstruction(outside) && addressed.test(outside)) || aside.test(outside)) return true;
  // 本办法自…起施行 is wording; 本决定自…起施行 is the decision's own.
  return kind !== undefined && !(kind === 'effect' && !/^本(?:决定|修正案|命令|通知|公告)/.test(outside));
}

const opening =
  /(修改为|修正为|修订为|改为|即|规定|内容(?:为|如下)|如下|(?:作为|列为|编为)第[^，。：:；]{1,16}|增加[^，。：:；]{0,12})[：:]([^：:]*|（[^：:]*：)$/;

/**
 * New wording without marks at the end of a line.
 * @returns where it stands, empty where it follows on the next line, and whether that is all of it; undefined where
 *   the line opens none
 *
 * `第二款修改为：灯会免费。原第三款改为第四款。` → 灯会免费。, whole
 */
export function wordingOn(text: string): { start: number; end: number; whole: boolean } | undefined {
  const match = opening.exec(text);
  if (!match) return undefined;
  const [, verb, inline] = match as unknown as [string, string, string];
  if (inline !== '' && inline.length < 6 && !/[。；]$/.test(inline)) return undefined;
  if (/^(?:即|规定|内容|如下)/.test(verb) && inline !== '' && looksLikeInstruction(inline)) return undefined;
  const start = text.length - inline.length;
  // One 款 or 项 that stands on the line of its instruction is whole there; an article may have more 款 below.
  const whole = /[。；]$/.test(inline) && onePart.test(text.slice(0, match.index + 1));
  return { start, end: start + wordingEnd(inline), whole };
}
