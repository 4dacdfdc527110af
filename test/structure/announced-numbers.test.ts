import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseInstruments } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

const body = [
  '',
  '为规范试样登记，现公告如下：',
  '',
  '一、试样应当登记。',
  '',
  '特此公告。',
  '',
  '甲市税务局',
  '2021年2月1日',
];

function read(...head: string[]) {
  const file = new VFile({ path: 'a.md' });
  return parseInstruments(readText([...head, ...body].join('\n'), file, []), file);
}

describe('the number of an announcement', () => {
  const title = '甲市税务局关于试样登记的公告';
  const number = '甲市税务局公告2021年第3号';
  test.each([
    ['above its title', [number, '', title]],
    ['below its title', [title, '', number]],
    ['in brackets', [title, '', `（${number}）`]],
    ['without its body', [title, '', '2021年第3号']],
  ])('%s', (_name, head) => {
    expect(read(...head)).toMatchObject([{ title, documentNumber: number }]);
  });

  test('on a line of its own between the body and the title', () => {
    const [text, ...more] = read('甲市税务局公告', '', '2021年第3号', '', '关于试样登记的公告');
    expect(text).toMatchObject({ title: '关于试样登记的公告', documentNumber: number, issuer: '甲市税务局' });
    expect(more).toEqual([]);
  });

  test('on one line with what it is about', () => {
    expect(read(`${number}（关于试样的公告）`)[0]).toMatchObject({ documentNumber: number });
  });

  test('with a year in brackets and no body stays as it is printed', () => {
    expect(read('甲区人民政府关于清理结果的通告', '', '〔2021〕第4号')[0]).toMatchObject({
      title: '甲区人民政府关于清理结果的通告',
      documentNumber: '〔2021〕第4号',
    });
  });
});
