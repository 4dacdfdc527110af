/** A text that an issue publishes again behind the decision that amends it is held against the computed one. */
import { describe, expect, test } from 'vitest';
import type { Version, Work } from '../../src/domain/model.ts';
import { buildVersions } from '../../src/domain/versions/index.ts';
import { instrumentOf, work } from './helpers.ts';

const before = '庙会办法\n\n第一条　摊主应当登记。\n\n第二条　镇政府每年检查。\n';
const decision =
  '关于修改《庙会办法》的决定\n\n决定对《庙会办法》作如下修改：\n\n一、将第一条中的“登记”修改为“备案”。\n\n本决定自公布之日起施行。\n';
const other =
  '关于修改《灯会办法》的决定\n\n决定对《灯会办法》作如下修改：\n\n一、删去第一条。\n\n本决定自公布之日起施行。\n';
const printed = (deed: string) => `庙会办法\n\n第一条　摊主应当${deed}。\n\n第二条　镇政府每年检查。\n`;

/** The texts of one issue, in order: decisions of a day, texts that bear only the day of the issue. */
function issue(path: string, ...texts: string[]): Version[] {
  let offset = 0;
  return texts.map((text): Version => {
    const instrument = instrumentOf(text);
    const { start, end } = instrument.position;
    const position = { start: { ...start, offset }, end: { ...end, offset: offset + text.length } };
    offset += text.length + 1;
    return {
      work: instrument.id,
      date: instrument.kind === 'decision' ? '2020-05-01' : '2020-06-15',
      origin: 'published',
      instrument: { ...instrument, position },
      source: { path },
    };
  });
}

/** What became of the text: its days, and how each stands to what was computed. */
function joined(...issues: Version[][]) {
  const [decisions, texts] = [true, false].map((amends) =>
    issues.flat().filter(({ instrument }) => (instrument.kind === 'decision') === amends),
  ) as [Version[], Version[]];
  const rule = work('rule', [['2010-01-01', before]]);
  const works: Work[] = [
    { ...rule, versions: [...rule.versions, ...texts.map((version) => ({ ...version, work: 'rule' }))] },
    ...decisions.map((version, i): Work => {
      const { title, kind } = version.instrument;
      const id = `decree-${i}`;
      return { id, title, kind, aliases: [], versions: [{ ...version, work: id }], carries: [] };
    }),
  ];
  const { works: made, messages } = buildVersions(works);
  return {
    versions: made[0]!.versions.map(({ date, origin, madeBy, verification }) => [
      date,
      origin,
      madeBy,
      verification?.state,
    ]),
    rules: messages.map(({ rule: name }) => name),
  };
}

describe('a text printed behind a decision in its issue', () => {
  test('is what the decision made, though it bears neither day nor caption of it', () => {
    const { versions, rules } = joined(issue('2020-06.md', decision, printed('备案')));
    expect(versions).toEqual([
      ['2010-01-01', 'published', undefined, undefined],
      ['2020-06-15', 'published', 'decree-0', 'verified'],
    ]);
    expect(rules).toEqual([]);
  });

  test('contradicts it where it prints other words, and that is told', () => {
    const { versions, rules } = joined(issue('2020-06.md', decision, printed('报告')));
    expect(versions.at(-1)).toEqual(['2020-06-15', 'published', 'decree-0', 'contradicted']);
    expect(rules).toEqual(['version-contradiction']);
  });

  test('is not of that decision where another decision stands between', () => {
    const { versions } = joined(issue('2020-06.md', decision, other, printed('备案')));
    expect(versions).toEqual([
      ['2010-01-01', 'published', undefined, undefined],
      ['2020-05-01', 'applied', 'decree-0', 'computed'],
      ['2020-06-15', 'published', undefined, undefined],
    ]);
  });

  test.each([
    ['in another issue', [issue('2020-05.md', decision), issue('2020-06.md', printed('备案'))]],
    ['before the decision', [issue('2020-06.md', printed('备案'), decision)]],
  ])('%s it is a text of its own', (_where, issues) => {
    const { versions } = joined(...issues);
    expect(versions.map(([date, origin, madeBy]) => [date, origin, madeBy])).toEqual([
      ['2010-01-01', 'published', undefined],
      ['2020-05-01', 'applied', 'decree-0'],
      ['2020-06-15', 'published', undefined],
    ]);
  });
});
