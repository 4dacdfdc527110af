import { describe, expect, test } from 'vitest';
import { mastheadFacts } from '../../src/domain/structure/lines/masthead.ts';
import { readIssue } from './read.ts';

describe('the masthead of an issue', () => {
  test.each([
    ['样洲市人民政府公报', { title: '样洲市人民政府公报' }],
    ['2022年第4期（总第31期）', { number: '2022年第4期', total: '总第31期' }],
    ['第4期　总第31期', { number: '第4期', total: '总第31期' }],
    ['二〇二二年第十二期（总第一百三十一期）', { number: '2022年第12期', total: '总第131期' }],
    ['二〇二三年一月六日出版', { published: '2023-01-06' }],
    ['2023年1月6日出版', { published: '2023-01-06' }],
    ['样洲市人民政府主办　2023年1月6日', { sponsor: '样洲市人民政府', published: '2023-01-06' }],
    ['主办：样洲市人民政府', { sponsor: '样洲市人民政府' }],
    ['地　　址：样洲市河滨路2号', {}],
    ['样洲市人民政府公报2022年第4期', { title: '样洲市人民政府公报', number: '2022年第4期' }],
    ['（季刊）', {}],
    ['2022年　第4号（总号：131）', { number: '2022年第4号', total: '总第131期' }],
    ['2022年4月30日出版（双月刊）', { published: '2022-04-30' }],
    ['主管：样洲市人民政府　主办：样洲市档案馆', { supervisor: '样洲市人民政府', sponsor: '样洲市档案馆' }],
    ['国内统一连续出版物号：CN00-1234/D', { cn: '00-1234/D' }],
    ['国际标准连续出版物号：ISSN 0000-123X', { issn: '0000-123X' }],
  ])('%s', (line, facts) => {
    expect(mastheadFacts(line)).toEqual(facts);
  });

  test.each([
    '样洲市人民政府关于防汛工作的通知',
    '主办单位应当遵守本办法。',
    '电话营销管理规定',
    '第一条',
    '第4号',
    '发行债券管理办法',
  ])('is not %s', (line) => {
    expect(mastheadFacts(line)).toBeUndefined();
  });
});

describe('an issue without contents of its own', () => {
  test('does not take those of a text for its own', () => {
    const text =
      '2022年第4期\n\n样洲市人民政府令\n\n第9号\n\n《样洲市渔港管理办法》现予公布，自2023年2月1日起施行。\n\n市长　甲某\n\n2022年12月1日\n\n样洲市渔港管理办法\n\n目　录\n\n第一章　总则\n\n第二章　管理\n\n第一章　总则\n\n第一条　为了管理，制定本办法。\n\n第二章　管理\n\n第二条　本办法自2023年2月1日起施行。\n';
    const { issue, messages } = readIssue(text);
    expect(issue.entries).toEqual([]);
    expect(issue.masthead).toEqual({ number: '2022年第4期' });
    expect(JSON.stringify(messages)).not.toContain('stray-text');
    expect(issue.instruments.map(({ title }) => title)).toEqual([
      '样洲市人民政府令第9号',
      '样洲市渔港管理办法',
    ]);
    expect(JSON.stringify(messages)).toContain('contents-missing');
  });
});
