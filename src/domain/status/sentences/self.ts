/** How a text speaks of itself: 本办法, 本决定, or by its own title. */
import { findTitles, titleNouns } from '../../names/index.ts';

/** What a text calls itself beside the nouns of titles. */
const nouns = [
  ...titleNouns,
  ...'复函 布告 政策 规约 通则 导则 程序 要求 文件 文 定额 议定书 裁定 说明 工作 补充 若干 基准 预算'.split(
    ' ',
  ),
];

const ownName = `^(?:本|该|此|现行)[一-龥]{0,12}?(?:${nouns.join('|')})(?:（□*）)?(?:和附件|及附件)?`;
const noun = new RegExp(`${ownName}$`);
const lead = new RegExp(`${ownName}(?:中|的)?`);
const adverbs =
  /^(?:请|暂定|暂|并|均|也|都|一律|统一|现|应当|应|将|已|即|同时|其中|以上|上述|各项|内容|规定|政策|措施|标准|意见|条款|事项|调整后的|，)*$/;
/** 其他条款自2021年1月1日起施行: the text but for what has a day of its own. */
const rest =
  /^(?:本[一-龥]{1,6})?(?:的)?(?:其他|其它|其余)(?:的)?(?:各)?(?:条款?|款项|条文|规定|内容|部分)(?:均|则)?$/;
const part =
  /^(?:其中|除)?(?:，)?(?:本[一-龥]{1,6})?((?:第[一二三四五六七八九十百零〇两0-9]+[编章节条款项目][、和及至]?)+)(?:的?(?:规定(?:的[一-龥]{2,12})?|内容|条款|要求))?$/;

export type Speaker = { self: true; scope?: string } | { title: string } | { other: true };

/**
 * Whom the words before a predicate are about.
 * @param before masked words between the last stop and the predicate
 * @param bare the same words unmasked
 *
 * `本规定` → self · `` → self · `本条例第三条`, `本条例第三条的规定` → self, scope 第三条 · `《城市供热条例》` → that title · `承包合同` → other
 */
export function speakerOf(before: string, bare: string): Speaker {
  const trimmed = before.replace(/^(?:但是|但|其中|此外|另外|因此)，?/, '').replace(/的$/, '');
  const scope = part.exec(trimmed);
  if (scope) return { self: true, scope: scope[1]! };
  if (adverbs.test(trimmed) || noun.test(trimmed) || rest.test(trimmed)) return { self: true };
  const title = /^(?:修订后的|修改后的|新修订的|新的?|现将|现公布的?)?⟦□+⟧(?:（□*）)?$/.exec(trimmed);
  if (title) return { title: findTitles(bare)[0]?.title ?? '' };
  return { other: true };
}

/**
 * The words before a predicate without what names the text itself; undefined where they begin with neither it nor nothing.
 *
 * `本办法对新建停车场` → `对新建停车场` · `` → ``
 */
export function besideSelf(before: string): string | undefined {
  if (adverbs.test(before)) return '';
  const own = lead.exec(before)?.[0];
  return own === undefined ? undefined : before.slice(own.length);
}
