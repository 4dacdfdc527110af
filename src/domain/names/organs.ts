/** Bodies that issue documents, where a text or a title names them. */

const organ =
  /[\u4e00-\u9fff]{2,30}(?:政府|办公厅|办公室|委员会|总局|总署|部|委|局|厅|署|院|法院|检察院|银行|监会|会|党组|领导小组)(?:办公厅|办公室)?$/;
/** What may stand before the name without belonging to it. */
const lead =
  /^.*(?:根据|依据|依照|按照|参照|贯彻|落实|执行|遵照|印发|转发|批转|公布|发布|通过|的规定|规定|法规|文件|精神|等)(?=.{2,})|^(?:和|与|及|以及|、|由|经|的|按)(?=.{2,})/;

/** The body named right before a title: `根据湛江市司法局《关于…的通知》` → 湛江市司法局. */
export function issuerBefore(text: string, at: number): string | undefined {
  const run = organ.exec(text.slice(Math.max(0, at - 34), at))?.[0];
  if (run === undefined) return undefined;
  let name = run.replace(lead, '');
  if (name !== run) name = name.replace(lead, '');
  return name.length >= 3 && name.length <= 24 ? name : undefined;
}

/** `甲局 乙局关于…的通知` → 甲局 乙局 */
export function issuersOf(title: string): string | undefined {
  return /^((?:[\u4e00-\u9fff]{2,24}(?:政府|委员会|办公厅|办公室|部|委|局|厅|署|院)[ 、]?)+)关于/.exec(
    title,
  )?.[1];
}

/** The bodies that an issuer's line names: `甲局 乙局` → 甲局, 乙局. */
export const bodiesOf = (issuer: string | undefined): string[] =>
  (issuer ?? '').split(/[\s、]+/).filter(Boolean);
