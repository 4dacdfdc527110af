import { describe, expect, it } from 'vitest';
import { formatLocator, parseCitationLocator } from '../../src/domain/references/locator.ts';

describe('loose locators', () => {
  it.each([
    ['六条一款三项', '第六条第一款第三项'],
    ['6-1-3', '第六条第一款第三项'],
    ['6.1.3.2', '第六条第一款第三项第2目'],
    ['第6条第1款第(三)项', '第六条第一款第三项'],
    ['第六条 第一款 （三）', '第六条第一款第三项'],
    ['6条1款(3)项2目', '第六条第一款第三项第2目'],
    ['10条之一', '第十条之一'],
    ['十条之一第二款', '第十条之一第二款'],
    ['６', '第六条'],
    ['二十一', '第二十一条'],
    ['二章一节', '第二章第一节'],
    ['四条至六条', '第四条至第六条'],
    ['art_6__para_1__item_3', '第六条第一款第三项'],
    ['art_10-1', '第十条之一'],
  ])('%s is %s', (text, expected) => {
    const locator = parseCitationLocator(text);
    expect(locator && formatLocator(locator)).toBe(expected);
  });

  it.each(['', '条', 'abc', '第', '第三方', '6-', '6--1', '数据', '第六条规定的', 'foo_1'])(
    '%s is none',
    (text) => {
      expect(parseCitationLocator(text)).toBeUndefined();
    },
  );

  it('prints brackets of 项 only in print form', () => {
    const locator = parseCitationLocator('6-1-3')!;
    expect(formatLocator(locator, 'print')).toBe('第六条第一款第（三）项');
    expect(formatLocator(locator, 'citation')).toBe('第六条第一款第三项');
  });

  it('does not repeat what both ends of a range share', () => {
    const locator = parseCitationLocator('第六条第一项至第三项')!;
    expect(formatLocator(locator)).toBe('第六条第一项至第三项');
  });
});
