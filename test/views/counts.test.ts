/** Views against the text they read: what they do not show, they name with its place. Texts of invented cities. */
import { describe, expect, it, test } from 'vitest';
import type { Instrument } from '../../src/domain/model.ts';
import { walk } from '../../src/domain/views/cell.ts';
import { type Cell, readRepealList, readRewards } from '../../src/domain/views/index.ts';
import { read } from './read.ts';

const lines = (...all: string[]): string => all.join('\n\n');

/** All cells of a view, wherever they stand in it. */
function cellsOf(value: unknown): Cell[] {
  if (Array.isArray(value)) return value.flatMap(cellsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('eId' in value && 'text' in value && 'start' in value) return [value as unknown as Cell];
  return Object.values(value).flatMap(cellsOf);
}

/** Sums and shares of a text, as anybody finds them, that stand in none of the cells. */
function missing(instrument: Instrument, cells: readonly Cell[], wanted: RegExp): string[] {
  return walk(instrument.provisions).flatMap(({ eId, text, heading = '' }) =>
    ([undefined, 'heading'] as const).flatMap((part) =>
      Array.from((part ? heading : text).matchAll(wanted)).flatMap((match) => {
        const held = cells.some(
          (cell) =>
            cell.eId === eId &&
            cell.part === part &&
            cell.start <= match.index &&
            match.index + match[0].length <= cell.end,
        );
        return held ? [] : [`${eId} ${match[0]}`];
      }),
    ),
  );
}

const sums = /\d[\d,.]*(?:百|千|万|亿)?元|\d[\d.]*%/g;
const spans = /(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|月|年|小时)内/g;

const measures: Record<string, { text: string; unread: string[]; terms?: string[] }> = {
  'a coast city that pays by honours': {
    text: lines(
      '石城市见义勇为奖励办法',
      '第一条　为弘扬正气，制定本办法。',
      '第二条　对见义勇为人员，按照下列标准给予奖励：',
      '（一）授予“英雄”称号的，奖励10万元；',
      '（二）授予“模范”称号的，奖励5万元；',
      '（三）授予“先进个人”称号的，奖励1万元以上3万元以下。',
      '第三条　奖励资金由市财政安排，每年200万元。',
      '第四条　申请人应当自行为发生之日起三十日内申报；三年内不得重复申报。',
      '第五条　骗取奖励的，追回奖金，并处2000元罚款。',
    ),
    unread: ['奖励资金由市财政安排，每年200万元'],
    terms: ['三年内不得重复申报'],
  },
  'a county whose list says the sums without a verb': {
    text: lines(
      '临川县科技成果奖励办法',
      '第一条　县人民政府对获奖项目给予奖励，标准如下：',
      '（一）一等奖5万元；',
      '（二）二等奖3万元；',
      '（三）三等奖1万元，另发证书。',
      '第二条　获国家级奖励的，按国家奖金的50%给予奖励；获省级奖励的，给予2万元奖励。',
    ),
    unread: [],
  },
  'a district with subsidies by area': {
    text: lines(
      '南桥区产业扶持办法',
      '第一条　新建厂房按每平方米100元给予补助，最高不超过300万元。',
      '第二条　企业首次入选百强的，给予50万元奖励，其中30%用于奖励经营团队，余款20万元分两年拨付。',
      '第三条　符合条件的，区商务局在收到申请之日起10个工作日内审核。',
    ),
    unread: ['企业首次入选百强的，给予50万元奖励，其中30%用于奖励经营团队，余款20万元分两年拨付'],
  },
};

describe.each(Object.entries(measures))('rewards of %s', (_, { text, unread, terms = [] }) => {
  const instrument = read(text);
  const view = readRewards(instrument);

  it('are read, and what is not is named', () => {
    expect(view?.unread.map((cell) => cell.text)).toEqual(unread);
    expect(view?.terms.map((cell) => cell.text)).toEqual(terms);
  });

  it('leave no sum and no span of time out', () => {
    const fines = /罚款/;
    const left = missing(instrument, cellsOf(view), sums).filter(
      (one) => !fines.test(walk(instrument.provisions).find(({ eId }) => one.startsWith(`${eId} `))!.text),
    );
    expect(left).toEqual([]);
    expect(missing(instrument, cellsOf(view), spans)).toEqual([]);
  });
});

const decided = (...body: string[]): string =>
  lines(
    '河源州人民政府关于废止部分文件的决定',
    '河政发〔2020〕6号',
    '各县人民政府，州政府各部门：',
    ...body,
    '河源州人民政府',
    '2020年3月6日',
  );

const lists: Record<string, { text: string; rows: string[]; unread: string[] }> = {
  'a list with a line that names no document': {
    text: decided(
      '经研究，决定废止下列文件：',
      '1.《河源州畜禽屠宰管理办法》（河政发〔2009〕12号）',
      '2.《河源州砂石管理暂行办法》（河政发〔2011〕30号）',
      '3.（略）',
      '本决定自印发之日起施行。',
    ),
    rows: ['河源州畜禽屠宰管理办法', '河源州砂石管理暂行办法'],
    unread: ['（略）'],
  },
  'a table with a row without a title': {
    text: decided(
      '经研究，决定废止下列文件：',
      [
        '| 序号 | 文件名称 | 文号 |',
        '| 1 | 河源州犬类管理规定 | 河政发〔2010〕3号 |',
        '| 2 |  | 河政发〔2012〕8号 |',
        '| 3 | 河源州广告管理办法 | 河政发〔2013〕2号 |',
      ].join('\n'),
    ),
    rows: ['河源州犬类管理规定', '河源州广告管理办法'],
    unread: ['河政发〔2012〕8号'],
  },
  'a whole list': {
    text: decided(
      '决定废止下列2件文件：',
      '一、《河源州畜禽屠宰管理办法》（河政发〔2009〕12号）',
      '二、《河源州砂石管理暂行办法》（河政发〔2011〕30号）',
    ),
    rows: ['河源州畜禽屠宰管理办法', '河源州砂石管理暂行办法'],
    unread: [],
  },
};

test.each(Object.entries(lists))('a repeal list: %s', (_, { text, rows, unread }) => {
  const view = readRepealList(read(text));
  expect(view?.rows.map(({ title }) => title.text)).toEqual(rows);
  expect(view?.unread.map((cell) => cell.text)).toEqual(unread);
});
