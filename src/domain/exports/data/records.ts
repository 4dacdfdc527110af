/**
 * What the data files hold: one schema a kind of record. The published JSON Schema is made from these, and so are the
 * columns of the tables.
 */
import { z } from 'zod';
import { eventKinds } from '../../model/event-kinds.ts';
import { instrumentKinds } from '../../model/instrument-kinds.ts';
import { provisionTypes } from '../../model/provision-types.ts';
import { states } from '../../model/states.ts';

export const day = z.string().describe('日期，YYYY-MM-DD；空表示未载');
const optionalDay = z.string().optional().describe('日期，YYYY-MM-DD；没有这一项表示未载');

export const evidence = z
  .strictObject({
    work: z.string().optional().describe('文件的 id'),
    version: z.string().optional().describe('文本日期；空表示文本未载日期'),
    eId: z.string().optional().describe('条款项目的编号；空表示整个文本'),
    text: z.string().optional().describe('原文'),
    address: z.string().optional().describe('网址'),
    source: z.string().optional().describe('源文件及行号'),
  })
  .describe('依据：哪个文本的哪一处，原文如何；与本条记录同名的一项相同的，不重复写');

export const state = z.enum(states).describe('效力状态；unknown 为未知，不是“无效”');
const basis = z
  .enum(['stated', 'inferred', 'own-terms', 'none'])
  .describe('根据：stated 原文写明，inferred 推定，own-terms 依其自身规定，none 无从判断');

/** What every record says of itself: on what it rests, how sure it is, up to when the archive has looked. */
const ground = {
  basis,
  horizon: z.string().describe('本库就该文件所知止于何日；空表示未载'),
  evidence: z.array(evidence),
};

const standing = {
  state,
  stateWord: z.string().describe('效力状态的中文说法'),
  at: z.string().describe('效力状态所说的那一天'),
  reason: z.string().describe('理由，一句话'),
};

const part = z.strictObject({
  eId: z.string().optional(),
  scope: z.string().describe('照印：第三条'),
  since: optionalDay,
  until: optionalDay.describe('不含当日'),
  state,
});

const stretch = z.strictObject({
  since: optionalDay,
  until: optionalDay.describe('不含当日'),
  state,
  basis,
  version: z.string().optional().describe('那些日子的文本'),
  reason: z.string(),
  parts: z.array(part).optional().describe('效力与全文不同的部分'),
});

export const kind = z.enum(instrumentKinds);

export const workRecord = z
  .strictObject({
    work: z.string().describe('文件的 id，即网址中的名称'),
    title: z.string(),
    kind,
    kindWord: z.string().describe('文种'),
    documentNumber: z.string().optional().describe('文号'),
    registryNumber: z.string().optional().describe('统一编号'),
    issuer: z.string().optional().describe('制定机关'),
    aliases: z.array(z.string()).describe('别名、简称'),
    held: z.boolean().describe('本库是否收有正文；false 的只知其名'),
    versions: z.array(z.string()).describe('所收文本的日期，先旧后新'),
    carriedBy: z.string().optional().describe('印发、公布它的文件'),
    carries: z.array(z.string()).describe('它印发、公布的文件'),
    ...standing,
    ...ground,
    life: z.array(stretch).describe('逐段效力，前后相接'),
    address: z.string(),
  })
  .describe('文件');

export const versionRecord = z
  .strictObject({
    work: z.string(),
    version: day.describe('文本日期；空表示文本未载日期'),
    title: z.string(),
    kind,
    documentNumber: z.string().optional(),
    registryNumber: z.string().optional(),
    issuer: z.string().optional(),
    adopted: optionalDay.describe('通过'),
    written: optionalDay.describe('成文'),
    promulgated: optionalDay.describe('公布'),
    commenced: optionalDay.describe('施行；只在原文写明日期时有'),
    pageFields: z
      .array(z.strictObject({ name: z.string(), value: z.string() }))
      .optional()
      .describe('网页在正文之外所载：索引号、主题分类、有效性等，照录'),
    origin: z.enum(['published', 'applied', 'reconstructed']).describe('所收、推算、倒推'),
    originWord: z.string(),
    madeBy: z.string().optional().describe('作出本文本的修改决定'),
    complete: z.boolean().describe('是否完整；false 的看 gaps'),
    gaps: z
      .array(z.strictObject({ eId: z.string().optional(), reason: z.string() }))
      .describe('不完整、不确定之处'),
    provisions: z.number().int().describe('条款项目的总数'),
    source: z.string().describe('源文件'),
    issue: z.string().optional().describe('刊载它的一期'),
    ...standing,
    ...ground,
    life: z.array(stretch),
    address: z.string(),
    files: z.record(z.string(), z.string()).describe('其他格式的地址'),
  })
  .describe('文本：一个文件在某日的文本');

export const provisionRecord = z
  .strictObject({
    work: z.string(),
    version: day,
    eId: z.string(),
    parent: z.string().optional().describe('上一级的编号'),
    annex: z.number().int().optional().describe('属于第几个附件'),
    type: z.enum(provisionTypes),
    number: z.string().describe('阿拉伯数字；10-1 为第十条之一'),
    place: z.string().describe('引用时的说法：第六条第一款第三项'),
    label: z.string().describe('编号，照印'),
    heading: z.string().optional().describe('标题'),
    text: z.string().describe('本级文字，不含下级'),
    rows: z.array(z.array(z.string())).optional().describe('表格，第一行为表头'),
    missing: z.boolean().describe('曾有内容而本库未载'),
    ...ground,
    address: z.string(),
  })
  .describe('条款项目');

export const eventRecord = z
  .strictObject({
    work: z.string(),
    kind: z.enum(eventKinds),
    date: optionalDay.describe('第一天；届满的为届满后的第一天'),
    latest: optionalDay.describe('计算口径不同时，最迟的一天'),
    approximate: z.string().optional().describe('只知年份'),
    scope: z.string().optional().describe('只涉及的部分，照印'),
    version: optionalDay.describe('只涉及的文本'),
    verb: z.string().optional().describe('原文用语：废止、失效'),
    by: z.string().optional().describe('作出的文件'),
    rule: z.string().optional().describe('日期如何算出'),
    ...ground,
  })
  .describe('事件：通过、公布、施行、修改、废止、届满');

export const referenceRecord = z
  .strictObject({
    work: z.string(),
    version: day,
    eId: z.string(),
    part: z.enum(['heading', 'cell', 'title', 'caption', 'annexNote']).optional(),
    start: z.number().int().describe('在该处文字中的起点，按 UTF-16 计'),
    end: z.number().int(),
    text: z.string().describe('引用的原文'),
    kind: z.enum(['internal', 'self', 'external', 'number', 'annex', 'relative']),
    targetWork: z.string().optional().describe('所指文件；没有这一项的看 reason'),
    targetVersion: z.string().optional(),
    targetEId: z.string().optional(),
    targetAnnex: z.string().optional(),
    through: z.string().optional().describe('所指为一段时，最后一处'),
    reason: z.string().optional().describe('为何没有所指'),
    note: z.string().optional().describe('作了什么推断'),
    ...ground,
  })
  .describe('引用');

export const amendmentRecord = z
  .strictObject({
    work: z.string(),
    from: day.describe('修改前的文本'),
    to: day.describe('修改后的文本'),
    oldEId: z.string().optional().describe('原编号；新增的没有'),
    newEId: z.string().optional().describe('新编号；删去的没有'),
    oldPlace: z.string().optional(),
    newPlace: z.string().optional(),
    change: z.enum(['amended', 'inserted', 'repealed', 'renumbered', 'unknown', 'unchanged']),
    decision: z.string().optional().describe('修改决定'),
    clauses: z.array(z.string()).describe('决定的哪几项'),
    ...ground,
  })
  .describe('新旧条文对照：修改前后的编号');

export const portfolioRecord = z
  .strictObject({
    work: z.string(),
    version: day,
    name: z.string(),
    posts: z.array(z.string()),
    duty: z.enum(['lead', 'charge', 'assist', 'liaise']).describe('主持、负责、协助、联系'),
    verb: z.string().describe('照印'),
    fields: z.array(z.string()),
    note: z.boolean().describe('列在备注中'),
    ...ground,
  })
  .describe('领导分工');

export const tierRecord = z
  .strictObject({
    work: z.string(),
    version: day,
    amount: z.string().describe('金额，照印'),
    min: z.number().optional().describe('元'),
    max: z.number().optional().describe('元'),
    rateMin: z.number().optional(),
    rateMax: z.number().optional(),
    condition: z.string(),
    acts: z.array(z.string()),
    floor: z.string().optional(),
    eId: z.string(),
    ...ground,
  })
  .describe('奖励档次');

export const deadlineRecord = z
  .strictObject({
    work: z.string(),
    version: day,
    eId: z.string(),
    kind: z.enum(['within', 'ahead', 'at-least', 'term', 'reaching', 'cut-off']),
    words: z.string().describe('照印：20日内'),
    count: z.number().optional(),
    unit: z.enum(['day', 'workday', 'week', 'month', 'year', 'hour']).optional(),
    from: z.string().optional().describe('从何事起算，照印'),
    due: optionalDay.describe('截止日；原文没有写明哪一年的没有'),
    yearly: z.string().optional().describe('每年的截止日，MM-DD'),
    rule: z.string().describe('如何计算'),
    text: z.string().describe('所在的句子'),
    ...ground,
  })
  .describe('期限');

export const disagreementRecord = z
  .strictObject({
    work: z.string(),
    version: optionalDay.describe('所在的文本；没有这一项的，说的是整个文件'),
    about: z.enum(['commencement', 'amendment', 'number', 'force', 'count']).describe('所不一致的事'),
    aboutWord: z.string().describe('中文说法'),
    says: z.array(z.string()).describe('各处的说法，与 evidence 依次对应；何者为准，未作断定'),
    ...ground,
  })
  .describe('两处所载不一');

export type Evidenced = z.infer<typeof evidence>;
export type WorkRecord = z.infer<typeof workRecord>;
export type VersionRecord = z.infer<typeof versionRecord>;
export type ProvisionRecord = z.infer<typeof provisionRecord>;
export type EventRecord = z.infer<typeof eventRecord>;
export type ReferenceRecord = z.infer<typeof referenceRecord>;
export type AmendmentRecord = z.infer<typeof amendmentRecord>;
export type PortfolioRecord = z.infer<typeof portfolioRecord>;
export type TierRecord = z.infer<typeof tierRecord>;
export type DisagreementRecord = z.infer<typeof disagreementRecord>;
export type DeadlineRecord = z.infer<typeof deadlineRecord>;

/** A provision inside the file of its text: what the text says already is not said again. */
const provisionOfText = provisionRecord
  .omit({
    work: true,
    version: true,
    eId: true,
    horizon: true,
    address: true,
    missing: true,
    basis: true,
    evidence: true,
  })
  .extend({
    missing: z.literal(true).optional().describe('曾有内容而本库未载'),
    lines: z.string().optional().describe('依据：源文件 source 的哪几行'),
    evidence: z.array(evidence).optional().describe('依据：推算、倒推的文本，作出它的修改决定'),
  })
  .describe('条款项目；网址是文本的网址加 # 和编号，所知止于何日同文本');

/** One text with all its provisions: `provisions/art_6` is the address of an article in it. */
export const textRecord = z
  .strictObject({
    ...versionRecord.shape,
    provisions: z.record(z.string(), provisionOfText).describe('键为编号，先后照原文'),
    $schema: z.string(),
  })
  .describe('一个文本及其全部条款项目');
export type TextRecord = z.infer<typeof textRecord>;

/** One work with its texts and events. */
export const workFile = z
  .strictObject({
    ...workRecord.shape,
    texts: z.array(versionRecord).describe('所收文本，先旧后新'),
    events: z.array(eventRecord),
    $schema: z.string(),
  })
  .describe('一个文件、它的文本和事件');
export type WorkFile = z.infer<typeof workFile>;
