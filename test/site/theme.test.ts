import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/model.ts';
import { readRecord, registerRecord } from '../../src/site/records.ts';
import { contrast, grounds, leastContrast, themeCss } from '../../src/site/theme.ts';
import { footerLines } from '../../src/site/views/footer.ts';

function said(yaml: string): string[] {
  const messages: Message[] = [];
  readRecord('register.yaml', yaml, registerRecord, messages);
  return messages.map(({ line, reason }) => `${line} ${reason}`);
}

describe('the colour of a city', () => {
  it('stands on the grounds that the style sheet names', () => {
    const sheet = readFileSync('src/styles/base.css', 'utf8');
    const papers = sheet.matchAll(/--paper: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
    expect(Array.from(papers, ([, ...colours]) => colours)).toEqual([[grounds.light, grounds.dark]]);
  });

  it('has the contrast that WCAG counts', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  });

  it('is kept on light pages and lightened on dark ones until it can be read', () => {
    for (const colour of ['#1a4f8b', '#000000', '#7a0019', '#005f3c', '#4b2e83']) {
      const css = themeCss(colour);
      const [light, dark] = Array.from(css.matchAll(/--seal:(#[0-9a-f]{6})/g), ([, seal]) => seal!);
      expect(light).toBe(colour);
      expect(contrast(dark!, grounds.dark)).toBeGreaterThanOrEqual(leastContrast);
    }
  });

  it('is refused with its contrast where it cannot be read', () => {
    expect(said("site:\n  colour: '#1a4f8b'\n")).toEqual([]);
    expect(said("site:\n  colour: '#f0c000'\n")).toEqual([
      expect.stringMatching(/^2 .*对比度是 1\.\d.*至少须 4\.5/),
    ]);
    expect(said('site:\n  colour: blue\n')).toEqual([expect.stringContaining('应写作 #1a4f8b 的样子')]);
  });
});

describe('the foot of every page', () => {
  it('states what the register gives, and nothing else', () => {
    expect(footerLines({})).toEqual([]);
    expect(
      footerLines({
        organiser: '样城市人民政府办公室',
        code: '0000000000',
        police: '样公网安备 00000000000000号',
      }),
    ).toEqual([
      { term: '主办：', text: '样城市人民政府办公室' },
      { term: '网站标识码：', text: '0000000000' },
      {
        term: '',
        text: '样公网安备 00000000000000号',
        href: 'https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000',
      },
    ]);
  });

  it('links only to pages of the web', () => {
    const links = (href: string): string => `site:\n  links:\n    - text: 样城\n      href: '${href}'\n`;
    expect(said(links('https://example.gov.cn/'))).toEqual([]);
    expect(said(links('javascript:alert(1)'))).toHaveLength(1);
    expect(said("site:\n  footer:\n    code: '12'\n")).toHaveLength(1);
  });
});
