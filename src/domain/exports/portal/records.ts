/**
 * What a city hands to a search over many cities: what is searched, and what is needed to answer for its documents.
 * The portal reads these files and checks every line by these schemas.
 */
import { z } from 'zod';
import { eventKinds } from '../../model/event-kinds.ts';
import { provisionTypes } from '../../model/provision-types.ts';
import { isDay } from '../../text/calendar.ts';
import { kind, state } from '../data/records.ts';

/** A day that the calendar has; what is not one would stand anywhere in the order. */
const realDay = z.string().refine(isDay, '日期应写作 YYYY-MM-DD，且须存在');
const day = z
  .string()
  .refine((text) => text === '' || isDay(text), '日期应写作 YYYY-MM-DD，且须存在；未载的为空')
  .describe('日期，YYYY-MM-DD；空表示未载');

/** A page of the city's site: readers are sent there, so that it is an address of the web and nothing else. */
const address = z
  .string()
  .refine(
    (text) => /^https?:$/.test(URL.parse(text, 'https://example.org/')?.protocol ?? ''),
    '应为网站上的网址',
  );

/** It stands behind the city in an address. */
const workId = z.string().regex(/^[^/\s]+$/, '编号不能有斜线、空白');

/** Changes when a field goes or changes its meaning. */
export const portalSchema = 'v2';

export const cityRecord = z
  .strictObject({
    schema: z.literal(portalSchema),
    name: z.string().min(1).describe('文库的名称'),
    home: z.string().describe('网站的网址；不是完整网址的，须在导出时用 --site 写明'),
    horizon: day.describe('所知止于何日；空表示未载'),
    works: z.number().int().describe('文件数，即 works.jsonl 的行数'),
    provisions: z.number().int().describe('检索单元数，即 provisions.jsonl 的行数'),
    events: z.number().int().describe('事件数，即 events.jsonl 的行数'),
    texts: z.number().int().describe('文本数，即 texts.jsonl 的行数'),
    words: z
      .array(z.strictObject({ said: z.string(), meant: z.array(z.string()), because: z.string() }))
      .describe('日常用语，及法规中与它相当的词'),
  })
  .describe('一个城市的文库');

const named = {
  title: z.string(),
  kind,
  documentNumber: z.string().optional(),
  registryNumber: z.string().optional(),
  issuer: z.string().optional(),
  aliases: z.array(z.string()),
};

const caption = z.strictObject({
  text: z.string(),
  events: z.array(
    z.strictObject({
      event: z.string(),
      by: z.string(),
      documentNumber: z.string().optional(),
      date: realDay.optional(),
    }),
  ),
});

/** A work as the desk of status asks for it. */
export const deskWork = z
  .strictObject({
    id: workId,
    ...named,
    carriedBy: z.string().optional(),
    carries: z.array(z.string()),
    horizon: realDay.optional(),
    unread: z.array(z.string()).optional(),
    versions: z.array(
      z.strictObject({
        date: day,
        origin: z.enum(['published', 'applied', 'reconstructed']),
        madeBy: z.string().optional().describe('作出本文本的修改决定'),
        doubts: z
          .array(
            z.looseObject({
              kind: z.enum(['instruction', 'reprint', 'machine', 'assumption']),
              reason: z.string(),
            }),
          )
          .optional(),
        instrument: z.strictObject({
          title: z.string(),
          issuer: z.string().optional(),
          carriedBy: z.string().optional(),
          documentNumber: z.string().optional(),
          registryNumber: z.string().optional(),
          caption: caption.optional(),
        }),
        address,
      }),
    ),
    called: z
      .array(z.strictObject({ key: z.string(), by: z.string() }))
      .optional()
      .describe('别的文本给它的简称，及那个文本的标题'),
    address,
  })
  .describe('文件，连同核对时效所需');

const provision = z.strictObject({
  type: z.enum(provisionTypes),
  number: z.string(),
  label: z.string(),
  eId: z.string(),
  heading: z.string().optional(),
  headingForm: z.string().optional(),
  text: z.string(),
  quoted: z.boolean().optional(),
  rows: z.array(z.array(z.string())).optional(),
  missing: z.boolean().optional(),
  get children() {
    return z.array(provision);
  },
});

/** The tree of a text, into which citations lead. */
export const citedText = z
  .strictObject({
    work: z.string().min(1),
    version: day,
    provisions: z.array(provision),
    annexes: z.array(
      z.strictObject({
        label: z.string(),
        title: z.string(),
        missing: z.boolean(),
        provisions: z.array(provision),
      }),
    ),
    lineage: z
      .array(
        z.strictObject({
          eId: z.string(),
          previous: z.string().optional(),
          change: z.enum(['unchanged', 'amended', 'inserted', 'repealed', 'renumbered', 'unknown']),
        }),
      )
      .optional()
      .describe('各处在前一文本中的编号'),
  })
  .describe('一个文本的条款项目');

export const deskEvent = z
  .strictObject({
    subject: z.string().min(1),
    kind: z.enum(eventKinds),
    date: realDay.optional(),
    latest: realDay.optional(),
    approximate: z.string().optional(),
    awaits: z.string().optional(),
    rule: z.string().optional(),
    version: z.string().optional(),
    scope: z.string().optional(),
    parts: z.array(z.string()).optional(),
    verb: z.string().optional(),
    inferred: z.boolean().optional(),
    matched: z.string().optional(),
    doubt: z.string().optional(),
    earliest: realDay.optional().describe('日期未载的，最早可能的一天'),
    by: z.string().optional(),
    evidence: z.strictObject({ instrument: z.string(), eId: z.string(), text: z.string() }),
    address: address.optional().describe('依据的网址'),
  })
  .describe('事件，连同依据');

/** The text that a searched unit belongs to; it stands with the unit that is the whole text, before its provisions. */
const searchedVersion = z.strictObject({
  ...named,
  subject: z.string().optional().describe('主题分类'),
  amended: z.boolean(),
  states: z.array(z.strictObject({ from: realDay, state })),
  standing: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  doubts: z.array(z.string()).optional().describe('文本不完整、存疑之处'),
});

export const searchedUnit = z
  .strictObject({
    work: z.string().min(1),
    version: day,
    type: z.enum(['title', ...provisionTypes]),
    eId: z.string(),
    label: z.string(),
    heading: z.string(),
    crumbs: z.array(z.string()),
    text: z.string(),
    units: z.array(z.strictObject({ eId: z.string(), start: z.number().int() })),
    of: searchedVersion.optional(),
  })
  .describe('检索单元：一条、一级标题、一段，或整个文件；先后即检索的基本次序');

export type CityRecord = z.infer<typeof cityRecord>;
export type DeskWork = z.infer<typeof deskWork>;
export type DeskEvent = z.infer<typeof deskEvent>;
export type CitedText = z.infer<typeof citedText>;
export type SearchedUnit = z.infer<typeof searchedUnit>;
