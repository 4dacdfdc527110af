/** The sentence for laymen: what has ended, what nobody here knows, and silence where a text is in force. */
import { describe, expect, test } from 'vitest';
import { cardsOf } from '../../src/site/search/cards.ts';
import { stretchesOf } from '../../src/site/status/life.ts';
import { onDay } from '../../src/site/status/on-day.ts';
import { versionView } from '../../src/site/views/version.ts';
import { heldUntil, textOf, workOf } from './held.ts';

const title = '示例市鱼塘奖励办法';
const rules = (last: string): string =>
  `${title}

（2020年3月1日示例市人民政府令第2号公布）

第一条　为了规范鱼塘，制定本办法。

第二条　${last}
`;

/** What a text printed on 2020-03-01 and looked after until a day says on another. */
function said(last: string, horizon: string, day: string): string | undefined {
  const held = heldUntil(horizon, ['yutang', '2020-03-01', rules(last)]);
  return onDay(stretchesOf(held, workOf(held, title), textOf(held, title)), day)!.plain;
}

describe('a text says plainly', () => {
  test.each<[string, string, string, string | undefined]>([
    [
      'that its term is over at the end of a year, whichever way it is counted',
      '本办法自2020年12月31日起施行，有效期2年。',
      '2023-06-01',
      '有效期已过（2022年底）。是否续期，本站不知道。',
    ],
    [
      'both last days where they are not at the end of a year',
      '本办法自2020年4月15日起施行，有效期2年。',
      '2023-06-01',
      '有效期已过（2022年4月14日或15日）。是否续期，本站不知道。',
    ],
    [
      'the one last day that it names',
      '本办法自2020年4月1日起施行，有效期至2022年6月30日。',
      '2023-06-01',
      '有效期已过（2022年6月30日）。是否续期，本站不知道。',
    ],
    [
      'nothing within its term',
      '本办法自2020年4月1日起施行，有效期至2022年6月30日。',
      '2022-06-30',
      undefined,
    ],
    [
      'that nobody knows what came after the last day looked after',
      '本办法自2020年4月1日起施行。',
      '2026-06-01',
      '本站的资料只到2020年底，现在是否有效，本站不知道。',
    ],
    ['nothing while it is in force', '本办法自2020年4月1日起施行。', '2020-12-01', undefined],
  ])('%s', (_, last, day, words) => {
    expect(said(last, '2020-12-31', day)).toBe(words);
  });

  test('that it is repealed, and only from that day on', () => {
    const repeal =
      '示例市人民政府关于废止《示例市鱼塘奖励办法》的决定\n\n（2020年9月1日示例市人民政府令第5号公布）\n\n示例市人民政府决定，废止《示例市鱼塘奖励办法》。\n\n本决定自2020年10月1日起施行。\n';
    const held = heldUntil(
      '2020-12-31',
      ['yutang', '2020-03-01', rules('本办法自2020年4月1日起施行。')],
      ['feizhi', '2020-09-01', repeal],
    );
    const stretches = stretchesOf(held, workOf(held, title), textOf(held, title));
    expect(['2020-09-30', '2020-10-01'].map((day) => onDay(stretches, day)!.plain)).toEqual([
      undefined,
      '已经废止。',
    ]);
  });

  test('in its head what holds on the day of the page', () => {
    const plain = (horizon: string): string => {
      const last = '本办法自2020年4月1日起施行，有效期至2022年6月30日。';
      const held = heldUntil(horizon, ['yutang', '2020-03-01', rules(last)]);
      return versionView(held, workOf(held, title), textOf(held, title)).plain;
    };
    expect(plain('2020-12-31')).toBe('');
    expect(plain('2024-12-31')).toBe('有效期已过（2022年6月30日）。是否续期，本站不知道。');
  });
});

describe('a card of an archive', () => {
  test('has the sentence that its text has ended, beside the amounts, from the day on which it has', () => {
    const tiered = `示例市举报奖励办法

（2020年3月1日示例市人民政府令第2号公布）

第一条　举报属实的，按照下列标准给予奖励：

（一）举报倾倒危险废物的，奖励5000元；

（二）举报无证排污的，奖励1000元。

第二条　本办法自2020年4月1日起施行，有效期至2022年6月30日。
`;
    const [card] = cardsOf(heldUntil('2020-12-31', ['jiangli', '2020-03-01', tiered]));
    const on = (day: string) => onDay(card!.stretches, day)!.plain;
    expect([on('2022-06-30'), on('2022-07-01')]).toEqual([
      undefined,
      '有效期已过（2022年6月30日）。是否续期，本站不知道。',
    ]);
  });
});
