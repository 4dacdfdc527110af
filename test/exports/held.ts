/** Archives for tests of what goes out: the first gazette, texts written for a test, texts full of traps. */
import fc from 'fast-check';
import { buildArchive, type WorkSource } from '../../src/domain/archive.ts';
import type { HeldText, Holding } from '../../src/domain/exports/index.ts';
import type { Day, Instrument, Provision, Version } from '../../src/domain/model.ts';
import { exportHolding } from '../../src/site/exports/holding.ts';
import { loadContent } from '../../src/site/load.ts';

const place = { site: 'https://gazette.example' };

let first: Holding | undefined;

/** The archive of this repository. */
export function firstHolding(): Holding {
  first ??= exportHolding(loadContent('content').archive, place);
  return first;
}

/** Works written for a test, each `[name, date, text]` a text of a work. */
export function heldTexts(
  horizon: Day | undefined,
  ...texts: [name: string, date: Day, text: string][]
): Holding {
  const works = texts.map(([name, date, text]): WorkSource => {
    return { name, date, path: `works/${name}/${date}.md`, text, corrections: [] };
  });
  const register = { ...(horizon ? { horizon } : {}), works: [], organs: [] };
  return exportHolding(buildArchive({ issues: [], works, register }), place);
}

export const rule = (title: string, ...articles: string[]): string =>
  [title, '', ...articles.map((text, i) => `第${'一二三四五六七八九'[i]}条　${text}\n`)].join('\n');

/** 停车场管理办法, amended by a decision of which one clause cannot be applied. */
export const amended: [string, Day, string][] = [
  [
    'parking',
    '2020-03-01',
    rule(
      '乙川市停车场管理办法',
      '为了规范停车场管理，制定本办法。',
      '经营停车场的，应当提交下列材料：\n\n（一）申请书；\n\n（二）场地证明；\n\n（三）收费标准。',
      '本办法自2020年3月1日起施行。',
    ),
  ],
  [
    'decision',
    '2022-05-01',
    [
      '关于修改《乙川市停车场管理办法》的决定',
      '（2022年4月20日乙川市人民政府令第8号公布）',
      '现决定对《乙川市停车场管理办法》作如下修改：',
      '一、删去第二条第二项。',
      '二、将第三十条中的“警告”修改为“罚款”。',
      '本决定自2022年5月1日起施行。',
    ].join('\n\n'),
  ],
];

/** A holding with one text in place of another's tree: what the reader of texts would never give, too. */
export function holdingOfTree(change: Partial<Instrument>): { holding: Holding; text: HeldText } {
  const holding = heldTexts(undefined, [
    'sample',
    '2020-01-01',
    rule('示范市绿化办法', '为了绿化，制定本办法。'),
  ]);
  const [text] = holding.texts;
  const version: Version = { ...text!.version, instrument: { ...text!.version.instrument, ...change } };
  const changed: HeldText = { ...text!, version, work: { ...text!.work, versions: [version] } };
  return {
    holding: { ...holding, texts: [changed], works: new Map([[changed.work.id, changed.work]]) },
    text: changed,
  };
}

/** Words that formats trip over. */
export const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('第一条', '市人民政府', '（一）', '“引号”', '𠮷野家', 'e\u0301') },
  fc.constantFrom(
    '<b>&amp;]]></b>',
    '"\'',
    '-->',
    '\u0008',
    '\u0000',
    '\ud800',
    '\udfff',
    '\ufffe',
    '=1+1',
    '# 题',
    '|列|',
  ),
  fc.constantFrom(
    '\t',
    '\r',
    '\n',
    ' ',
    '\u3000',
    '*星* _线_ `码`',
    '\\',
    '&#0;',
    '{{x}}',
    '<!--',
    '\u2028',
    'http://x.example/?a=1&b=2',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
export const nastyText = fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join(''));

const types = [
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'point',
  'level',
  'figure',
] as const;
const nowhere = { line: 1, column: 1, offset: 0 };

interface Raw {
  type: (typeof types)[number] | 'table';
  label: string;
  heading?: string;
  text: string;
  rows?: string[][];
  children: Raw[];
  missing: boolean;
  quoted: boolean;
}

const { raw } = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.record(
    {
      type: fc.constantFrom(...types, 'table' as const),
      label: nastyText,
      heading: nastyText,
      text: nastyText,
      rows: fc.array(fc.array(nastyText, { maxLength: 3 }), { maxLength: 3 }),
      children: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant([] as Raw[]),
        fc.array(tie('raw'), { maxLength: 3 }),
      ),
      missing: fc.boolean(),
      quoted: fc.boolean(),
    },
    { requiredKeys: ['type', 'label', 'text', 'children', 'missing', 'quoted'] },
  ),
}));

function grown({ type, rows, children, missing, quoted, heading, ...raw }: Raw, eId: string): Provision {
  return {
    ...raw,
    type,
    number: eId.replace(/^.*_/, ''),
    eId,
    ...(heading === undefined ? {} : { heading }),
    ...(type === 'table' ? { rows: rows ?? [] } : {}),
    ...(missing ? { missing } : {}),
    ...(quoted ? { quoted } : {}),
    children: children.map((child, i) => grown(child, `${eId}__n_${i + 1}`)),
    position: { start: nowhere, end: nowhere },
  };
}

/** Any tree with any words: no reader would give it, every format must hold it. */
export const anyTree: fc.Arbitrary<Provision[]> = fc
  .array(raw, { maxLength: 4 })
  .map((list) => list.map((each, i) => grown(each, `n_${i + 1}`)));
