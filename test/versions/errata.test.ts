/** Notices of correction: what they change, in which text, and the record that an editor may write. Nothing is applied. */
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import type { Correction } from '../../src/domain/text/index.ts';

const measures =
  '样城市采砂管理办法\n\n第一条　为了管理采砂，制定本办法。\n\n第二条　许可证有效期为三年。\n\n第三条　本办法由市水利局解释，由市水利局施行。\n';
const notice = (words: string): string =>
  `更正\n\n${words}特此更正。\n\n样城市人民政府公报编辑室\n\n2021年1月25日\n`;

function archiveOf(words: string, corrections: Correction[] = []) {
  return buildArchive({
    issues: [],
    works: [
      { name: 'caisha', date: '2020-12-01', path: 'works/caisha/2020-12-01.md', text: measures, corrections },
      { name: 'gengzheng', path: 'works/gengzheng.md', text: notice(words), corrections: [] },
    ],
    register: { works: [], organs: [] },
  });
}

const told = (words: string) => archiveOf(words).errata.map(({ from, to, fate }) => [from, to, fate.is]);

describe('a notice of correction', () => {
  const words = '本刊2020年第12期刊登的《样城市采砂管理办法》第二条中，“有效期为三年”应为“有效期为一年”。';

  test('gives the record that corrects the text it names, and leaves the text as it was printed', () => {
    const { errata, messages, works } = archiveOf(words);
    expect(errata).toMatchObject([
      {
        notice: 'gengzheng',
        from: '有效期为三年',
        to: '有效期为一年',
        corrects: { work: 'caisha' },
        fate: {
          is: 'ready',
          record: {
            line: 5,
            from: '有效期为三年',
            to: '有效期为一年',
            kind: 'replace',
            reason: '据《更正》（2021-01-25）',
          },
        },
      },
    ]);
    const [said] = messages.filter(({ rule }) => rule === 'erratum');
    expect(said).toMatchObject({ file: 'works/caisha/2020-12-01.md', line: 5, severity: 'warning' });
    expect(said?.reason).toContain(
      '- { line: 5, from: "有效期为三年", to: "有效期为一年", kind: "replace", reason: "据《更正》（2021-01-25）" }',
    );
    expect(JSON.stringify(works.find(({ id }) => id === 'caisha'))).toContain('许可证有效期为三年');
  });

  test('is done with once an editor has written the record', () => {
    const { errata, messages } = archiveOf(words, [
      { line: 5, from: '有效期为三年', to: '有效期为一年', kind: 'replace', reason: '据更正' },
    ]);
    expect(errata[0]?.fate).toEqual({ is: 'done' });
    expect(messages.filter(({ rule }) => rule === 'erratum')).toEqual([]);
  });

  test.each([
    ['names the right words first', '《样城市采砂管理办法》中“一年”误为“三年”。', ['三年', '一年', 'ready']],
    [
      'names words that stand twice',
      '《样城市采砂管理办法》中“市水利局”应为“市水务局”。',
      ['市水利局', '市水务局', 'unclear'],
    ],
    ['names words that are not there', '《样城市采砂管理办法》中“甲”应为“乙”。', ['甲', '乙', 'unclear']],
    [
      'names a text that the archive lacks',
      '《样城市渡口管理办法》中“甲”应为“乙”。',
      ['甲', '乙', 'unclear'],
    ],
    ['names no text', '第3页“甲”应更正为“乙”。', ['甲', '乙', 'unclear']],
  ])('%s', (_, printed, erratum) => {
    expect(told(printed)).toEqual([erratum]);
  });

  test('may change several texts and places', () => {
    expect(
      told('《样城市采砂管理办法》中，“为了管理”应为“为加强管理”，“有效期为三年”更正为“有效期为五年”。'),
    ).toEqual([
      ['为了管理', '为加强管理', 'ready'],
      ['有效期为三年', '有效期为五年', 'ready'],
    ]);
  });
});

test('a text that speaks of corrections is no notice of one', () => {
  expect(
    buildArchive({
      issues: [],
      works: [
        {
          name: 'a',
          path: 'works/a.md',
          text: '样城市档案更正办法\n\n第一条　档案中“甲”应为“乙”的，应当更正。\n',
          corrections: [],
        },
      ],
      register: { works: [], organs: [] },
    }).errata,
  ).toEqual([]);
});
