import { expect, test } from 'vitest';
import { readTexts } from './archive.ts';

const river =
  '中华人民共和国河流法\n\n（2009年12月26日通过）\n\n第一条　为了保护河流，制定本法。\n\n第二条　填河应当经过批准。';

function bare(sentence: string): string[] {
  const { references } = readTexts(
    ['he', '2010-03-01', river],
    ['gui', '2020-01-01', `甲市河道规定\n\n第一条　${sentence}`],
  );
  return references
    .filter(({ from, kind, locator }) => from.work === 'gui' && kind === 'external' && !locator)
    .map(({ text, target }) => `${text} → ${target?.work ?? '？'}`);
}

test.each([
  ['单位犯刑法第二百条规定之罪的，从重。', '刑法 → ？'],
  ['适用本规定，不影响刑法第六十四条的适用。', '刑法 → ？'],
  ['发明创造有专利法第二十四条所列情形的，应当声明。', '专利法 → ？'],
  ['履行劳动合同法第四十条规定义务的，不担责。', '劳动合同法 → ？'],
  ['审判人员认为可能存在河流法第二条规定情形的，应当告知。', '河流法 → he'],
  ['当事人以民法典第一百五十三条为由起诉的，应予受理。', '民法典 → ？'],
  ['依照湿地环境保护法第三条处理。', '湿地环境保护法 → ？'],
  ['依照甲省河流法第二条处理。', '甲省河流法 → ？'],
])('a name without 《》 ends before the words that are not its own: %s', (sentence, expected) => {
  expect(bare(sentence)).toEqual([expected]);
});
