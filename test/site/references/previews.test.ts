/** The lines that the site keeps of what links to other pages lead to. */
import { expect, test } from 'vitest';
import { previewsOf } from '../../../src/site/references/previews.ts';
import { heldContent, heldTexts, textOf } from '../held.ts';

const held = heldContent();

test('a place of another text comes with its title, its day where it is not the newest, and its words', () => {
  const decision = textOf(held, '湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定');
  const preview = previewsOf(held, decision)['/works/wangyueche-guiding/2018-12-31/#art_10']!;
  expect(preview.title).toBe('《湛江市网络预约出租汽车经营服务管理暂行规定》（2018年12月31日文本）第十条');
  expect(preview.lines.map(({ text }) => text).join('')).toContain('原文未载');
});

test('a document without text says so, with its state', () => {
  const measures = textOf(held, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
  const { title, lines } = previewsOf(held, measures)['/works/huanjing-baohu-fa/']!;
  expect(title).toBe('《中华人民共和国环境保护法》');
  expect(lines.some(({ label }) => label?.includes('未知'))).toBe(true);
  expect(lines.at(-1)?.text).toBe('本库未收正文。');
});

test('links that stay on the page need none', () => {
  const previews = previewsOf(held, textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定'));
  expect(Object.keys(previews).every((href) => href.startsWith('/'))).toBe(true);
});

test('a long provision is cut', () => {
  const archive = heldTexts(
    ['a', '2010-01-01', `甲市甲办法\n\n第一条　${'很长'.repeat(1000)}。\n\n第二条　短。`],
    ['b', '2011-01-01', '甲市乙办法\n\n第一条　按照《甲市甲办法》第一条办理。'],
  );
  const preview = previewsOf(archive, textOf(archive, '甲市乙办法'))['/works/a/#art_1']!;
  expect(preview.lines.map(({ text }) => text).join('').length).toBeLessThan(650);
  expect(preview.lines.at(-1)?.text).toMatch(/…$/);
});
