/** Who refers to a place and to a document, with the sentence. */
import { describe, expect, test } from 'vitest';
import { citedPlaces } from '../../../src/site/references/cited.ts';
import { citesView } from '../../../src/site/references/cites.ts';
import { mentionsOf, sentenceAround } from '../../../src/site/references/mentions.ts';
import { namedView } from '../../../src/site/views/named.ts';
import { heldContent, heldTexts, textOf, workOf } from '../held.ts';

const held = heldContent();

describe('beside a place', () => {
  const rules = citedPlaces(held, textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定'));

  test('stands who refers to it in the same text', () => {
    expect(rules.get('art_13')).toEqual({
      count: 3,
      texts: [
        {
          places: [
            { text: '第十四条第一款', href: '#art_14__para_1' },
            { text: '第十四条第二款', href: '#art_14__para_2' },
            { text: '第十五条第五项', href: '#art_15__para_1__item_5' },
          ],
        },
      ],
    });
    expect(rules.get('art_17')?.texts[0]?.places).toEqual([{ text: '第十八条', href: '#art_18__para_1' }]);
  });

  test('do not stand the words right above a list, or in the next 款', () => {
    expect(Array.from(rules.keys())).toEqual(['art_13', 'art_17']);
  });

  test('the text before the decision is told which clause speaks of it', () => {
    const before = citedPlaces(
      held,
      textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定', '2018-12-31'),
    );
    const [decision] = before.get('art_10')!.texts;
    expect(decision!.title).toMatch(/^《湛江市人民政府关于修改〈/);
    expect(decision!.places.map(({ text }) => text)).toEqual(['二']);
  });

  test('a range is told at each of its places; an old text of the citing work is not told twice', () => {
    const archive = heldTexts(
      ['lvhua', '2010-01-01', '甲市绿化办法\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　丙。\n\n第四条　丁。'],
      ['xize', '2011-01-01', '甲市绿化细则\n\n第一条　执行《甲市绿化办法》第一条至第三条。'],
      ['xize', '2012-01-01', '甲市绿化细则\n\n第一条　严格执行《甲市绿化办法》第一条至第三条。'],
    );
    const cited = citedPlaces(archive, textOf(archive, '甲市绿化办法'));
    expect(Array.from(cited.keys())).toEqual(['art_1', 'art_2', 'art_3']);
    expect(cited.get('art_2')).toMatchObject({ count: 1, texts: [{ title: '《甲市绿化细则》' }] });
    expect(cited.get('art_2')?.texts[0]?.places[0]?.href).toBe('/works/xize/#art_1__para_1');
  });
});

describe('who speaks of a document', () => {
  test('is told with the sentence, the words marked, title and number once', () => {
    const id = workOf(held, '关于开展梳理和报送现行有效规范性文件工作的补充通知').id;
    const [text, ...others] = mentionsOf(held, id);
    expect(others).toEqual([]);
    expect(text!.title.text).toBe('《湛江市发展和改革局关于废止部分部门规范性文件的通知》');
    expect(text!.mentions).toHaveLength(1);
    const { runs, place } = text!.mentions[0]!;
    expect(place.text).toBe('第一段');
    expect(runs.filter(({ marked }) => marked).map((run) => run.text)).toEqual([
      '《关于开展梳理和报送现行有效规范性文件工作的补充通知》',
      '湛司函〔2020〕406号',
    ]);
  });

  test('a row of a table is told whole', () => {
    const id = workOf(
      held,
      '湛江市发展和改革局 湛江市教育局 湛江市财政局关于进一步明确我市公办中小学收费管理有关问题的补充通知',
    ).id;
    const runs = mentionsOf(held, id)[0]!.mentions[0]!.runs;
    expect(runs.map(({ text }) => text).join('')).toMatch(/^2　.*补充通知　湛发改价格函〔2015〕62号$/);
  });

  test('a long sentence is cut on both sides of the words', () => {
    const long = '甲'.repeat(200);
    const archive = heldTexts(['a', '2010-01-01', `甲市甲办法\n\n第一条　${long}《乙条例》${long}。`]);
    const id = workOf(archive, '乙条例').id;
    const runs = mentionsOf(archive, id)[0]!.mentions[0]!.runs;
    expect(runs.at(0)?.text).toBe('…');
    expect(runs.at(-1)?.text).toBe('…');
    expect(runs.map(({ text }) => text).join('').length).toBeLessThan(180);
  });

  test('sentences end at stops', () => {
    const text = '一。根据《乙》，办理；三。';
    expect(text.slice(...sentenceAround(text, 4, 7))).toBe('根据《乙》，办理；');
    expect(sentenceAround('无句号', 0, 1)).toEqual([0, 3]);
  });
});

describe('the page of a document known by name', () => {
  test('says honestly that its state is unknown, and who cites it', () => {
    const view = namedView(held, workOf(held, '中华人民共和国环境保护法'));
    expect(view.state?.word).toBe('未知');
    expect(view.mentions.map(({ title }) => title.text)).toEqual([
      '《湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）》',
    ]);
    expect(view.mentions[0]!.mentions[0]!.place).toEqual({
      text: '第一条',
      href: '/works/jubao-jiangli-banfa/#art_1__para_1',
    });
  });

  test('tells what follows from the texts: number, issuers, year, repeal and by what', () => {
    const view = namedView(
      held,
      workOf(
        held,
        '湛江市发展和改革局 湛江市教育局 湛江市财政局关于进一步明确我市公办中小学收费管理有关问题的通知',
      ),
    );
    const facts = new Map(view.facts.map(({ term, runs }) => [term, runs.map(({ text }) => text).join('')]));
    expect(facts.get('文号')).toBe('湛发改价格〔2015〕26号');
    expect(facts.get('成文')).toBe('2015年');
    expect(facts.get('废止')).toBe(
      '2020年12月31日起，据《湛江市发展和改革局关于废止部分部门规范性文件的通知》',
    );
    expect(view.state?.word).toBe('废止');
  });
});

describe('what a text refers to', () => {
  test('lists each document once with all places, and the words without a link by their reason', () => {
    const { documents, unlinked } = citesView(
      held,
      textOf(held, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）'),
    );
    expect(documents.map(({ title }) => title.text)).toEqual([
      '《中华人民共和国环境保护法》',
      '《中华人民共和国大气污染防治法》',
      '《中华人民共和国水污染防治法》',
      '《广东省环境保护条例》',
      '《关于实施生态环境违法行为举报奖励制度的指导意见》',
    ]);
    expect(documents.every(({ unheld }) => unheld)).toBe(true);
    expect(unlinked.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(['本法']);
  });
});
