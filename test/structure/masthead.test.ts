import { describe, expect, test } from 'vitest';
import { mastheadFacts } from '../../src/domain/structure/masthead.ts';

describe('the masthead of an issue', () => {
  test.each([
    ['样洲市人民政府公报', { title: '样洲市人民政府公报' }],
    ['2022年第4期（总第31期）', { number: '2022年第4期', total: '总第31期' }],
    ['第４期　总第３１期', { number: '第4期', total: '总第31期' }],
    ['2023年1月6日出版', { published: '2023-01-06' }],
    ['样洲市人民政府主办　2023年1月6日', { sponsor: '样洲市人民政府', published: '2023-01-06' }],
    ['主办：样洲市人民政府', { sponsor: '样洲市人民政府' }],
    ['地　　址：样洲市河滨路2号', {}],
    ['（季刊）', {}],
  ])('%s', (line, facts) => {
    expect(mastheadFacts(line)).toEqual(facts);
  });

  test.each(['样洲市人民政府关于防汛工作的通知', '主办单位应当遵守本办法。', '电话营销管理规定', '第一条'])(
    'is not %s',
    (line) => {
      expect(mastheadFacts(line)).toBeUndefined();
    },
  );
});
