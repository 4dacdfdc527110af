import { describe, expect, it } from 'vitest';
import { reviewOn } from '../../src/domain/status/calendar/review.ts';
import { heldUntil } from '../site/held.ts';

const measures = (title: string, ...articles: string[]): string =>
  [title, ...articles.map((words, i) => `第${'一二三四五六七八'[i]}条　${words}`)].join('\n\n');

const { archive } = heldUntil(
  '2022-01-15',
  [
    'kuai',
    '2020-01-01',
    measures(
      '样洲市快递管理办法',
      '为了规范快递，制定本办法。',
      '本办法自2020年1月1日起施行，有效期至2022年3月31日。',
    ),
  ],
  [
    'man',
    '2020-01-01',
    measures(
      '样洲市慢行管理办法',
      '为了规范慢行，制定本办法。',
      '本办法自2020年1月1日起施行，有效期至2023年3月31日。',
    ),
  ],
  [
    'jiu',
    '2010-01-01',
    measures('样洲市集市管理办法', '为了规范集市，制定本办法。', '本办法自2010年1月1日起施行。'),
  ],
  [
    'xin',
    '2021-01-01',
    measures(
      '样洲市市场管理办法',
      '为了规范市场，制定本办法。',
      '本办法自2021年1月1日起施行。《样洲市集市管理办法》同时废止。',
    ),
  ],
  [
    'xize',
    '2015-01-01',
    measures(
      '样洲市摊位实施细则',
      '根据《样洲市集市管理办法》，制定本细则。',
      '本细则自2015年1月1日起施行。',
    ),
  ],
);

describe('a review of the documents', () => {
  const review = reviewOn(archive, '2022-01-15');

  it('names what ends within ninety days, with its last day, and nothing later', () => {
    expect(review.until).toBe('2022-04-15');
    expect(review.ends.map(({ work, day, kind }) => [work.title, day, kind])).toEqual([
      ['样洲市快递管理办法', '2022-03-31', '届满'],
    ]);
  });

  it('names what has ended and is still relied on, and not the text that ended it', () => {
    expect(
      review.cited.map(({ work, ended, by }) => [work.title, ended.state, by.map(({ from }) => from)]),
    ).toEqual([
      ['样洲市集市管理办法', 'repealed', [{ work: 'xize', version: '2015-01-01', eId: 'art_1__para_1' }]],
    ]);
  });

  it('leaves out what cites an ended text before it ended', () => {
    expect(reviewOn(archive, '2020-06-01').cited).toEqual([]);
  });

  it('names a repeal of which the day, the document or the place cannot be told', () => {
    const open = heldUntil(
      '2022-01-15',
      [
        'yi',
        '2018-01-01',
        measures('样洲市渡口管理办法', '为了规范渡口，制定本办法。', '本办法自2018年1月1日起施行。'),
      ],
      [
        'er',
        '2021-01-01',
        measures(
          '样洲市航道管理办法',
          '为了规范航道，制定本办法。',
          '本办法自2021年1月1日起施行。《样洲市渡口管理办法》第九条同时废止。',
        ),
      ],
    );
    const found = reviewOn(open.archive, '2022-01-15').open;
    expect(found.map(({ work, reason }) => [work.title, reason])).toEqual([
      ['样洲市渡口管理办法', '所废止的“第九条”在所收文本中没有找到'],
    ]);
  });
});
