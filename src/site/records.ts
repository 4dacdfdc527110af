/**
 * Hand-written files of `content/`, checked at the door. A mistake is told with its line and what to write instead.
 */

import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Checks, Message } from '../domain/model.ts';
import { readTextName } from '../domain/names/index.ts';
import { isDay } from '../domain/text/index.ts';
import { isLikelyDay } from './content-files.ts';
import { contrast, grounds, leastContrast } from './theme.ts';

z.config(z.locales.zhCN());

const day = z.coerce
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应写作 YYYY-MM-DD，例如 2020-12-31')
  .refine(isDay, '没有这一天')
  .refine((day) => !isDay(day) || isLikelyDay(day), '这一天不会是公报所写的日期');
const words = z.string().min(1, '不能为空');

export const issueRecord = z
  .strictObject({
    title: words.optional(),
    publisher: words.optional(),
    /** 本期所反映的第一天；与前一期相接，前一期所载文件才算查到本期 */
    from: day.optional(),
    /** 本期所反映的最后一天 */
    horizon: day,
    note: words.optional(),
  })
  .refine(({ from, horizon }) => from === undefined || from <= horizon, {
    path: ['from'],
    message: '晚于 horizon',
  });

export const correctionRecords = z.array(
  z.strictObject({
    id: words.optional(),
    line: z.number().int().positive(),
    from: z.string().min(1, '写明原文字句'),
    nth: z.number().int().positive().optional(),
    to: z.string().optional(),
    kind: z.enum(['replace', 'normalise', 'note', 'placeholder', 'join', 'split', 'accept']),
    reason: words,
    suggestion: words.optional(),
  }),
);

/** 编者核对的记录，一行一条：对照印本核对过的条文，看过而保留的疑点 */
export const checkRecords = z.array(
  z.union([
    z.strictObject({
      /** 文本和条文：`yangfu-2021-38@2021-01-05#art_3`；没有 # 的是全文 */
      sign: z.string().regex(/^[a-z0-9-]+@(?:\d{4}-\d{2}-\d{2})?(?:#[a-z0-9_-]+)?$/, '应写作 文件@日期#条文'),
      page: words,
      by: words,
      on: day,
      words: z.string().regex(/^[0-9a-z]{11}$/, '应是11位的字句指纹，由编校台写出'),
    }),
    z.strictObject({
      /** 疑点的规则 */
      accept: words,
      line: z.number().int().positive(),
      says: words,
      reason: words,
      by: words,
      on: day,
    }),
  ]),
);

/** Records → signatures and acceptances. */
export function checksOf(records: z.infer<typeof checkRecords>): Checks {
  const signatures = records.flatMap((record) => {
    if (!('sign' in record)) return [];
    const { sign, ...rest } = record;
    return [{ ...readTextName(sign), ...rest }];
  });
  const acceptances = records.flatMap((record) => {
    if (!('accept' in record)) return [];
    const { accept: rule, ...rest } = record;
    return [{ rule, ...rest }];
  });
  return { signatures, acceptances };
}

/** 导入记录：这里只读其中需要核对的地方 */
export const importRecords = z.array(
  z.looseObject({
    doubts: z.array(
      z.looseObject({
        rule: words,
        severity: z.enum(['error', 'warning', 'info']),
        line: z.number().int().positive().optional(),
        reason: words,
      }),
    ),
  }),
);

/** What was doubtful at the import, as `check` tells it; a doubt about no line stands at the first. */
export const doubtsOf = (records: z.infer<typeof importRecords>): Omit<Message, 'file' | 'column'>[] =>
  records
    .flatMap(({ doubts }) => doubts)
    .map(({ rule, severity, line = 1, reason }) => ({ rule: `import:${rule}`, severity, line, reason }));

/** Files that an issue came from, as an import writes them. */
export const pagesRecord = z.array(
  z.strictObject({
    /** Path in the folder of the issue */
    file: words.regex(/^originals\/[^/]+$/, '应写作 originals/<文件名>'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, '应是64位十六进制数字'),
    line: z.number().int().positive(),
    pages: z.array(
      z.strictObject({
        page: z.number().int().positive(),
        printed: z.string().optional(),
        line: z.number().int().positive().optional(),
        column: z.number().int().positive().optional(),
        read: z.literal('machine').optional(),
        confidence: z.number().min(0).max(100).optional(),
      }),
    ),
  }),
);

export const workRecord = z.strictObject({
  title: words.optional(),
  documentNumber: words.optional(),
  issuer: words.optional(),
  aliases: z.array(words).optional(),
});

/** 登记簿所说的日期、状态和关系：不是从文本读出的；与文本不符的由 check 列出 */
const statedRecord = z.strictObject({
  /** 出处，例如 规章目录.xlsx 第12行 */
  source: words,
  promulgated: day.optional(),
  commenced: day.optional(),
  ended: day.optional(),
  state: z.enum(['not-yet', 'in-force', 'superseded', 'repealed', 'lapsed']).optional(),
  /** 所修改、所废止的文件：名称或文号 */
  amends: z.array(words).optional(),
  repeals: z.array(words).optional(),
});

export const registerRecord = z.strictObject({
  /** 本文件的写法的版本；写法变了才加一 */
  schema: z.literal(1, '此软件只认得写法 1：请升级软件，或按其更改记录改写').optional(),
  /** 编者声明：本库对所收全部文件查到这一天为止 */
  horizon: day.optional(),
  site: z
    .strictObject({
      title: words.optional(),
      source: words.optional(),
      /** 读者报告错误的去处：mailto:地址，或者 https:// 开头的网页；不写则只给出可以复制的文字 */
      report: z
        .string()
        .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, '写作 mailto:地址 或 https://…')
        .optional(),
      /** 官方数据库按标题检索的网址，{title} 处填标题；不写则不链接 */
      lookUp: z
        .string()
        .regex(/^https:\/\/\S*\{title\}/, '写作 https://…，其中有 {title}')
        .optional(),
      /** 政府网站的网页标签：写在每一页的 meta 里，没有写的不出现 */
      tags: z
        .strictObject({
          SiteName: words.optional(),
          SiteDomain: words.optional(),
          SiteIDCode: words.optional(),
          ColumnName: words.optional(),
          ColumnType: words.optional(),
          ColumnDescription: words.optional(),
          ColumnKeywords: words.optional(),
          ContentSource: words.optional(),
        })
        .optional(),
      /** 主色：#加六位十六进制数字，须与底色分明 */
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, { error: '应写作 #1a4f8b 的样子', abort: true })
        .refine((colour) => contrast(colour, grounds.light) >= leastContrast, {
          error: ({ input }) =>
            `与底色的对比度是 ${contrast(String(input), grounds.light).toFixed(1)}，至少须 ${leastContrast}：请用深一些的颜色`,
        })
        .optional(),
      /** 页首印章里的一个字 */
      seal: z
        .string()
        .regex(/^\p{Script=Han}$/u, '应是一个汉字')
        .optional(),
      /** 首页名称下面的一行 */
      masthead: words.optional(),
      footer: z
        .strictObject({
          organiser: words.optional(),
          maintainer: words.optional(),
          /** 网站标识码 */
          code: z
            .string()
            .regex(/^[0-9A-Za-z]{10}$/, '网站标识码是十位，须加引号')
            .optional(),
          icp: words.optional(),
          police: words.optional(),
          contact: words.optional(),
        })
        .optional(),
      links: z.array(z.strictObject({ text: words, href: z.url({ protocol: /^https?$/ }) })).optional(),
    })
    .optional(),
  works: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '只用小写字母、数字和连字符'),
        title: words,
        documentNumber: words.optional(),
        issuer: words.optional(),
        aliases: z.array(words).optional(),
        stated: statedRecord.optional(),
      }),
    )
    .default([]),
  organs: z.array(z.strictObject({ name: words, code: words.optional() })).default([]),
  /** 日常说法：检索原样找不到时，said 也按 meant（任一）查；because 写理由 */
  words: z.array(z.strictObject({ said: words, meant: z.array(words).min(1), because: words })).default([]),
});

/**
 * Reads one YAML file.
 * @returns the record, or undefined with at least one message that says where and why
 */
export function readRecord<T>(
  path: string,
  text: string,
  schema: z.ZodType<T>,
  messages: Message[],
): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const report = (offset: number, reason: string): void => {
    const { line, col } = lines.linePos(offset);
    messages.push({
      file: path,
      rule: 'record',
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      reason,
      severity: 'error',
    });
  };
  for (const error of document.errors) report(error.pos[0], `YAML 写法有误：${error.message.split('\n')[0]}`);
  const stars = document.errors.length > 0 ? [] : danglingAliases(document);
  for (const { offset, name } of stars)
    report(offset, `YAML 写法有误：以星号开头的值要加引号，写作 "*${name}"`);
  if (document.errors.length > 0 || stars.length > 0) return undefined;
  const result = schema.safeParse(plainValue(document, report));
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const node = document.getIn(issue.path as (string | number)[], true) as
      | { range?: [number, number, number] }
      | undefined;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const key =
      isMap(node) &&
      node.items
        .map((pair) => pair.key)
        .find((each) => isScalar(each) && unknown.includes(String(each.value)));
    const at = isScalar(key) ? key.range : node?.range;
    report(at?.[0] ?? 0, `${issue.path.join('.') || '文件'}：${issue.message}`);
  }
  return undefined;
}

/** The value of a document; one that unfolds without end is told. */
function plainValue(document: Document, report: (offset: number, reason: string) => void): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    report(0, `YAML 写法有误：${(error as Error).message}`);
    return undefined;
  }
}

/** Values that YAML takes for aliases although nothing has that name: `title: *某某` . */
function danglingAliases(document: Document): { offset: number; name: string }[] {
  const found: { offset: number; name: string }[] = [];
  visit(document, {
    Alias(_, node) {
      if (!node.resolve(document)) found.push({ offset: node.range?.[0] ?? 0, name: node.source });
    },
  });
  return found;
}
